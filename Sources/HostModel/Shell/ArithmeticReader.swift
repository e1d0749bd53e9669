/// Reads the arithmetic of `$((…))`: decimal, octal and hexadecimal numbers, variables,
/// parentheses, `+ - * / %`; anything else gives no value.
struct ArithmeticReader {
  private let bytes: [UInt8]
  private var rest: ArraySlice<UInt8>
  private let variable: (String) -> String?
  private var depth = 0

  /// - Parameter variable: gives the text of a variable; nil when it isn't known.
  init(_ text: String, variable: @escaping (String) -> String?) {
    bytes = Array(text.utf8)
    rest = bytes[...]
    self.variable = variable
  }

  /// The variables an assignment such as `a = 1` or `a += 1` may set.
  var assignedNames: [String] {
    let assigns = bytes.indices.contains { index in
      bytes[index] == UInt8(ascii: "=")
        && !bytes[..<index].suffix(1).contains { "=!".utf8.contains($0) }
        && !bytes[(index + 1)...].prefix(1).contains(UInt8(ascii: "="))
        && (!bytes[..<index].suffix(1).contains { "<>".utf8.contains($0) }
          || bytes[..<index].suffix(2).allSatisfy { "<>".utf8.contains($0) })
    }
    guard assigns else { return [] }
    return bytes.split { !isNameByte($0) }.map { String(decoding: $0, as: UTF8.self) }
      .filter(\.isVariableName)
  }

  mutating func value() -> Int? {
    guard let value = sum() else { return nil }
    skipBlanks()
    return rest.isEmpty ? value : nil
  }

  private mutating func sum() -> Int? {
    guard var value = product() else { return nil }
    while let op = next(in: "+-") {
      guard let right = product() else { return nil }
      let (result, overflow) =
        op == UInt8(ascii: "+")
        ? value.addingReportingOverflow(right) : value.subtractingReportingOverflow(right)
      if overflow { return nil }
      value = result
    }
    return value
  }

  private mutating func product() -> Int? {
    guard var value = factor() else { return nil }
    while let op = next(in: "*/%") {
      guard let right = factor() else { return nil }
      let result: (partialValue: Int, overflow: Bool)
      switch op {
      case UInt8(ascii: "*"): result = value.multipliedReportingOverflow(by: right)
      case UInt8(ascii: "/"): result = value.dividedReportingOverflow(by: right)
      default: result = value.remainderReportingOverflow(dividingBy: right)
      }
      if result.overflow { return nil }
      value = result.partialValue
    }
    return value
  }

  private mutating func factor() -> Int? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 64 else { return nil }
    if next(in: "-") != nil { return factor().flatMap { $0 == .min ? nil : -$0 } }
    if next(in: "+") != nil { return factor() }
    if next(in: "(") != nil {
      guard let value = sum(), next(in: ")") != nil else { return nil }
      return value
    }
    return number()
  }

  private mutating func number() -> Int? {
    skipBlanks()
    let word = rest.prefix { hexDigit($0) != nil || isNameByte($0) }
    rest = rest.dropFirst(word.count)
    let text = String(decoding: word, as: UTF8.self)
    guard let first = word.first else { return nil }
    if (48...57).contains(first) { return Self.constant(text) }
    guard let value = variable(text) else { return nil }
    return value.isEmpty ? 0 : Self.constant(value)
  }

  /// A number with the base its prefix says.
  private static func constant(_ text: String) -> Int? {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    let digits = text.dropFirst(isNegative || text.utf8.first == UInt8(ascii: "+") ? 1 : 0)
    guard digits.utf8.allSatisfy({ hexDigit($0) != nil || $0 | 0x20 == UInt8(ascii: "x") }) else {
      return nil
    }
    let value: Int?
    if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
      value = Int(digits.dropFirst(2), radix: 16)
    } else {
      value = Int(digits, radix: digits.hasPrefix("0") ? 8 : 10)
    }
    return value.map { isNegative ? -$0 : $0 }
  }

  private mutating func next(in set: StaticString) -> UInt8? {
    skipBlanks()
    guard let byte = rest.first else { return nil }
    let found = set.withUTF8Buffer { $0.contains(byte) }
    guard found else { return nil }
    rest.removeFirst()
    return byte
  }

  private mutating func skipBlanks() {
    rest = rest.drop { $0 == UInt8(ascii: " ") || (9...10).contains($0) }
  }
}

/// Whether a byte may stand in a variable's name.
func isNameByte(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "_")
    || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
    || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
}
