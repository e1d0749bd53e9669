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

  /// The numbers of its holes.
  var holes: Set<Int> {
    Set(pieces.compactMap { if case .hole(let number) = $0 { number } else { nil } })
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
