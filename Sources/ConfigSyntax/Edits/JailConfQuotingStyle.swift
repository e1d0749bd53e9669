/// How a value of jail.conf(5) is quoted, so that another can be written like it.
enum JailConfQuotingStyle {
  case none, single, double

  /// The style of a value as written; double quotes for one that mixes styles.
  init(_ written: ArraySlice<UInt8>) {
    let first = written.first
    let isWhole = written.count > 1 && written.last == first
    let quotes = written.filter { $0 == UInt8(ascii: "'") }.count
    if first == UInt8(ascii: "'"), isWhole, quotes == 2 {
      self = .single
    } else if written.allSatisfy({ $0.isJailConfWord || $0 == UInt8(ascii: "/") }) {
      self = .none
    } else {
      self = .double
    }
  }

  /// A text in this style, or in double quotes when the style can't hold it.
  func quoted(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    if case .none = self, Self.isWord(bytes) { return bytes }
    let quote = self == .single ? UInt8(ascii: "'") : UInt8(ascii: "\"")
    var quoted = [quote]
    for byte in bytes {
      let isSpecial = byte == quote || byte == UInt8(ascii: "\\")
      if isSpecial || (byte == UInt8(ascii: "$") && self != .single) {
        quoted.append(UInt8(ascii: "\\"))
      }
      quoted.append(byte)
    }
    return quoted + [quote]
  }

  /// Two slashes would begin a comment.
  private static func isWord(_ bytes: [UInt8]) -> Bool {
    let slash = UInt8(ascii: "/")
    return !bytes.isEmpty && bytes.allSatisfy { $0.isJailConfWord || $0 == slash }
      && !zip(bytes, bytes.dropFirst()).contains { $0 == slash && $1 == slash }
  }
}
