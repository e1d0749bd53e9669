import Phrases
import SourceText

/// What a probe printed between the two lines of its frame.
package struct ProbeFrame: Sendable, Equatable {
  /// Nothing was left out.
  package let isWhole: Bool
  /// The text of a capture, or of a part of one.
  package let document: [UInt8]

  /// Finds the one frame in all that was printed.
  ///
  /// - Throws: when there is none, a second one, or one that was cut or changed.
  package init(
    in transcript: [UInt8], nonce: String = Probe.standardNonce, limits: CaptureLimits = .probe
  ) throws(CaptureProblem) {
    var collector = ProbeCollector(nonce: nonce, limits: limits)
    try collector.take(transcript)
    self = try collector.end()
  }

  init(isWhole: Bool, document: [UInt8]) {
    self.isWhole = isWhole
    self.document = document
  }
}

/// Collects what a probe prints, as it comes.
package struct ProbeCollector: Sendable {
  private enum State {
    case outside
    case within
    case ended(ProbeFrame)
  }

  private let begin: [UInt8]
  private let ending: [UInt8]
  private let limits: CaptureLimits
  private var state = State.outside
  /// The beginning of a line whose end has not come.
  private var pending: [UInt8] = []
  private var document: [UInt8] = []
  private var lines = 0
  /// All that came, whether it counts or not.
  private var total = 0

  /// - Parameter nonce: letters, digits and `-`.
  package init(nonce: String, limits: CaptureLimits = .probe) {
    begin = Array("\(nonce) BEGIN".utf8)
    ending = Array("\(nonce) END ".utf8)
    self.limits = limits
  }

  /// Takes in what was printed next.
  package mutating func take(_ bytes: [UInt8]) throws(CaptureProblem) {
    total += bytes.count
    guard total <= limits.bytes else {
      throw CaptureProblem(line: nil, reason: spoken("has more than \(limits.bytes) bytes"))
    }
    var start = 0
    while let end = bytes.span.offset(of: lineFeed, from: start) {
      pending += bytes[start..<end]
      start = end + 1
      if pending.last == UInt8(ascii: "\r") { pending.removeLast() }
      try takeLine()
      pending.removeAll(keepingCapacity: true)
    }
    pending += bytes[start...]
  }

  /// What came, when nothing more does.
  package mutating func end() throws(CaptureProblem) -> ProbeFrame {
    // a line feed at the very end may be missing, as from JSON documents
    if !pending.isEmpty { try take([lineFeed]) }
    switch state {
    case .outside: throw CaptureProblem(line: nil, reason: spoken("has no frame of a probe"))
    case .within: throw CaptureProblem(line: nil, reason: spoken("is cut short"))
    case .ended(let frame): return frame
    }
  }

  private mutating func takeLine() throws(CaptureProblem) {
    switch state {
    case .outside:
      if pending == begin { state = .within }
    case .within:
      if pending.starts(with: ending) {
        state = .ended(try frame(pending.dropFirst(ending.count)))
      } else if pending == begin {
        throw CaptureProblem(line: nil, reason: spoken("begins a frame within one"))
      } else {
        document += pending
        document.append(lineFeed)
        lines += 1
      }
    case .ended:
      guard pending != begin, !pending.starts(with: ending) else {
        throw CaptureProblem(line: nil, reason: spoken("has a second frame"))
      }
    }
  }

  /// - Parameter text: the status and the two counts.
  private func frame(_ text: ArraySlice<UInt8>) throws(CaptureProblem) -> ProbeFrame {
    let numbers = text.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 3, let status = numbers[0], (0...1).contains(status) else {
      throw CaptureProblem(line: nil, reason: spoken("has a frame without an end"))
    }
    guard numbers[1] == lines, numbers[2] == document.count else {
      throw CaptureProblem(line: nil, reason: spoken("lost something on its way"))
    }
    return ProbeFrame(isWhole: status == 0, document: document)
  }
}
