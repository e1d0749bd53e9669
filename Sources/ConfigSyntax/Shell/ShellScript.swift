package import SourceText

/// A file of sh(1) code, rc.conf(5) above all, as a lossless tree.
///
/// Invariant: the spans of `nodes` follow one another without gap or overlap and cover the file.
package struct ShellScript: Sendable {
  /// Everything in the file, in its order.
  package var nodes: [ShellNode]
  /// What sh(1) would stop at, if it would; nodes behind it are `.unparsed`.
  package var syntaxError: ShellSyntaxError?

  package init(nodes: [ShellNode], syntaxError: ShellSyntaxError?) {
    self.nodes = nodes
    self.syntaxError = syntaxError
  }

  /// The assignment that a node is, when it is a single one of a value that stands for itself.
  package func plainAssignment(at index: Int) -> ShellPlainAssignment? {
    guard case .statement(let statement) = nodes[index].kind else { return nil }
    return statement.plainAssignment
  }

  /// Whether there is such an assignment at a node.
  package func isPlainAssignment(at index: Int) -> Bool {
    guard case .statement(let statement) = nodes[index].kind else { return false }
    return statement.isPlain
  }
}

/// The reason sh(1) gives up on a file; it then runs none of what follows.
package struct ShellSyntaxError: Sendable, Equatable {
  /// The line sh(1) names, 1-based: where it noticed, not where the cause is.
  package let line: Int
  /// The text behind `Syntax error: `, as FreeBSD's sh prints it.
  package let message: String
  /// The offset of the likely cause, such as the quote that is never closed.
  package let offset: Int

  package init(line: Int, message: String, offset: Int) {
    self.line = line
    self.message = message
    self.offset = offset
  }
}

/// One stretch of a shell file.
package struct ShellNode: Sendable {
  /// What stands there.
  package enum Kind: Sendable {
    /// White space, newlines, semicolons and stray escapes between statements.
    case blank
    /// From `#` to the end of the line.
    case comment
    case statement(ShellStatement)
    /// Text behind a syntax error, which sh(1) never reaches.
    case unparsed
  }

  /// What stands there.
  package let kind: Kind
  /// Where, in bytes of the file.
  package let span: SourceSpan

  package init(kind: Kind, span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}

/// A complete command and what an editor of settings may make of it.
package struct ShellStatement: Sendable {
  /// What a statement does, as far as an editor of settings cares.
  package enum Form: Sendable, Equatable {
    /// Nothing but `NAME=value`, once or more.
    case assignments
    /// `export NAME=value …`; the assignments stand in `ShellSimpleCommand.declared`.
    case export
    /// `. FILE`.
    case source
    /// Shell code whose effect is more than setting variables; the text says what it is.
    case opaque(String)
  }

  private enum Content: Sendable {
    case plain(ShellPlainAssignment)
    case command(Form, ShellCommand)
  }

  private let content: Content

  package init(form: Form, command: ShellCommand) {
    content = .command(form, command)
  }

  init(_ assignment: ShellPlainAssignment) {
    content = .plain(assignment)
  }

  /// What the statement does.
  package var form: Form {
    switch content {
    case .plain: .assignments
    case .command(let form, _): form
    }
  }

  /// All of the statement.
  package var command: ShellCommand {
    switch content {
    case .plain(let assignment): .simple(assignment.command)
    case .command(_, let command): command
    }
  }

  /// The assignment, when the statement is a single one of a value that stands for itself; most
  /// lines of a large file are such, and it is found without making a command of it.
  package var plainAssignment: ShellPlainAssignment? {
    if case .plain(let assignment) = content { return assignment }
    return nil
  }

  fileprivate var isPlain: Bool {
    if case .plain = content { return true }
    return false
  }
}

/// `NAME=text` where nothing in the text is expanded.
package struct ShellPlainAssignment: Sendable {
  /// The name in front of the equals sign.
  package let name: String
  /// The value, without the quotes around it.
  package let text: String
  /// Quotes stand around the value.
  let isQuoted: Bool
  /// From the name to the end of the value.
  package let span: SourceSpan

  /// The value with its quotes.
  package var valueSpan: SourceSpan {
    SourceSpan(span.lower + name.utf8.count + 1, span.upper)
  }

  /// The same as every assignment is kept.
  package var assignment: ShellAssignment {
    let outer = valueSpan
    let part: ShellWordPart =
      isQuoted ? .quoted(text, SourceSpan(outer.lower + 1, outer.upper - 1)) : .literal(text, outer)
    return ShellAssignment(name: name, value: ShellWord(parts: [part], span: outer), span: span)
  }

  fileprivate var command: ShellSimpleCommand {
    ShellSimpleCommand(assignments: [assignment], span: span)
  }
}

/// A command of the shell grammar.
package indirect enum ShellCommand: Sendable {
  case simple(ShellSimpleCommand)
  case pipeline([ShellCommand], negated: Bool)
  case and(ShellCommand, ShellCommand)
  case or(ShellCommand, ShellCommand)
  case sequence([ShellCommand])
  case background(ShellCommand)
  case group(ShellCommand, [ShellRedirection])
  case subshell(ShellCommand, [ShellRedirection])
  /// `if` and each `elif` with its branch, then `else`.
  case ifClause([(condition: ShellCommand, body: ShellCommand)], otherwise: ShellCommand?)
  /// `for name in words`; nil words stand for the positional parameters.
  case forLoop(name: String, words: [ShellWord]?, body: ShellCommand)
  case whileLoop(condition: ShellCommand, body: ShellCommand, until: Bool)
  case caseClause(ShellWord, [ShellCaseItem])
  case function(name: String, body: ShellCommand)
  /// Code nested more deeply than is worth following.
  case tooDeep(SourceSpan)
}

/// One `pattern | pattern) body ;;` of a `case`.
package struct ShellCaseItem: Sendable {
  /// The words between the bars.
  package let patterns: [ShellWord]
  /// What runs when a pattern matches.
  package let body: ShellCommand
  /// Ends in `;&`, so the next body runs too.
  package let fallsThrough: Bool

  package init(patterns: [ShellWord], body: ShellCommand, fallsThrough: Bool) {
    self.patterns = patterns
    self.body = body
    self.fallsThrough = fallsThrough
  }
}

/// Assignments, words and redirections that make one simple command.
package struct ShellSimpleCommand: Sendable {
  /// The assignments in front of the first word.
  package var assignments: [ShellAssignment]
  /// The command and its arguments, in the order they stand in.
  package var words: [ShellWord]
  /// Assignments among the words of `export`, `readonly` or `local`; empty for other commands.
  package var declared: [ShellAssignment]
  /// The redirections, wherever in the command they stand.
  package var redirections: [ShellRedirection]
  /// From the first to the last of all these, without the texts of here-documents.
  package var span: SourceSpan

  package init(
    assignments: [ShellAssignment] = [], words: [ShellWord] = [],
    declared: [ShellAssignment] = [], redirections: [ShellRedirection] = [], span: SourceSpan
  ) {
    self.assignments = assignments
    self.words = words
    self.declared = declared
    self.redirections = redirections
    self.span = span
  }
}

/// A redirection such as `2>/dev/null` or a here-document.
package struct ShellRedirection: Sendable {
  /// From the descriptor or the operator to the end of the target.
  package let span: SourceSpan
  /// The file or descriptor behind the operator; for a here-document its delimiter.
  package let target: ShellWord

  package init(span: SourceSpan, target: ShellWord) {
    self.span = span
    self.target = target
  }
}

/// `NAME=value` where sh(1) takes it as an assignment.
package struct ShellAssignment: Sendable {
  /// The name in front of the equals sign.
  package let name: String
  /// What stands behind it; without parts when nothing does.
  package let value: ShellWord
  /// From the name to the end of the value.
  package let span: SourceSpan

  package init(name: String, value: ShellWord, span: SourceSpan) {
    self.name = name
    self.value = value
    self.span = span
  }
}
