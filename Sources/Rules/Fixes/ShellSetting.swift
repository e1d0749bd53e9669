import ConfigSyntax
import HostModel
import SourceText

/// An assignment of a shell variable as a file spells it, and the edits that change it.
///
/// Nil where other code than an assignment sets the variable.
struct ShellSetting {
  /// The variable's name.
  let name: String
  /// The whole statement.
  let statement: Place
  /// The value as written, with its quotes.
  let value: Place
  private let assignment: ShellAssignment
  private let isAlone: Bool
  private let settings: ShellSettings
  private let file: SourceFile

  /// The assignment that a place is in.
  init?(at place: Place?, _ host: ExaminedHost) {
    guard let place, let file = host.file(at: place.path),
      let found = host.script(of: file).assignments(around: place.span.lower)
    else { return nil }
    name = found.assignment.name
    statement = Place(path: file.path, span: found.statement)
    value = Place(path: file.path, span: found.assignment.value.span)
    assignment = found.assignment
    isAlone = found.isAlone
    settings = ShellSettings(file.bytes, script: host.script(of: file))
    self.file = file
  }

  /// The assignment that gives a variable of rc.conf(5) its value.
  init?(of name: String, _ host: ExaminedHost) {
    self.init(at: host.written(host.forecast.variables[name]?.origin.place), host)
    guard self.name == name else { return nil }
  }

  /// The value; nil when something is expanded in it.
  var text: String? { assignment.value.constant }

  /// The edit that takes the whole line out; nil when the statement sets other variables, too.
  var removal: PlacedEdit? { isAlone ? .delete(file.lines(of: statement)) : nil }

  /// The edits that give the variable another value.
  func with(_ value: String) -> [PlacedEdit]? {
    placed(try? settings.set(assignment, to: value))
  }

  /// The edits that put a text in place of a word between blanks.
  func replacing(_ word: String, with text: String) -> [PlacedEdit]? {
    part(of: word).flatMap { placed(try? settings.replace($0, of: assignment, with: text)) }
  }

  /// The edits that put a text in front of the value.
  func beginning(with text: String) -> [PlacedEdit]? {
    placed(try? settings.replace(0..<0, of: assignment, with: text))
  }

  /// The edits that add a word behind the others.
  func adding(_ word: String) -> [PlacedEdit]? {
    guard let text else {
      let last = value.span.upper - 1
      guard word.isPlain, value.span.count > 1, file.bytes[last] == UInt8(ascii: "\"") else {
        return nil
      }
      return [.insert(" \(word)", at: last, in: file.path)]
    }
    let isOpen = text.isEmpty || text.last?.isWhitespace == true
    let end = text.utf8.count
    return placed(
      try? settings.replace(end..<end, of: assignment, with: isOpen ? word : " \(word)"))
  }

  /// The edits that take a word out with a blank beside it; the value may end up empty.
  func removing(_ word: String) -> [PlacedEdit]? {
    guard let part = part(of: word), let text else { return nil }
    let bytes = Array(text.utf8)
    var (lower, upper) = (part.lowerBound, part.upperBound)
    if upper < bytes.count {
      while upper < bytes.count, isBlank(bytes[upper]) { upper += 1 }
    } else {
      while lower > 0, isBlank(bytes[lower - 1]) { lower -= 1 }
    }
    return placed(try? settings.replace(lower..<upper, of: assignment, with: ""))
  }

  /// The edits that give the assignment another variable; nil when that can't have the name.
  func renamed(to other: String) -> [PlacedEdit]? {
    guard other.isVariableName else { return nil }
    let start = assignment.span.lower
    let span = SourceSpan(start, start + name.utf8.count)
    return [.replace(Place(path: file.path, span: span), with: other)]
  }

  /// The edit that sets another variable by a line behind this one.
  ///
  /// Nil when other code goes on there, or sh(1) would make something else of the name or the value.
  func followed(by name: String, _ value: String) -> PlacedEdit? {
    let begin = file.bytes[..<statement.span.lower].lastIndex(of: 10).map { $0 + 1 } ?? 0
    let indent = file.bytes[begin..<statement.span.lower]
    var end = file.bytes[statement.span.upper...].firstIndex(of: 10) ?? file.bytes.count
    let rest = file.bytes[statement.span.upper..<end].drop { isBlank($0) || $0 == 13 }
    guard name.isVariableName, value.isPlain, indent.allSatisfy(isBlank),
      rest.isEmpty || rest.first == UInt8(ascii: "#")
    else { return nil }
    if end > statement.span.upper, file.bytes[end - 1] == 13 { end -= 1 }
    let start = "\(file.lineEnd)\(String(decoding: indent, as: UTF8.self))"
    return .insert("\(start)\(name)=\"\(value)\"", at: end, in: file.path)
  }

  /// The bytes of the value's text that are a word between blanks, if it is there once.
  private func part(of word: String) -> Range<Int>? {
    guard let text else { return nil }
    let bytes = Array(text.utf8)
    let found = bytes.split(whereSeparator: isBlank).filter { $0.elementsEqual(word.utf8) }
    return found.count == 1 ? found[0].indices : nil
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 }

  private func placed(_ edits: EditSet?) -> [PlacedEdit]? {
    edits?.edits.map { PlacedEdit(path: file.path, edit: $0) }
  }
}

/// Variables of rc.conf(5), wherever they are set.
extension ExaminedHost {
  /// The edits that give a variable a value: where it is set, else by a new line of rc.conf(5).
  func setting(_ name: String, to value: String) -> [PlacedEdit]? {
    if written(forecast.variables[name]?.origin.place) != nil {
      return ShellSetting(of: name, self)?.with(value)
    }
    guard let file = file(at: "/etc/rc.conf"),
      let edits = try? ShellSettings(file.bytes, script: script(of: file)).set(name, to: value)
    else { return nil }
    return edits.edits.map { PlacedEdit(path: file.path, edit: $0) }
  }

  /// The edits that add a word to a list: where it is set, else by a new line of rc.conf(5).
  func adding(_ word: String, to name: String) -> [PlacedEdit]? {
    written(forecast.variables[name]?.origin.place) == nil
      ? setting(name, to: word) : ShellSetting(of: name, self)?.adding(word)
  }

  /// The tree of a file of shell code.
  func script(of file: SourceFile) -> ShellScript {
    forecast.files.shell.first { $0.file.path == file.path }?.script ?? parseShell(file.bytes)
  }
}

extension ShellScript {
  /// The assignment around an offset, its statement, and whether that sets nothing else.
  func assignments(
    around offset: Int
  ) -> (assignment: ShellAssignment, statement: SourceSpan, isAlone: Bool)? {
    let index = nodes.partitionPoint { $0.span.upper > offset }
    guard index < nodes.count, case .statement(let statement) = nodes[index].kind,
      case .simple(let command) = statement.command
    else { return nil }
    let all: [ShellAssignment]
    switch statement.form {
    case .assignments: all = command.assignments
    case .export: all = command.declared
    case .source, .opaque: return nil
    }
    guard let found = all.first(where: { $0.span.range.contains(offset) }) else { return nil }
    return (found, nodes[index].span, all.count == 1)
  }
}

extension String {
  /// sh(1) takes it for the name of a variable.
  fileprivate var isVariableName: Bool {
    utf8.first.map { !(48...57).contains($0) } == true
      && utf8.allSatisfy { byte in
        switch byte {
        case 48...57, 65...90, 97...122, UInt8(ascii: "_"): true
        default: false
        }
      }
  }
}
