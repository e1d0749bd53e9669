/// Bytes as one word of printable ASCII, quoted as git(1) and patch(1) quote names of files.
///
/// Between double quotes, `\` escapes itself and the quote, `\n`, `\t` and `\r` stand for the usual
/// bytes and three octal digits for any other that isn't printable ASCII.
package enum QuotedBytes {
  /// The word for some bytes, always with quotes.
  package static func quoted(_ bytes: some Sequence<UInt8>) -> String {
    var text = "\""
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\\"): text += "\\\\"
      case UInt8(ascii: "\""): text += "\\\""
      case UInt8(ascii: "\n"): text += "\\n"
      case UInt8(ascii: "\t"): text += "\\t"
      case UInt8(ascii: "\r"): text += "\\r"
      case 0x20...0x7e: text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += "\\"
        for shift in [6, 3, 0] { text += String(byte >> UInt8(shift) & 7) }
      }
    }
    return text + "\""
  }

  /// Whether bytes have to be quoted to stand in a line of a diff.
  package static func needsQuotes(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.contains {
      !(0x20...0x7e).contains($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
    }
  }

  /// The bytes a word stands for that begins with its opening quote, and how long the word is; nil
  /// when it isn't one.
  package static func read(_ text: ArraySlice<UInt8>) -> (bytes: [UInt8], count: Int)? {
    guard text.first == UInt8(ascii: "\"") else { return nil }
    var bytes: [UInt8] = []
    var index = text.startIndex + 1
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return (bytes, index - text.startIndex)
      case UInt8(ascii: "\\"):
        guard let escaped = escape(in: text, at: &index) else { return nil }
        bytes.append(escaped)
      case 0x20...0x7e: bytes.append(byte)
      default: return nil
      }
    }
    return nil
  }

  private static func escape(in text: ArraySlice<UInt8>, at index: inout Int) -> UInt8? {
    guard index < text.endIndex else { return nil }
    let byte = text[index]
    index += 1
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "\""): return byte
    case UInt8(ascii: "n"): return UInt8(ascii: "\n")
    case UInt8(ascii: "t"): return UInt8(ascii: "\t")
    case UInt8(ascii: "r"): return UInt8(ascii: "\r")
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      guard index + 2 <= text.endIndex else { return nil }
      let digits = text[index..<index + 2]
      index += 2
      let octal = UInt8(ascii: "0")...UInt8(ascii: "7")
      guard digits.allSatisfy(octal.contains) else { return nil }
      return digits.reduce(byte & 3) { $0 << 3 | ($1 & 7) }
    default: return nil
    }
  }
}
