/// Whether a report has colours; the caller knows where it goes.
package enum TextStyle: Sendable {
  /// The text and nothing else.
  case plain
  /// With ECMA-48 sequences for bold and the eight colours every terminal has.
  case colored

  /// The text as it is sent, what it stands for made visible.
  func paint(_ text: String, _ emphasis: Emphasis) -> String {
    guard self == .colored, let codes = emphasis.codes, !text.isEmpty else { return text }
    return "\u{1b}[\(codes)m\(text)\u{1b}[0m"
  }
}

/// What a piece of text stands for.
enum Emphasis: Sendable {
  case plain
  /// A name or a heading.
  case strong
  /// Something that fails.
  case failure
  /// Something that is taken away or needs a look.
  case caution
  case success
  /// Something that can't be told.
  case uncertainty
  /// A line that goes.
  case removal
  /// The words of it that differ.
  case removedWord
  /// A line that comes.
  case addition
  /// The words that differ of a line that comes.
  case addedWord

  fileprivate var codes: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .failure: "1;31"
    case .caution: "33"
    case .success, .addition: "32"
    case .uncertainty: "36"
    case .removal: "31"
    case .removedWord: "7;31"
    case .addedWord: "7;32"
    }
  }
}
