import ConfigSyntax
import SourceText

extension ShellEvaluator {
  /// Runs a simple command: assignments alone, a function, a built-in command or a program.
  mutating func execute(_ command: ShellSimpleCommand) {
    guard let first = command.words.first else {
      status = 0
      for assignment in command.assignments { assign(assignment, exported: false) }
      return
    }
    if let name = first.constant, ["export", "readonly", "local"].contains(name) {
      return declare(name, command)
    }
    let words = fields(command.words)
    guard flow == .running else { return }
    guard words.unknown == nil, let name = words.texts.first else {
      if words.unknown != nil { note(words.unknown ?? "", command.span) }
      status = words.unknown == nil ? 0 : nil
      return
    }
    let arguments = Array(words.texts.dropFirst())
    if let body = functions[name] { return call(body, arguments, command.span) }
    if runBuiltin(Self.builtin(of: name), arguments, command) { return }
    runProgram(words.texts, command)
  }

  private mutating func declare(_ name: String, _ command: ShellSimpleCommand) {
    status = 0
    for assignment in command.declared { assign(assignment, exported: name == "export") }
    guard name == "export" else { return }
    for word in command.words.dropFirst() {
      if let text = word.constant { variables.export(text) }
    }
  }

  private mutating func call(_ body: ShellCommand, _ values: [String], _ span: SourceSpan) {
    let outer = arguments
    arguments = values
    execute(body, span: span)
    arguments = outer
    if flow == .returning { flow = .running }
  }

  /// Programs of the base system that do what the built-in command of their name does.
  private static func builtin(of name: String) -> String {
    switch name {
    case "/bin/echo", "/bin/test", "/bin/sleep", "/bin/[", "/usr/bin/true", "/usr/bin/false",
      "/usr/bin/printf", "/usr/bin/logger":
      String(name.split(separator: "/").last ?? "")
    default: name
    }
  }

  private mutating func runBuiltin(
    _ name: String, _ arguments: [String], _ command: ShellSimpleCommand
  ) -> Bool {
    switch name {
    case ":", "true", "cd", "umask", "trap", "ulimit", "wait", "sleep", "logger": status = 0
    case "false": status = 1
    case "echo": write(arguments, silent: !command.redirections.isEmpty)
    case "printf": status = printFormatted(arguments, command.span)
    case "[", "test": status = test(name, arguments)
    case "eval": evaluate(arguments.joined(separator: " "), command.span)
    case "unset":
      for name in arguments where name != "-v" { variables[name] = nil }
      status = 0
    case "set":
      if let first = arguments.first, !first.hasPrefix("-") || first == "--" {
        self.arguments = Array(first == "--" ? arguments.dropFirst() : arguments[...])
      }
      status = 0
    case "shift":
      if !self.arguments.isEmpty { self.arguments.removeFirst() }
      status = 0
    case ".": sourceFile(arguments.first ?? "", command.span)
    case "return": leave(.returning, arguments)
    case "exit":
      leave(.stopped, arguments)
      stopped = "\(file.path): exit"
    case "break": flow = .breaking
    case "continue": flow = .continuing
    default: return false
    }
    return true
  }

  private mutating func leave(_ flow: Flow, _ arguments: [String]) {
    if let number = arguments.first.flatMap({ Int($0) }) { status = number }
    self.flow = flow
  }

  private mutating func write(_ arguments: [String], silent: Bool) {
    let bare = arguments.first == "-n"
    let text = (bare ? arguments.dropFirst() : arguments[...]).joined(separator: " ")
    emit(bare ? text : text + "\n", silent: silent)
    status = 0
  }

  private mutating func emit(_ text: String, silent: Bool) {
    if silent { return }
    if captured != nil { captured? += text } else { console.write(text) }
  }

  /// Follows printf(1) for `%s`, `%d`, `%%` and the escapes `\n` and `\t`.
  private mutating func printFormatted(_ arguments: [String], _ span: SourceSpan) -> Int? {
    guard let format = arguments.first else { return 1 }
    var values = arguments.dropFirst()
    var text = ""
    var rest = Array(format.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      guard scalar == "%" || scalar == "\\", let next = rest.popFirst() else {
        text.unicodeScalars.append(scalar)
        continue
      }
      switch (scalar, next) {
      case ("%", "s"), ("%", "d"): text += values.popFirst() ?? ""
      case ("%", "%"): text += "%"
      case ("\\", "n"): text += "\n"
      case ("\\", "t"): text += "\t"
      case ("\\", "\\"): text += "\\"
      default:
        note("printf with a format that is not followed", span)
        return nil
      }
    }
    emit(text, silent: false)
    return 0
  }

  private mutating func evaluate(_ text: String, _ span: SourceSpan) {
    let script = parseShell(Array(text.utf8))
    status = 0
    for node in script.nodes {
      guard case .statement(let statement) = node.kind else { continue }
      execute(statement.command, span: span)
      if flow != .running { return }
    }
    if let error = script.syntaxError {
      stop("eval: \(error.line): Syntax error: \(error.message)")
    }
  }

  private mutating func sourceFile(_ path: String, _ span: SourceSpan) {
    guard depth < 60 else { return giveUp("files that source one another", span, []) }
    guard let entry = host.entry(at: path) else {
      return giveUp("\(path) was not collected", span, [])
    }
    switch entry {
    case .file(let source):
      _ = self.source(source, script: parseShell(source.bytes))
    case .unreadable(let reason): giveUp("\(path): \(reason)", span, [])
    case .missing, .directory:
      stop("\(file.path): cannot open \(path): No such file or directory")
    }
  }

  private mutating func runProgram(_ argv: [String], _ command: ShellSimpleCommand) {
    if let reply = host.run(argv, at: Place(path: file.path, span: command.span)) {
      emit(reply.output, silent: captured == nil && !command.redirections.isEmpty)
      status = reply.status
      return
    }
    if cannotBeCommand(argv[0]) {
      console.line("\(file.path): \(argv[0]): not found")
      status = 127
      return
    }
    note("`\(argv[0])` is not followed", command.span)
    status = nil
  }
}

/// Whether a word is surely no program's name: sh(1) then says `not found`.
func cannotBeCommand(_ name: String) -> Bool {
  if name.isEmpty { return true }
  if name.utf8.contains(UInt8(ascii: "/")) { return false }
  let plain = name.utf8.allSatisfy { byte in
    isNameByte(byte)
      || [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "[")]
        .contains(byte)
  }
  return !plain || name.utf8.first.map { (48...57).contains($0) } == true || name.contains("_")
}
