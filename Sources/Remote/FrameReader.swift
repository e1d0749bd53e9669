/// Finds the answer to one request in what a host sends.
///
///     NONCE ID BEGIN
///     what the code printed
///     NONCE ID END STATUS
///
/// Each of the two lines begins behind a line feed of its own, which belongs to nothing. The nonce is
/// made anew for each connection, so nothing that a login shell or a file of the host prints looks
/// like it. What comes before the first line is ignored; anything else in its place is an error.
struct FrameReader: Sendable {
  /// The most bytes an answer may have: 16 MiB.
  static let limit = 16 << 20
  /// The most bytes that may come before it: what is printed when somebody logs in.
  static let noiseLimit = 1 << 20

  private let mark: [UInt8]
  private let begin: [UInt8]
  private let end: [UInt8]
  private var buffer: [UInt8] = []
  /// Where to go on looking for the next mark.
  private var position = 0
  private var isInside = false
  private var noise = 0

  init(nonce: String, id: Int) {
    mark = Array("\n\(nonce) ".utf8)
    begin = Array("\n\(nonce) \(id) BEGIN\n".utf8)
    end = Array("\n\(nonce) \(id) END ".utf8)
  }

  /// Takes what has come.
  mutating func take(_ bytes: [UInt8]) -> Conversation.Progress {
    buffer += bytes
    if !isInside {
      guard let start = find(mark) else { return forgetNoise() }
      noise += start
      guard noise <= Self.noiseLimit else { return .failed(.flooded(bytes: Self.noiseLimit)) }
      guard let isBegin = has(begin, at: start) else { return .waiting }
      guard isBegin else { return .failed(.garbled) }
      buffer.removeSubrange(..<(start + begin.count - 1))
      // the line feed that ends the first line may begin the second
      position = 0
      isInside = true
    }
    return answer()
  }

  private mutating func answer() -> Conversation.Progress {
    guard let start = find(mark) else {
      return buffer.count <= Self.limit + 1 ? .waiting : .failed(.flooded(bytes: Self.limit))
    }
    guard start <= Self.limit + 1 else { return .failed(.flooded(bytes: Self.limit)) }
    guard let isEnd = has(end, at: start) else { return .waiting }
    guard isEnd else { return .failed(.garbled) }
    let digits = buffer[(start + end.count)...].prefix(4)
    guard let stop = digits.firstIndex(of: UInt8(ascii: "\n")) else {
      return digits.count < 4 ? .waiting : .failed(.garbled)
    }
    guard let status = Int(String(decoding: digits[..<stop], as: UTF8.self)),
      (0...255).contains(status), stop + 1 == buffer.count
    else { return .failed(.garbled) }
    return .answer(Answer(body: Array(buffer[..<start].dropFirst()), status: status))
  }

  /// Keeps no more of what comes before an answer than the beginning of a mark.
  private mutating func forgetNoise() -> Conversation.Progress {
    let kept = min(buffer.count, mark.count - 1)
    noise += buffer.count - kept
    buffer.removeSubrange(..<(buffer.count - kept))
    position = 0
    return noise <= Self.noiseLimit ? .waiting : .failed(.flooded(bytes: Self.noiseLimit))
  }

  /// Whether a line stands at a place; nil when too little is there to tell.
  private func has(_ line: [UInt8], at start: Int) -> Bool? {
    let there = buffer[start...].prefix(line.count)
    guard there.elementsEqual(line.prefix(there.count)) else { return false }
    return there.count == line.count ? true : nil
  }

  /// The first place from `position` on where some bytes, two at least, stand; what was looked at is
  /// not looked at again.
  private mutating func find(_ bytes: [UInt8]) -> Int? {
    let last = buffer.count - bytes.count
    let start = position
    let (first, second) = (bytes[0], bytes[1])
    let found = buffer.withUnsafeBufferPointer { buffer -> Int? in
      guard start <= last else { return nil }
      // of all the line feeds that a host may send few are followed by the nonce
      for place in start...last where buffer[place] == first && buffer[place + 1] == second {
        if bytes.indices.allSatisfy({ buffer[place + $0] == bytes[$0] }) { return place }
      }
      return nil
    }
    position = found ?? max(position, last + 1)
    return found
  }
}
