/// A set of ASCII characters, for loops that run over every byte of a file.
package struct ShellByteSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  package init(_ text: StaticString) {
    text.withUTF8Buffer { buffer in
      for byte in buffer {
        if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
      }
    }
  }

  /// Whether a byte is one of the characters.
  @inline(__always)
  package func contains(_ byte: UInt8) -> Bool {
    guard byte < 128 else { return false }
    return (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 != 0
  }

  /// What doesn't stand for itself outside quotes.
  static let unquoted = ShellByteSet("\n \t\\'\"`$}<>();&|")
  /// What doesn't stand for itself between double quotes.
  static let doubleQuoted = ShellByteSet("\\\"`$}")
  /// What doesn't stand for itself in arithmetic.
  static let arithmetic = ShellByteSet("\\\"`$}()")
}

extension UInt8 {
  /// May begin the name of a shell variable.
  var startsShellName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  var isShellDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  /// May stand behind the first character of a name.
  var continuesShellName: Bool { startsShellName || isShellDigit }
}
