/// A text with numbered holes: `jail {1} asks for {2}`.
struct Template: Sendable {
  private enum Piece: Sendable {
    case text(String)
    case hole(Int)
  }

  private var pieces: [Piece] = []

  init(_ pattern: some StringProtocol) {
    var rest = pattern[...]
    while let start = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      let digits = rest[rest.utf8.index(after: start)...].prefix { $0.isASCII && $0.isNumber }
      let end = digits.endIndex
      guard let number = Int(digits), rest[end...].first == "}" else {
        pieces.append(.text(String(rest[...start])))
        rest = rest[rest.utf8.index(after: start)...]
        continue
      }
      pieces.append(.text(String(rest[..<start])))
      pieces.append(.hole(number))
      rest = rest[rest.index(after: end)...]
    }
    pieces.append(.text(String(rest)))
  }

  /// What stands in the holes of a text of this form, in their order; nil when it has another.
  ///
  /// A hole ends where what follows it is first found, and the last one before what ends the text.
  func fillings(of text: some StringProtocol) -> [String]? {
    var parts = pieces.compactMap { if case .text(let part) = $0 { part } else { nil } }
    let end = parts.popLast() ?? ""
    guard let start = parts.first else { return text == end ? [] : nil }
    var rest = Substring(text)
    guard rest.hasPrefix(start) else { return nil }
    rest = rest.dropFirst(start.count)
    var fillings: [String] = []
    for part in parts.dropFirst() {
      guard let found = rest.indices.first(where: { rest[$0...].hasPrefix(part) }) else {
        return nil
      }
      fillings.append(String(rest[..<found]))
      rest = rest[found...].dropFirst(part.count)
    }
    return rest.hasSuffix(end) ? fillings + [String(rest.dropLast(end.count))] : nil
  }

  /// The text with its holes filled.
  func written(_ value: (Int) -> String) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let part): text += part
      case .hole(let number): text += value(number)
      }
    }
    return text
  }
}
