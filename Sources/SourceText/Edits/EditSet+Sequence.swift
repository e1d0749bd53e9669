/// Edits that are made one after another, as edits that are made at once.
extension EditSet {
  /// These edits and then others, which are made for the text that comes of these.
  ///
  /// - Parameter count: the size of the file as it is.
  package func followed(by later: EditSet, in count: Int) throws(EditConflict) -> EditSet {
    let first = PieceReader([.kept(0..<count)]).edited(edits)
    var result: [TextEdit] = []
    var position = 0
    var added: [UInt8] = []
    for piece in PieceReader(first).edited(later.edits) + [.kept(count..<count)] {
      switch piece {
      case .added(let bytes): added += bytes
      case .kept(let range):
        if range.lowerBound > position || !added.isEmpty {
          result.append(TextEdit(SourceSpan(position, range.lowerBound), added))
          added = []
        }
        position = range.upperBound
      }
    }
    return try EditSet(result)
  }
}

/// A piece of the text that comes of edits.
private enum Piece {
  /// Bytes of the file as it was.
  case kept(Range<Int>)
  case added(ArraySlice<UInt8>)

  var count: Int {
    switch self {
    case .kept(let range): range.count
    case .added(let bytes): bytes.count
    }
  }

  /// The bytes of it from one offset to another.
  func part(_ lower: Int, _ upper: Int) -> Piece {
    switch self {
    case .kept(let range): .kept(range.lowerBound + lower..<range.lowerBound + upper)
    case .added(let bytes): .added(bytes[bytes.startIndex + lower..<bytes.startIndex + upper])
    }
  }
}

/// Goes through a text in pieces, from edit to edit.
private struct PieceReader {
  private let pieces: [Piece]
  private var index = 0
  /// How much of the current piece is taken.
  private var inside = 0
  /// How much of the whole text is taken.
  private var offset = 0

  init(_ pieces: [Piece]) {
    self.pieces = pieces
  }

  /// The pieces of the text with edits made.
  consuming func edited(_ edits: [TextEdit]) -> [Piece] {
    var result: [Piece] = []
    for edit in edits {
      result += take(to: edit.span.lower)
      result.append(.added(edit.replacement[...]))
      _ = take(to: edit.span.upper)
    }
    return result + take(to: .max)
  }

  private mutating func take(to end: Int) -> [Piece] {
    var taken: [Piece] = []
    while offset < end, index < pieces.count {
      let piece = pieces[index]
      let length = min(end - offset, piece.count - inside)
      taken.append(piece.part(inside, inside + length))
      offset += length
      inside += length
      if inside == piece.count { (index, inside) = (index + 1, 0) }
    }
    return taken
  }
}
