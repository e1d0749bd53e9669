import HostModel

/// Takes out what is nobody's to read: words after `pass` and its kin, values whose names say that
/// they are secret, keys, and what people wrote in comments that fill a line.
enum SecretText {
  private static let secretNames = [
    "passw", "secret", "psk", "token", "apikey", "api_key", "privkey",
  ]

  static func removed(from bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    let masked = SecretWords.masked(bytes)
    for (index, line) in masked.split(separator: 10, omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 { result.append(10) }
      result += withoutKeys(isComment(line) ? blank(line) : withoutValue(line))
    }
    return result
  }

  /// A comment that fills its line and says nothing to a program.
  private static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { $0 == 32 || $0 == 9 }
    guard text.first == UInt8(ascii: "#"), !text.starts(with: Array("#!".utf8)) else {
      return false
    }
    // rcorder(8), and what silences findings
    return !["PROVIDE:", "REQUIRE:", "BEFORE:", "KEYWORD:", "jailscope"].contains { word in
      String(decoding: text, as: UTF8.self).contains(word)
    }
  }

  private static func blank(_ line: ArraySlice<UInt8>) -> [UInt8] {
    line.map { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...:
        UInt8(ascii: "x")
      default: byte
      }
    }
  }

  private static func withoutValue(_ line: ArraySlice<UInt8>) -> [UInt8] {
    guard let sign = line.firstIndex(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") })
    else { return Array(line) }
    let name = String(decoding: line[..<sign], as: UTF8.self).lowercased()
    guard secretNames.contains(where: name.contains) else { return Array(line) }
    return line[...sign]
      + line[(sign + 1)...].map { " \t\"';,{}[]()".utf8.contains($0) ? $0 : UInt8(ascii: "*") }
  }

  /// Long words of letters of both cases and digits are keys, or prints of such.
  private static func withoutKeys(_ line: [UInt8]) -> [UInt8] {
    var line = line
    var start = 0
    while start < line.count {
      let end = line[start...].firstIndex { !isKeyByte($0) } ?? line.count
      let word = line[start..<end]
      if word.count >= 32, word.contains(where: { (48...57).contains($0) }),
        word.contains(where: { (65...90).contains($0) }),
        word.contains(where: { (97...122).contains($0) })
      {
        for place in start..<end { line[place] = UInt8(ascii: "*") }
      }
      start = end + 1
    }
    return line
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"):
      true
    default: false
    }
  }
}
