/// Says what kind of statement a command makes.
extension ShellStatement {
  init(_ command: ShellCommand) {
    self.init(form: Form(command), command: command)
  }
}

extension ShellStatement.Form {
  fileprivate init(_ command: ShellCommand) {
    switch command {
    case .simple(let simple): self.init(simple)
    case .pipeline(_, negated: true): self = .opaque("negated command")
    case .pipeline: self = .opaque("pipeline")
    case .and, .or, .sequence: self = .opaque("command list")
    case .background: self = .opaque("background command")
    case .group: self = .opaque("command group")
    case .subshell: self = .opaque("subshell")
    case .ifClause: self = .opaque("if clause")
    case .forLoop: self = .opaque("for loop")
    case .whileLoop(_, _, until: false): self = .opaque("while loop")
    case .whileLoop: self = .opaque("until loop")
    case .caseClause: self = .opaque("case clause")
    case .function(let name, _): self = .opaque("function `\(name.clipped)`")
    case .tooDeep: self = .opaque("code nested too deeply")
    }
  }

  private init(_ simple: ShellSimpleCommand) {
    guard let first = simple.words.first else {
      self = simple.redirections.isEmpty ? .assignments : .opaque("redirection")
      return
    }
    let isPlain = simple.assignments.isEmpty && simple.redirections.isEmpty
    let name = first.soleLiteral
    if isPlain, name == "export", simple.words.count > 1, simple.declaresOnlyNames {
      self = .export
    } else if isPlain, name == ".", simple.words.count == 2 {
      self = .source
    } else if let name = first.constant {
      self = .opaque("command `\(name.clipped)`")
    } else {
      self = .opaque("command named by an expansion")
    }
  }
}

extension ShellSimpleCommand {
  /// The arguments are assignments and plain names, and nothing else.
  fileprivate var declaresOnlyNames: Bool {
    let names = words.dropFirst().count { $0.soleLiteral?.isShellName == true }
    return names + declared.count == words.count - 1
  }
}

extension String {
  /// The text as far as it is fit for a line of a report.
  fileprivate var clipped: String {
    utf8.count <= 40 ? self : String(prefix(40)) + "…"
  }
}
