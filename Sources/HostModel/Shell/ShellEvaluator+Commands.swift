import ConfigSyntax
import SourceText

extension ShellEvaluator {
  /// Runs one command of the grammar and leaves its status.
  mutating func execute(_ command: ShellCommand, span: SourceSpan) {
    guard flow == .running, spend(span) else { return }
    depth += 1
    defer { depth -= 1 }
    switch command {
    case .simple(let simple): execute(simple)
    case .pipeline(let commands, let negated): executePipeline(commands, negated, span)
    case .and(let first, let second): executeList(first, second, span, wanting: true)
    case .or(let first, let second): executeList(first, second, span, wanting: false)
    case .sequence(let commands): for command in commands { execute(command, span: span) }
    case .background(let command):
      inSubshell { $0.execute(command, span: span) }
      status = 0
    case .group(let command, _): execute(command, span: span)
    case .subshell(let command, _): inSubshell { $0.execute(command, span: span) }
    case .ifClause(let branches, let otherwise): executeIf(branches[...], otherwise, span)
    case .forLoop(let name, let words, let body): executeFor(name, words, body, span)
    case .whileLoop(let condition, let body, let until):
      executeWhile(condition, body, until, span)
    case .caseClause(let word, let items): executeCase(word, items, span)
    case .function(let name, let body):
      functions[name] = body
      status = 0
    case .tooDeep(let inner): giveUp("nested too deeply to follow", inner, [])
    }
  }

  private mutating func spend(_ span: SourceSpan) -> Bool {
    budget -= 1
    if budget > 0 && depth < 400 { return true }
    if budget == 0 { note("runs too long to follow", span) }
    status = nil
    return false
  }

  private mutating func executeList(
    _ first: ShellCommand, _ second: ShellCommand, _ span: SourceSpan, wanting success: Bool
  ) {
    execute(first, span: span)
    guard flow == .running else { return }
    guard let status else { return giveUp("depends on an unknown command", span, [second]) }
    if (status == 0) == success { execute(second, span: span) }
  }

  private mutating func executePipeline(
    _ commands: [ShellCommand], _ negated: Bool, _ span: SourceSpan
  ) {
    if commands.count == 1 {
      execute(commands[0], span: span)
    } else {
      for (index, command) in commands.enumerated() {
        inSubshell {
          if index < commands.count - 1 { $0.captured = "" }
          $0.execute(command, span: span)
        }
      }
      if captured != nil { status = nil }
    }
    if negated { status = status.map { $0 == 0 ? 1 : 0 } }
  }

  /// Runs a part in a copy of the shell; only its status, console and effect on the host remain.
  mutating func inSubshell(_ body: (inout ShellEvaluator) -> Void) {
    var copy = self
    body(&copy)
    host = copy.host
    console = copy.console
    unknowns = copy.unknowns
    budget = copy.budget
    status = copy.status
    if captured != nil { captured = copy.captured }
  }

  private mutating func executeIf(
    _ branches: ArraySlice<(condition: ShellCommand, body: ShellCommand)>,
    _ otherwise: ShellCommand?, _ span: SourceSpan
  ) {
    for (index, branch) in zip(branches.indices, branches) {
      execute(branch.condition, span: span)
      guard flow == .running else { return }
      guard let status else {
        let rest = branches[index...].map(\.body) + [otherwise].compactMap { $0 }
        return giveUp("depends on an unknown command", span, rest)
      }
      if status == 0 { return execute(branch.body, span: span) }
    }
    status = 0
    if let otherwise { execute(otherwise, span: span) }
  }

  private mutating func executeFor(
    _ name: String, _ words: [ShellWord]?, _ body: ShellCommand, _ span: SourceSpan
  ) {
    let values = fields(words ?? [])
    guard values.unknown == nil else {
      return giveUp(values.unknown ?? "unknown list", span, [body])
    }
    status = 0
    for value in words == nil ? arguments : values.texts {
      let origin = Origin.written(Place(path: file.path, span: span))
      variables.assign(name, ShellValue(text: value, origin: origin))
      execute(body, span: span)
      if !continuesLoop() { break }
    }
  }

  private mutating func executeWhile(
    _ condition: ShellCommand, _ body: ShellCommand, _ until: Bool, _ span: SourceSpan
  ) {
    while true {
      execute(condition, span: span)
      guard flow == .running else { return }
      guard let status, budget > 0 else {
        return giveUp("a loop whose end is not known", span, [body])
      }
      if (status == 0) == until { break }
      execute(body, span: span)
      if !continuesLoop() { break }
    }
    if flow == .running { status = 0 }
  }

  private mutating func continuesLoop() -> Bool {
    switch flow {
    case .running: return true
    case .continuing:
      flow = .running
      return true
    case .breaking:
      flow = .running
      return false
    case .returning, .stopped: return false
    }
  }

  private mutating func executeCase(
    _ word: ShellWord, _ items: [ShellCaseItem], _ span: SourceSpan
  ) {
    let subject = expand(word)
    if let unknown = subject.unknown { return giveUp(unknown, span, items.map(\.body)) }
    status = 0
    var falling = false
    for item in items {
      if !falling {
        let matches = item.patterns.contains { matchesPattern(subject.text, pattern($0)) }
        guard matches else { continue }
      }
      execute(item.body, span: span)
      falling = item.fallsThrough
      if !falling || flow != .running { return }
    }
  }

  /// Marks all that some code may set as unknown, instead of running it.
  mutating func giveUp(_ reason: String, _ span: SourceSpan, _ commands: [ShellCommand]) {
    note(reason, span)
    let origin = Origin.written(Place(path: file.path, span: span))
    for command in commands {
      for name in assignedNames(command) {
        let old = variables[name]
        variables.assign(
          name, ShellValue(text: old?.text ?? "", origin: origin, unknown: reason))
      }
    }
    status = nil
  }
}

/// The variables a command may set, found without running it.
private func assignedNames(_ command: ShellCommand) -> [String] {
  switch command {
  case .simple(let simple): (simple.assignments + simple.declared).map(\.name)
  case .pipeline(let commands, _), .sequence(let commands): commands.flatMap(assignedNames)
  case .and(let first, let second), .or(let first, let second):
    assignedNames(first) + assignedNames(second)
  case .background, .subshell, .function, .tooDeep: []
  case .group(let inner, _): assignedNames(inner)
  case .ifClause(let branches, let otherwise):
    branches.flatMap { assignedNames($0.condition) + assignedNames($0.body) }
      + (otherwise.map(assignedNames) ?? [])
  case .forLoop(let name, _, let body): [name] + assignedNames(body)
  case .whileLoop(let condition, let body, _): assignedNames(condition) + assignedNames(body)
  case .caseClause(_, let items): items.flatMap { assignedNames($0.body) }
  }
}
