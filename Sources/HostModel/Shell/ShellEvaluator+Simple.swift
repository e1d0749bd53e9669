import ConfigSyntax
import Phrases
import SourceText

/// Runs simple commands: assignments alone, functions, built-in commands and programs.
extension ShellEvaluator {
  mutating func execute(_ command: ShellSimpleCommand) {
    (previousStatus, status) = (status, 0)
    guard let first = command.words.first else { return assign(command.assignments) }
    if let name = first.constant, ["export", "readonly", "local"].contains(name) {
      return declare(name, command)
    }
    let words = fields(command.words)
    guard flow == .running else { return }
    if let unknown = words.unknown { return passOver(words.texts, unknown, command.span) }
    var argv = words.texts[...]
    while argv.first == "command", let next = argv.dropFirst().first, !next.hasPrefix("-") {
      argv.removeFirst()
    }
    guard let name = argv.first else { return assign(command.assignments) }
    status = 0
    if let function = functions[name], argv.count == words.texts.count {
      return call(function, Array(argv.dropFirst()), command)
    }
    if !command.assignments.isEmpty, specialBuiltins.contains(name) { assign(command.assignments) }
    if runBuiltin(Self.builtin(of: name), Array(argv.dropFirst()), command) { return }
    runProgram(Array(argv), command)
  }

  /// Programs of the base system that do what the built-in command of their name does.
  private static func builtin(of name: String) -> String {
    switch name {
    case "/bin/echo", "/bin/test", "/bin/sleep", "/bin/[", "/usr/bin/true", "/usr/bin/false",
      "/usr/bin/printf", "/usr/bin/logger", "/usr/bin/cut":
      String(name.split(separator: "/").last ?? "")
    default: name
    }
  }

  /// Leaves out a command whose words aren't known.
  private mutating func passOver(_ words: [String], _ reason: String, _ span: SourceSpan) {
    var command = ShellSimpleCommand(span: span)
    command.words = words.map { ShellWord(parts: [.quoted($0, span)], span: span) }
    giveUp(reason, span, [.simple(command)])
  }

  /// Follows `export`, `readonly` and `local`.
  private mutating func declare(_ name: String, _ command: ShellSimpleCommand) {
    let names = fields(
      command.words.dropFirst().filter { word in
        !command.declared.contains { $0.span == word.span }
      })
    guard flow == .running else { return }
    if let unknown = names.unknown { note(unknown, command.span) }
    if name == "local" {
      if hidden.isEmpty {
        complain("local: Not in a function")
        status = 2
        return
      }
      for name in command.declared.map(\.name) + names.texts { hide(name) }
    } else {
      assign(command.assignments)
    }
    assign(command.declared, exported: name == "export")
    for text in names.texts where !text.hasPrefix("-") {
      let equals = text.utf8.firstIndex(of: UInt8(ascii: "="))
      let variable = String(text[..<(equals ?? text.endIndex)])
      guard variable.isVariableName else { return stop("\(name): \(variable): bad variable name") }
      if let equals {
        let value = String(text[text.utf8.index(after: equals)...])
        let origin = Origin.written(place(command.span))
        variables.assign(variable, ShellValue(text: value, origin: origin))
      }
      if name == "export" { variables.export(variable) }
    }
    status = 0
  }

  /// Keeps the value a variable has outside the function that runs.
  private mutating func hide(_ name: String) {
    hidden[hidden.count - 1].append((name, variables[name]))
  }

  private mutating func call(
    _ function: ShellFunction, _ values: [String], _ command: ShellSimpleCommand
  ) {
    let outer = (arguments, unknownArguments, file, enclosing)
    hidden.append([])
    for assignment in command.assignments {
      let value = value(of: assignment)
      hide(assignment.name)
      variables.assign(assignment.name, value)
    }
    status = previousStatus
    let span = enclosing ?? command.span
    let streams = streams(command.redirections)
    (arguments, unknownArguments) = (values, nil)
    (file, enclosing) = (function.file, function.enclosing)
    redirected(streams) { $0.execute(function.body, span: span) }
    (arguments, unknownArguments, file, enclosing) = outer
    for (name, value) in (hidden.popLast() ?? []).reversed() { variables[name] = value }
    if flow == .returning { flow = .running }
  }

  private mutating func runProgram(_ argv: [String], _ command: ShellSimpleCommand) {
    let streams = streams(command.redirections)
    if let reply = host.run(argv, at: place(command.span)) {
      emit(reply.output, streams, command.span)
      status = reply.status
      return
    }
    if cannotBeCommand(argv[0]) {
      redirected(streams) { $0.complain("\($0.file.path): \(argv[0]): not found") }
      status = 127
      return
    }
    note(spoken("`\(argv[0])` is not followed"), command.span)
    status = nil
  }
}

/// The commands whose leading assignments stay (FreeBSD `bin/sh/builtins.def`, `-s`).
private let specialBuiltins: Set = [
  ".", ":", "break", "continue", "eval", "exec", "exit", "return", "set", "shift", "times", "trap",
  "unset",
]

/// Whether a word is surely no program's name: sh(1) then says `not found`.
func cannotBeCommand(_ name: String) -> Bool {
  if name.isEmpty { return true }
  if name.utf8.contains(UInt8(ascii: "/")) { return false }
  let plain = name.utf8.allSatisfy { byte in
    isNameByte(byte) || "-.+[".utf8.contains(byte)
  }
  return !plain || name.utf8.first.map { (48...57).contains($0) } == true || name.contains("_")
}
