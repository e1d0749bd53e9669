import Phrases
import SourceText

/// What code other than a plain assignment can do to one variable and to the reading of a file.
///
/// Nothing is run: this is what the code could do at most, whatever branch it takes.
struct ShellEffects {
  /// It may set, unset or lock the variable, or tells a command its name.
  var touches = false
  /// It runs text that isn't in the tree, or changes how the shell works; this is the command.
  var runsUnknown: String?
  /// It may end the reading of the file.
  var leaves = false

  mutating func formUnion(_ other: ShellEffects) {
    touches = touches || other.touches
    runsUnknown = runsUnknown ?? other.runsUnknown
    leaves = leaves || other.leaves
  }
}

/// Works out the effects of code on one variable.
struct ShellEffectsReader {
  /// Builtins that run other text, or change how what follows is read or run
  /// (FreeBSD `bin/sh/builtins.def`; `source` is another shell's word for `.`).
  private static let unknown: Set = [
    ".", "source", "eval", "trap", "alias", "unalias", "set", "shift", "fc", "bind",
  ]
  private static let leaving: Set = ["exit", "return", "exec"]
  /// Builtins that set or lock the variables among their arguments.
  private static let setting: Set = [
    "read", "unset", "getopts", "setvar", "readonly", "local", "export",
  ]

  private let name: String
  /// The functions of the file, and what any of them may do when it is called.
  private var functions: Set<String> = []
  private var ofFunctions = ShellEffects()

  /// - Parameter script: the file, whose functions are looked at first.
  init(of name: String, in script: ShellScript) {
    self.name = name
    var bodies: [ShellCommand] = []
    for node in script.nodes {
      guard case .statement(let statement) = node.kind, statement.plainAssignment == nil else {
        continue
      }
      collect(statement.command, &bodies)
    }
    // what a body calls is among the functions, too
    for body in bodies { ofFunctions.formUnion(effects(of: body)) }
  }

  private mutating func collect(_ command: ShellCommand, _ bodies: inout [ShellCommand]) {
    if case .function(let name, let body) = command {
      functions.insert(name)
      bodies.append(body)
    }
    for inner in command.inner { collect(inner, &bodies) }
  }

  /// What a command may do.
  func effects(of command: ShellCommand) -> ShellEffects {
    var effects = ShellEffects()
    switch command {
    case .simple(let simple): return self.effects(of: simple)
    // these run in a process of their own; a function does nothing before it is called
    case .subshell, .background, .function: return effects
    case .tooDeep: effects.runsUnknown = spoken("code nested too deeply")
    case .forLoop(let variable, let words, _):
      effects.touches = variable == name
      for word in words ?? [] { effects.formUnion(self.effects(of: word)) }
    case .caseClause(let word, let items):
      for word in [word] + items.flatMap(\.patterns) {
        effects.formUnion(self.effects(of: word))
      }
    case .group(_, let redirections):
      for redirection in redirections {
        effects.formUnion(self.effects(of: redirection.target))
      }
    case .pipeline, .and, .or, .sequence, .ifClause, .whileLoop: break
    }
    for inner in command.inner { effects.formUnion(self.effects(of: inner)) }
    return effects
  }

  private func effects(of simple: ShellSimpleCommand) -> ShellEffects {
    var effects = ShellEffects()
    for assignment in simple.assignments {
      if assignment.name == name { effects.touches = true }
      effects.formUnion(self.effects(of: assignment.value))
    }
    for redirection in simple.redirections {
      effects.formUnion(self.effects(of: redirection.target))
    }
    for word in simple.words { effects.formUnion(self.effects(of: word)) }
    effects.formUnion(call(simple.words[...]))
    return effects
  }

  /// What the command that some words make may do.
  private func call(_ words: ArraySlice<ShellWord>) -> ShellEffects {
    var effects = ShellEffects()
    guard let first = words.first else { return effects }
    guard let command = first.constant else {
      effects.runsUnknown = spoken("a command named by an expansion")
      return effects
    }
    if functions.contains(command) {
      effects.formUnion(ofFunctions)
    } else if command == "command" || command == "builtin" {
      let option = words.dropFirst().first?.constant
      if option == "-v" || option == "-V" { return effects }
      return call(words.dropFirst().drop { $0.constant?.hasPrefix("-") == true })
    } else if Self.leaving.contains(command) {
      effects.leaves = true
    } else if Self.unknown.contains(command) {
      effects.runsUnknown = "`\(command)`"
    }
    for word in words.dropFirst() {
      if let text = word.constant {
        effects.touches = effects.touches || mentions(text)
      } else if Self.setting.contains(command) {
        effects.runsUnknown = spoken("`\(command)` of a name made by an expansion")
      }
    }
    return effects
  }

  /// What the values of assignments may do beside becoming values.
  func effects(of assignments: [ShellAssignment]) -> ShellEffects {
    assignments.reduce(into: ShellEffects()) { $0.formUnion(effects(of: $1.value)) }
  }

  /// What expanding a word may do; command substitutions run in a process of their own.
  func effects(of word: ShellWord) -> ShellEffects {
    var effects = ShellEffects()
    for part in word.parts {
      switch part {
      case .literal, .quoted, .commandSubstitution: break
      case .parameter(let parameter):
        switch parameter.op {
        case .assignDefault: effects.touches = effects.touches || parameter.name == name
        case .errorIfUnset, .invalid: effects.leaves = true
        default: break
        }
        if let word = parameter.word { effects.formUnion(self.effects(of: word)) }
      case .arithmetic(let expression, _, _):
        effects.formUnion(self.effects(of: expression))
        for part in expression.parts {
          if let text = part.constant { effects.touches = effects.touches || mentions(text) }
        }
      }
    }
    return effects
  }

  /// Whether the variable's name stands in a text as a word of its own.
  private func mentions(_ text: String) -> Bool {
    guard text.utf8.count >= name.utf8.count else { return false }
    return text.utf8.split(omittingEmptySubsequences: true) { !$0.continuesShellName }
      .contains { $0.elementsEqual(name.utf8) }
  }
}

extension ShellCommand {
  /// The commands that this one is made of.
  fileprivate var inner: [ShellCommand] {
    switch self {
    case .simple, .tooDeep: []
    case .pipeline(let commands, _), .sequence(let commands): commands
    case .and(let one, let other), .or(let one, let other): [one, other]
    case .background(let body), .group(let body, _), .subshell(let body, _): [body]
    case .ifClause(let branches, let otherwise):
      branches.flatMap { [$0.condition, $0.body] } + (otherwise.map { [$0] } ?? [])
    case .forLoop(_, _, let body): [body]
    case .whileLoop(let condition, let body, _): [condition, body]
    case .caseClause(_, let items): items.map(\.body)
    case .function(_, let body): [body]
    }
  }
}
