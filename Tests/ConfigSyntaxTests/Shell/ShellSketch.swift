import ConfigSyntax
import SourceText

/// Trees as short texts, so that tests can name what they expect in one line.
///
/// Quoted text stands in `'…'`, quoted expansions in `"…"`, a word without parts is `<>`, and
/// `:=` marks what the shell takes as an assignment.
extension ShellWord {
  var sketch: String {
    parts.isEmpty ? "<>" : parts.map(\.sketch).joined()
  }
}

extension ShellWordPart {
  var sketch: String {
    switch self {
    case .literal(let text, _): text
    case .quoted(let text, _): "'\(text)'"
    case .parameter(let parameter): parameter.sketch
    case .commandSubstitution(let command, let quoted, _):
      quoted ? "\"$(\(command.sketch))\"" : "$(\(command.sketch))"
    case .arithmetic(let word, let quoted, _):
      quoted ? "\"$((\(word.sketch)))\"" : "$((\(word.sketch)))"
    }
  }
}

extension ShellParameter {
  var sketch: String {
    let text =
      switch op {
      case .none: "$\(name)"
      case .length: "${#\(name)}"
      case .invalid: "${\(name) invalid \(word?.sketch ?? "")}"
      default: "${\(name)\(colon ? ":" : "")\(op.rawValue)\(word?.sketch ?? "")}"
      }
    return quoted ? "\"\(text)\"" : text
  }
}

extension ShellAssignment {
  var sketch: String { "\(name):=\(value.sketch)" }
}

extension ShellSimpleCommand {
  var sketch: String {
    var pieces = assignments.map(\.sketch) + words.map(\.sketch)
    pieces += redirections.map { ">\($0.target.sketch)" }
    if !declared.isEmpty {
      pieces.append("{\(declared.map(\.sketch).joined(separator: " "))}")
    }
    return pieces.joined(separator: " ")
  }
}

extension ShellCommand {
  var sketch: String {
    switch self {
    case .simple(let simple): simple.sketch
    case .pipeline(let commands, let negated):
      "\(negated ? "!" : "")(\(commands.map(\.sketch).joined(separator: " | ")))"
    case .and(let left, let right): "(\(left.sketch) && \(right.sketch))"
    case .or(let left, let right): "(\(left.sketch) || \(right.sketch))"
    case .sequence(let commands): "(\(commands.map(\.sketch).joined(separator: "; ")))"
    case .background(let command): "(\(command.sketch) &)"
    case .group(let command, let redirections):
      "{ \(command.sketch) }" + Self.sketch(redirections)
    case .subshell(let command, let redirections):
      "sub(\(command.sketch))" + Self.sketch(redirections)
    case .ifClause(let branches, let otherwise):
      "if("
        + branches.map { "\($0.condition.sketch) then \($0.body.sketch)" }
        .joined(separator: " elif ") + (otherwise.map { " else \($0.sketch)" } ?? "") + ")"
    case .forLoop(let name, let words, let body):
      "for(\(name)\(words.map { " in" + $0.map { " \($0.sketch)" }.joined() } ?? "")"
        + " do \(body.sketch))"
    case .whileLoop(let condition, let body, let until):
      "\(until ? "until" : "while")(\(condition.sketch) do \(body.sketch))"
    case .caseClause(let subject, let items):
      "case(\(subject.sketch)\(items.map { " \($0.sketch)" }.joined()))"
    case .function(let name, let body): "\(name)() \(body.sketch)"
    case .tooDeep: "deep"
    }
  }

  private static func sketch(_ redirections: [ShellRedirection]) -> String {
    redirections.map { " >\($0.target.sketch)" }.joined()
  }
}

extension ShellCaseItem {
  var sketch: String {
    "\(patterns.map(\.sketch).joined(separator: "|"))) \(body.sketch)\(fallsThrough ? ";&" : ";;")"
  }
}

extension ShellStatement.Form {
  var sketch: String {
    switch self {
    case .assignments: "assignments"
    case .export: "export"
    case .source: "source"
    case .opaque(let reason): reason
    }
  }
}

extension ShellScript {
  var statements: [ShellStatement] {
    nodes.compactMap { node in
      guard case .statement(let statement) = node.kind else { return nil }
      return statement
    }
  }

  /// The statements in short; a syntax error follows as `line: message`.
  var sketch: String {
    let texts = statements.map(\.command.sketch)
    let stop = syntaxError.map { ["\($0.line): \($0.message)"] } ?? []
    return (texts + stop).joined(separator: "\n")
  }

  /// Every node with its kind and text.
  func outline(of text: String) -> [String] {
    let file = SourceFile(path: "/etc/rc.conf", bytes: Array(text.utf8))
    return nodes.map { node in
      let text = file.text(node.span)
      return switch node.kind {
      case .blank: "blank \(text)"
      case .comment: "comment \(text)"
      case .unparsed: "unparsed \(text)"
      case .statement(let statement): "\(statement.form.sketch): \(text)"
      }
    }
  }
}

/// Reads a text and sketches it.
func sketch(_ text: String) -> String {
  parseShell(Array(text.utf8)).sketch
}
