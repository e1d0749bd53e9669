import HostModel

/// Something in a text that may tell whose it is.
enum Token {
  case inet(IPv4Address)
  case inet6(IPv6Address)
  /// The six bytes of a MAC address.
  case ethernet(UInt64)
  /// A name that is looked for.
  case name(String)
}

/// Finds tokens in bytes and puts others in their place.
struct TokenScanner {
  /// Names to look for, by the first byte, the longest first.
  private let names: [UInt8: [[UInt8]]]

  init(names: some Collection<String> = []) {
    self.names = Dictionary(grouping: names.map { Array($0.utf8) }) { $0.first ?? 0 }
      .mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// The bytes with other tokens; nil keeps one as it is.
  func replacing(_ bytes: [UInt8], _ replacement: (Token) -> String?) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard bytes[index].isWord || bytes[index] == UInt8(ascii: ":") else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let (token, end) = self.token(in: bytes, at: index)
      if let token, let text = replacement(token) {
        result += text.utf8
      } else {
        result += bytes[index..<end]
      }
      index = end
    }
    return result
  }

  /// The token that begins at a place where no word goes on, and the end of it or of the word.
  private func token(in bytes: [UInt8], at start: Int) -> (Token?, end: Int) {
    if let found = address(in: bytes, at: start) { return found }
    if let found = name(in: bytes, at: start) { return found }
    var end = start + 1
    while end < bytes.count, bytes[start].isWord, bytes[end].isWord { end += 1 }
    return (nil, end)
  }

  private func address(in bytes: [UInt8], at start: Int) -> (Token?, end: Int)? {
    var end = start
    var colons = 0
    while end < bytes.count, end - start < 46, bytes[end].isAddress {
      if bytes[end] == UInt8(ascii: ":") { colons += 1 }
      end += 1
    }
    // what goes on as a word is none
    if end < bytes.count, bytes[end].isWord { return nil }
    while end > start, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard end - start >= 2 else { return nil }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    if colons == 5, end - start == 17, let number = Self.ethernet(text) {
      return (.ethernet(number), end)
    }
    if colons >= 2, let address = IPv6Address(text) { return (.inet6(address), end) }
    let quad = text.prefix { $0 != ":" }
    guard let address = IPv4Address(dottedQuad: quad) else { return nil }
    return (.inet(address), start + quad.utf8.count)
  }

  private static func ethernet(_ text: String) -> UInt64? {
    let pairs = text.split(separator: ":", omittingEmptySubsequences: false)
    guard pairs.count == 6, pairs.allSatisfy({ $0.utf8.count == 2 }) else { return nil }
    return UInt64(pairs.joined(), radix: 16)
  }

  private func name(in bytes: [UInt8], at start: Int) -> (Token?, end: Int)? {
    for name in names[bytes[start]] ?? [] {
      let end = start + name.count
      guard bytes[start...].starts(with: name), end == bytes.count || !bytes[end].isWord else {
        continue
      }
      return (.name(String(decoding: name, as: UTF8.self)), end)
    }
    return nil
  }
}

extension UInt8 {
  /// A letter or a digit.
  fileprivate var isWord: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: false
    }
  }

  /// May stand in an address.
  fileprivate var isAddress: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"),
      UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
