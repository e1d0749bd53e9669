import ConfigSyntax

/// What the sections in front of a jail's own say, `*` above all, put together once for all of its jails.
///
/// Only the jail's name is still to be put in.
final class SharedParameters: Sendable {
  /// The parameters, in order.
  let list: JailParameters
  /// jail(8) takes all of them, whatever the jail's name is.
  let isSound: Bool
  /// The pieces of values with the jail's name in them, by the parameter.
  private let pieces: [[JailBuilder.Pieces]?]

  /// None.
  static let empty = SharedParameters(JailParameters(), pieces: [], ParameterCatalog())

  init(
    _ list: JailParameters, pieces: [[JailBuilder.Pieces]?], _ catalog: ParameterCatalog
  ) {
    self.list = list
    self.pieces = pieces
    let isSameForAll = list.entries.indices.allSatisfy { index in
      switch catalog.kind(of: list.entries[index].id) {
      case .internalText, .text, .readOnly: true
      case .internalFlag, .internalNumber, .flag, .number, .stack: pieces[index] == nil
      case .inet, .inet6, nil: false
      }
    }
    isSound = isSameForAll && JailCheck.accepts(list, catalog)
  }

  /// The values of the parameter at an index, for the jail of a name.
  func values(at index: Int, for jail: String) -> ArraySlice<JailValue> {
    let values = list.values(at: index)
    guard let pieces = pieces[index] else { return values }
    return zip(values, pieces).map { value, pieces in
      JailValue(text: Self.text(value, pieces, for: jail), origin: value.origin)
    }[...]
  }

  /// The last value of the parameter at an index, for the jail of a name.
  func text(at index: Int, for jail: String) -> String? {
    guard let pieces = pieces[index] else { return list.text(at: index) }
    return list.values(at: index).last.map { Self.text($0, pieces.last ?? nil, for: jail) }
  }

  /// The pieces of the values of the parameter at an index, when the jail's name is in one of them.
  func pieces(at index: Int) -> [JailBuilder.Pieces]? { pieces[index] }

  private static func text(
    _ value: JailValue, _ pieces: JailBuilder.Pieces, for jail: String
  ) -> String {
    guard let pieces else { return value.text }
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let part): if text.isEmpty { text = part } else { text += part }
      case .variable: text += jail
      }
    }
    return text
  }
}
