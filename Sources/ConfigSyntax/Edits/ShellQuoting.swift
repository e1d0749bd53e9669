import SourceText

/// How the value of an assignment is quoted, so that another can be written like it.
enum ShellQuotingStyle {
  case none, single, double

  /// What needs no quotes wherever it stands in a value; a tilde would, and so would what a glob is
  /// made of where sh(1) looks for files.
  private static let plain = ShellByteSet(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./:,+@%^=")

  /// The style of a value as written; the usual double quotes for one that mixes styles or that
  /// nothing stands for.
  init(_ written: ArraySlice<UInt8>) {
    let quotes = written.filter { $0 == UInt8(ascii: "'") }.count
    if quotes == 2, written.first == UInt8(ascii: "'"), written.last == UInt8(ascii: "'") {
      self = .single
    } else if written.isEmpty || !written.allSatisfy(Self.plain.contains) {
      self = .double
    } else {
      self = .none
    }
  }

  /// A value in this style, or in double quotes when the style can't hold it.
  func quoted(_ value: String) -> [UInt8] {
    switch self {
    case .none where !value.isEmpty && value.utf8.allSatisfy(Self.plain.contains):
      return Array(value.utf8)
    case .single where !value.utf8.contains(UInt8(ascii: "'")):
      return Array("'\(value)'".utf8)
    default:
      var quoted = [UInt8(ascii: "\"")]
      Self.escape(value, into: &quoted)
      return quoted + [UInt8(ascii: "\"")]
    }
  }

  /// A text as it stands between double quotes.
  static func escape(_ text: String, into quoted: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "$"), UInt8(ascii: "`"):
        quoted.append(UInt8(ascii: "\\"))
      default: break
      }
      quoted.append(byte)
    }
  }
}
