import ConfigSyntax
import HostModel
import SourceText

/// A statement of a file of jails, `ip6.addr = "vtnet0|2001:db8::3";`, and the block it is in.
struct JailStatement {
  /// From its first byte to its semicolon.
  let place: Place
  /// The values as written, with their quotes.
  let values: [SourceSpan]
  /// What it sets; nil for an include.
  let parameter: JailConfParameter?
  /// The name of what it sets; nil for an include.
  let name: String?
  /// The name of the block around it; nil in the global part of the file.
  let block: String?
  private let file: SourceFile

  /// The statement that a place is in.
  init?(at place: Place?, _ host: ExaminedHost) {
    guard let place,
      let source = host.forecast.files.jailConf.first(where: { $0.file.path == place.path })
    else { return nil }
    // items stand in the order of the file, and nothing is inside a parameter
    let items = source.tree.items
    let behind = items.partitionPoint { $0.span.lower > place.span.lower }
    guard behind > 0, place.span.upper <= items[behind - 1].span.upper else { return nil }
    self.init(items[behind - 1], in: source)
  }

  /// A statement of a file; nil for a block.
  init?(_ item: JailConfItem, in source: JailConfSource) {
    switch item.kind {
    case .parameter(let parameter):
      self.parameter = parameter
      name = source.tree.name(of: parameter)
      values = source.tree.values(of: parameter).map(\.span)
    case .include(let paths):
      parameter = nil
      name = nil
      values = source.tree.values[paths].map(\.span)
    case .block: return nil
    }
    place = Place(path: source.file.path, span: item.span)
    block = item.parent.map { source.tree.blocks[$0].name }
    file = source.file
  }

  /// A value as written, with its quotes.
  func text(_ value: SourceSpan) -> String { file.text(value) }

  /// The edit that puts others behind this one, each on a line of its own when this one is.
  func followed(by statements: String...) -> PlacedEdit { followed(by: statements) }

  /// The edit that puts others behind this one, each on a line of its own when this one is.
  func followed(by statements: [String]) -> PlacedEdit {
    let start = file.bytes[..<place.span.lower].lastIndex(of: 10).map { $0 + 1 } ?? 0
    let indent = file.bytes[start..<place.span.lower]
    let isAlone = indent.allSatisfy { $0 == 32 || $0 == 9 }
    let blank = isAlone ? "\(file.lineEnd)\(String(decoding: indent, as: UTF8.self))" : " "
    return .insert(
      statements.map { blank + $0 }.joined(), at: place.span.upper, in: place.path)
  }

  /// The edit that takes the statement out: its line, or on a line with others the blanks beside it.
  var removal: PlacedEdit {
    let line = file.lines(of: place)
    guard line == place else { return .delete(line) }
    let bytes = file.bytes
    let before = bytes[..<place.span.lower].reversed().prefix { $0 == 32 || $0 == 9 }.count
    var (lower, upper) = (place.span.lower - before, place.span.upper)
    if lower == 0 || bytes[lower - 1] == 10 {
      lower = place.span.lower
      upper += bytes[upper...].prefix { $0 == 32 || $0 == 9 }.count
    }
    return .delete(Place(path: file.path, span: SourceSpan(lower, upper)))
  }

  /// The edit that puts another statement in its place.
  func replaced(by statement: String) -> PlacedEdit { .replace(place, with: statement) }

  /// The edit that gives it another parameter; nil for an include.
  func renamed(to name: String) -> PlacedEdit? {
    parameter.map { .replace(Place(path: file.path, span: $0.nameSpan), with: name) }
  }

  /// The edit that adds a value behind the others; nil when there are none.
  func adding(_ value: String) -> PlacedEdit? {
    values.last.map { .insert(", \(value)", at: $0.upper, in: file.path) }
  }

  /// The edit that makes `=` an `+=`; nil when it has no such sign.
  func appending() -> PlacedEdit? {
    guard let parameter, parameter.op == .set,
      let sign = file.bytes[parameter.nameSpan.upper...].firstIndex(of: UInt8(ascii: "="))
    else { return nil }
    return .insert("+", at: sign, in: file.path)
  }

  /// The edit that takes the value at a place out of the list; the whole statement when it is alone.
  func without(_ value: Place) -> PlacedEdit? {
    guard
      let index = values.firstIndex(where: {
        $0.lower <= value.span.lower && value.span.upper <= $0.upper
      })
    else { return nil }
    if values.count == 1 { return removal }
    let span =
      index == 0
      ? SourceSpan(values[0].lower, values[1].lower)
      : SourceSpan(values[index - 1].upper, values[index].upper)
    return .delete(Place(path: place.path, span: span))
  }
}

extension SourceFile {
  /// How the file ends its lines.
  var lineEnd: String {
    guard let first = bytes.firstIndex(of: 10), first > 0, bytes[first - 1] == 13 else {
      return "\n"
    }
    return "\r\n"
  }
}
