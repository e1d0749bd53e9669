import ConfigSyntax
import Phrases
import SourceText

/// Runs the commands that are built into sh(1).
extension ShellEvaluator {
  /// - Returns: false when the name is none of a built-in command.
  mutating func runBuiltin(
    _ name: String, _ arguments: [String], _ command: ShellSimpleCommand
  ) -> Bool {
    switch name {
    case ":", "true", "cd", "umask", "trap", "ulimit", "wait", "sleep", "logger", "times": break
    case "false": status = 1
    case "echo": echo(arguments, command)
    case "printf": printFormatted(arguments, command)
    case "cut": return cut(arguments, command)
    case "[", "test": status = test(name, arguments)
    case "eval": evaluate(arguments.joined(separator: " "), command)
    case "unset": unset(arguments)
    case "set": set(arguments, command.span)
    case "setvar" where arguments.count == 2 && arguments[0].isVariableName:
      let origin = Origin.written(place(command.span))
      variables.assign(arguments[0], ShellValue(text: arguments[1], origin: origin))
    case "shift": shift(by: arguments.first ?? "1")
    case "read", "getopts":
      giveUp(spoken("`\(name)` is not followed"), command.span, [.simple(literal(name, arguments))])
    case ".": sourceFile(arguments.first { $0 != "--" } ?? "", command.span)
    case "return", "exit", "break", "continue": leave(name, arguments.first)
    default: return false
    }
    return true
  }

  /// A command of words that were expanded.
  func literal(_ name: String, _ arguments: [String]) -> ShellSimpleCommand {
    let span = SourceSpan(0, 0)
    let words = ([name] + arguments).map { ShellWord(parts: [.quoted($0, span)], span: span) }
    return ShellSimpleCommand(words: words, span: span)
  }

  /// Follows what leaves a function, a file, the shell or loops.
  private mutating func leave(_ name: String, _ argument: String?) {
    let number = argument.flatMap { Int($0) }
    if let argument, number ?? -1 < 0 { return stop("\(name): Illegal number: \(argument)") }
    let levels = min(number ?? 1, loops)
    switch name {
    case "return":
      status = number ?? previousStatus
      flow = .returning
    case "exit":
      status = (number ?? previousStatus).map { $0 & 0xff }
      flow = .stopped
      stopped = "\(file.path): exit"
    case "break" where levels > 0: flow = .breaking(levels)
    case "continue" where levels > 0: flow = .continuing(levels)
    default: break
    }
  }

  private mutating func unset(_ arguments: [String]) {
    let isFunction = arguments.first == "-f"
    for name in arguments where !name.hasPrefix("-") {
      if isFunction { functions[name] = nil } else { variables[name] = nil }
    }
  }

  /// Sets the arguments; options that only print more are passed over.
  private mutating func set(_ arguments: [String], _ span: SourceSpan) {
    var rest = arguments[...]
    while let option = rest.first, option != "--", option.hasPrefix("-") || option.hasPrefix("+") {
      rest.removeFirst()
      if option == "-" { break }
      let isHarmless = option.hasPrefix("+") || option.dropFirst().allSatisfy { "vx".contains($0) }
      if !isHarmless { note(spoken("`set \(option)` is not followed"), span) }
      if option.hasSuffix("o") { _ = rest.popFirst() }
    }
    if rest.isEmpty { return }
    self.arguments = Array(rest.first == "--" ? rest.dropFirst() : rest)
    unknownArguments = nil
  }

  /// Drops arguments; with too few of them it does nothing (FreeBSD `bin/sh/options.c`, shiftcmd).
  private mutating func shift(by number: String) {
    guard let count = Int(number), count >= 0 else {
      return stop("shift: Illegal number: \(number)")
    }
    if unknownArguments != nil {
      status = nil
    } else if count > arguments.count {
      status = 1
    } else {
      arguments.removeFirst(count)
    }
  }

  private mutating func evaluate(_ text: String, _ command: ShellSimpleCommand) {
    budget -= text.utf8.count >> 6
    let outer = enclosing
    let streams = streams(command.redirections)
    enclosing = outer ?? command.span
    let script = parseShell(Array(text.utf8))
    redirected(streams) { shell in
      for node in script.nodes where shell.flow == .running {
        guard case .statement(let statement) = node.kind else { continue }
        shell.execute(statement.command, span: command.span)
      }
    }
    enclosing = outer
    guard flow == .running, let error = script.syntaxError else { return }
    stop("eval: \(error.line): Syntax error: \(error.message)")
  }

  private mutating func sourceFile(_ path: String, _ span: SourceSpan) {
    guard let entry = host.entry(at: path) else {
      return giveUp(spoken("\(path) was not collected"), span, [])
    }
    switch entry {
    case .file(let source):
      budget -= source.bytes.count >> 6
      _ = self.source(source, script: parseShell(source.bytes))
    case .unreadable(let reason): giveUp("\(path): \(reason)", span, [])
    case .missing, .directory:
      stop("\(file.path): cannot open \(path): No such file or directory")
    }
  }
}
