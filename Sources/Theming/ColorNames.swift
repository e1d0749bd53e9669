import CellGrid

/// Colours as theme files write them.
enum ColorNames {
  /// The first sixteen of every palette, in its order.
  static let terminal = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black",
    "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan",
    "bright-white",
  ]

  /// The colour that is written as `default`, a name of the terminal's, a number of the palette, `#rgb`
  /// or `#rrggbb`; nil when it is none of these.
  static func color(_ text: String) -> Color? {
    if text == "default" { return .standard }
    if let index = terminal.firstIndex(of: text) { return .indexed(UInt8(index)) }
    if text.utf8.first == UInt8(ascii: "#") { return hexadecimal(text.dropFirst()) }
    guard text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return UInt8(text).map { .indexed($0) }
  }

  private static func hexadecimal(_ digits: Substring) -> Color? {
    guard digits.allSatisfy({ $0.isASCII && $0.isHexDigit }), let value = Int(digits, radix: 16)
    else { return nil }
    switch digits.utf8.count {
    case 3:
      return .rgb(
        UInt8(value >> 8 & 15) * 17, UInt8(value >> 4 & 15) * 17, UInt8(value & 15) * 17)
    case 6:
      return .rgb(UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255))
    default: return nil
    }
  }

  /// A colour as it is written.
  static func text(_ color: Color) -> String {
    switch color {
    case .standard: "default"
    case .indexed(let index):
      Int(index) < terminal.count ? terminal[Int(index)] : String(index)
    case .rgb(let red, let green, let blue):
      "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}
