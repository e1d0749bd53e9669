import ConfigSyntax
import Phrases
import SourceText

/// Runs the commands that hold other commands.
extension ShellEvaluator {
  /// Runs one command of the grammar and leaves its status.
  mutating func execute(_ command: ShellCommand, span: SourceSpan) {
    guard flow == .running, spend(command, span) else { return }
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
    case .group(let command, let redirections):
      redirected(streams(redirections)) { $0.execute(command, span: span) }
    case .subshell(let command, let redirections):
      redirected(streams(redirections)) { shell in
        shell.inSubshell { $0.execute(command, span: span) }
      }
    case .ifClause(let branches, let otherwise): executeIf(branches[...], otherwise, span)
    case .forLoop(let name, let words, let body): executeFor(name, words, body, span)
    case .whileLoop(let condition, let body, let until):
      loops += 1
      executeWhile(condition, body, until, span)
      loops -= 1
    case .caseClause(let word, let items): executeCase(word, items, span)
    case .function(let name, let body):
      functions[name] = ShellFunction(body: body, file: file, enclosing: enclosing)
      status = 0
    case .tooDeep(let inner): giveUp(spoken("nested too deeply to follow"), inner, [])
    }
  }

  private mutating func spend(_ command: ShellCommand, _ span: SourceSpan) -> Bool {
    budget -= 1
    if budget > 0 && depth < 250 { return true }
    giveUp(
      budget > 0 ? spoken("nested too deeply to follow") : spoken("runs too long to follow"), span,
      [command])
    return false
  }

  private mutating func executeList(
    _ first: ShellCommand, _ second: ShellCommand, _ span: SourceSpan, wanting success: Bool
  ) {
    execute(first, span: span)
    guard flow == .running else { return }
    guard let status else { return giveUp(spoken("depends on an unknown command"), span, [second]) }
    if (status == 0) == success { execute(second, span: span) }
  }

  private mutating func executePipeline(
    _ commands: [ShellCommand], _ negated: Bool, _ span: SourceSpan
  ) {
    if commands.count == 1 {
      execute(commands[0], span: span)
    } else {
      let outer = input
      for command in commands.dropLast() {
        let output = capture(command, span)
        input = output.unknown == nil ? output.text : nil
      }
      inSubshell { $0.execute(commands[commands.count - 1], span: span) }
      input = outer
    }
    if negated { status = status.map { $0 == 0 ? 1 : 0 } }
  }

  /// Runs a part as a process of its own: what it sets and where it leaves to is gone after it.
  mutating func inSubshell(_ body: (inout ShellEvaluator) -> Void) {
    let outer = (variables, functions, arguments, unknownArguments, hidden)
    let outerFlow = (flow, stopped, isSilent, previousStatus)
    body(&self)
    (variables, functions, arguments, unknownArguments, hidden) = outer
    (flow, stopped, isSilent, previousStatus) = outerFlow
  }

  private mutating func executeIf(
    _ branches: ArraySlice<(condition: ShellCommand, body: ShellCommand)>,
    _ otherwise: ShellCommand?, _ span: SourceSpan
  ) {
    for (index, branch) in zip(branches.indices, branches) {
      execute(branch.condition, span: span)
      guard flow == .running else { return }
      guard let status else {
        let rest =
          branches[index...].map(\.body) + branches[(index + 1)...].map(\.condition)
          + [otherwise].compactMap { $0 }
        return giveUp(spoken("depends on an unknown command"), span, rest)
      }
      if status == 0 { return execute(branch.body, span: span) }
    }
    status = 0
    if let otherwise { execute(otherwise, span: span) }
  }

  private mutating func executeFor(
    _ name: String, _ words: [ShellWord]?, _ body: ShellCommand, _ span: SourceSpan
  ) {
    previousStatus = status
    var values = ExpandedFields(texts: arguments, unknown: unknownArguments)
    if let words { values = fields(words) }
    if let unknown = values.unknown {
      return giveUp(unknown, span, [.forLoop(name: name, words: words, body: body)])
    }
    status = 0
    loops += 1
    defer { loops -= 1 }
    for value in values.texts {
      variables.assign(name, ShellValue(text: value, origin: .written(place(span))))
      execute(body, span: span)
      if !continuesLoop() { break }
    }
  }

  private mutating func executeWhile(
    _ condition: ShellCommand, _ body: ShellCommand, _ until: Bool, _ span: SourceSpan
  ) {
    var last: Int? = 0
    while true {
      execute(condition, span: span)
      if flow != .running {
        guard continuesLoop() else { break }
        continue
      }
      guard let status, budget > 0 else {
        return giveUp(spoken("a loop whose end is not known"), span, [body])
      }
      if (status == 0) == until { break }
      execute(body, span: span)
      last = self.status
      if !continuesLoop() { break }
    }
    if flow == .running { status = last }
  }

  private mutating func continuesLoop() -> Bool {
    switch flow {
    case .running: return true
    case .continuing(let levels):
      flow = levels > 1 ? .continuing(levels - 1) : .running
      return levels <= 1
    case .breaking(let levels):
      flow = levels > 1 ? .breaking(levels - 1) : .running
      return false
    case .returning, .stopped: return false
    }
  }

  private mutating func executeCase(
    _ word: ShellWord, _ items: [ShellCaseItem], _ span: SourceSpan
  ) {
    previousStatus = status
    let subject = expand(word)
    let command = ShellCommand.caseClause(word, items)
    if let unknown = subject.unknown { return giveUp(unknown, span, [command]) }
    status = 0
    var falling = false
    for item in items {
      for word in item.patterns where !falling {
        let pattern = pattern(word)
        if let unknown = pattern.unknown { return giveUp(unknown, span, [command]) }
        falling = matches(subject.text, pattern.pieces)
      }
      guard falling, flow == .running else { continue }
      execute(item.body, span: span)
      if !item.fallsThrough { return }
    }
  }
}
