import ConfigSyntax
import SourceText

/// What becomes of variables when code isn't run.
extension ShellEvaluator {
  /// Marks all that some code may set as unknown, instead of running it.
  mutating func giveUp(_ reason: String, _ span: SourceSpan, _ commands: [ShellCommand]) {
    note(reason, span)
    var effects = ShellEffects(functions: functions)
    for command in commands { effects.add(command) }
    for name in effects.names { forget(name, reason, span) }
    if effects.replaceArguments { unknownArguments = reason }
    status = nil
  }

  /// Marks the value of a variable as unknown.
  mutating func forget(_ name: String, _ reason: String, _ span: SourceSpan) {
    let text = variables.text(name)
    variables.assign(
      name, ShellValue(text: text, origin: .written(place(span)), unknown: reason))
  }
}

/// What commands may change, found without running them.
private struct ShellEffects {
  private(set) var names: Set<String> = []
  private(set) var replaceArguments = false
  private let functions: [String: ShellFunction]
  private var seen: Set<String> = []
  private var depth = 0

  init(functions: [String: ShellFunction]) {
    self.functions = functions
  }

  mutating func add(_ command: ShellCommand) {
    switch command {
    case .simple(let simple): add(simple)
    case .pipeline(let commands, _):
      if commands.count == 1 { add(commands[0]) }
    case .sequence(let commands): for command in commands { add(command) }
    case .and(let first, let second), .or(let first, let second):
      add(first)
      add(second)
    case .background, .subshell, .function, .tooDeep: break
    case .group(let inner, _): add(inner)
    case .ifClause(let branches, let otherwise):
      for (condition, body) in branches {
        add(condition)
        add(body)
      }
      if let otherwise { add(otherwise) }
    case .forLoop(let name, _, let body):
      names.insert(name)
      add(body)
    case .whileLoop(let condition, let body, _):
      add(condition)
      add(body)
    case .caseClause(_, let items): for item in items { add(item.body) }
    }
  }

  private mutating func add(_ command: ShellSimpleCommand) {
    for assignment in command.assignments + command.declared { names.insert(assignment.name) }
    guard let name = command.words.first?.constant else { return }
    // what expands to a text that isn't known is left out
    let words = command.words.dropFirst().map { word in
      word.parts.compactMap(\.constant).joined()
    }
    switch name {
    case "read", "getopts", "unset", "setvar": names.formUnion(words.filter(\.isVariableName))
    case "set", "shift": replaceArguments = true
    case "eval": addText(words.joined(separator: " "))
    default:
      if let function = functions[name], seen.insert(name).inserted { add(function.body) }
    }
  }

  private mutating func addText(_ text: String) {
    guard depth < 10 else { return }
    depth += 1
    for node in parseShell(Array(text.utf8)).nodes {
      if case .statement(let statement) = node.kind { add(statement.command) }
    }
    depth -= 1
  }
}

extension String {
  /// Is a legal name of a shell variable.
  var isVariableName: Bool {
    guard let first = utf8.first, !(48...57).contains(first) else { return false }
    return utf8.allSatisfy(isNameByte)
  }
}
