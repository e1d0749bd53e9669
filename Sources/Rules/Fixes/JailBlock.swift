import ConfigSyntax
import HostModel
import SourceText

/// The block of a jail in a file of jail.conf(5).
struct JailBlock {
  /// The block's name as written.
  let name: Place
  /// The statements in it, in order.
  let statements: [JailStatement]
  private let block: JailConfBlock
  private let file: SourceFile

  /// Nil when the jail is not defined by a block of its own name.
  init?(of jail: JailForecast, _ host: ExaminedHost) {
    guard jail.definition?.kind.isJailConf == true, let place = host.place(of: jail) else {
      return nil
    }
    self.init(at: place, host)
  }

  /// The block whose name is at a place.
  init?(at place: Place, _ host: ExaminedHost) {
    guard let source = host.forecast.files.jailConf.first(where: { $0.file.path == place.path }),
      let index = source.tree.blocks.firstIndex(where: { $0.nameSpan.lower == place.span.lower })
    else { return nil }
    block = source.tree.blocks[index]
    name = Place(path: place.path, span: block.nameSpan)
    file = source.file
    statements = source.tree.items.filter { $0.parent == index }
      .compactMap { JailStatement($0, in: source) }
  }

  /// The last statement of a parameter.
  func statement(_ parameter: String) -> JailStatement? {
    statements.last { $0.name == parameter }
  }

  /// The edit that takes the whole block out.
  var removal: PlacedEdit {
    .delete(file.lines(of: Place(path: file.path, span: block.span)))
  }

  /// The edit that adds statements behind the others.
  func adding(_ new: String...) -> PlacedEdit? { adding(new) }

  /// The edit that adds statements behind the others.
  func adding(_ new: [String]) -> PlacedEdit? {
    if new.isEmpty { return nil }
    if let last = statements.last { return last.followed(by: new) }
    guard let brace = file.bytes[block.nameSpan.upper...].firstIndex(of: UInt8(ascii: "{")),
      brace < block.span.upper
    else { return nil }
    let inside = file.bytes[(brace + 1)..<block.span.upper]
    guard inside.contains(10) else {
      return .insert(new.map { " \($0)" }.joined(), at: brace + 1, in: file.path)
    }
    let start = file.bytes[..<block.nameSpan.lower].lastIndex(of: 10).map { $0 + 1 } ?? 0
    let indent = file.bytes[start...].prefix { $0 == 32 || $0 == 9 }
    let blanks = file.lineEnd + String(decoding: indent, as: UTF8.self) + "  "
    return .insert(new.map { blanks + $0 }.joined(), at: brace + 1, in: file.path)
  }
}
