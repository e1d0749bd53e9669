import SourceText

/// Reads simple commands and functions (FreeBSD `bin/sh/parser.c`, `simplecmd`).
extension ShellParser {
  /// Takes a simple command, behind redirections already taken.
  mutating func readSimple(
    from start: Int, _ leading: [ShellRedirection]
  ) throws(ShellStop) -> ShellCommand {
    var simple = ShellSimpleCommand(redirections: leading, span: span(start, start))
    reading: while true {
      switch try next(simple.words.isEmpty ? .assignments : []) {
      case .word:
        if let name = assignmentName {
          simple.assignments.append(
            ShellAssignment(name: name, value: word, span: span(tokenStart, tokenEnd)))
        } else {
          simple.words.append(word)
        }
      case .redirection:
        simple.redirections.append(try readRedirection())
      case .open
      where simple.words.count + simple.assignments.count == 1
        && simple.redirections.count == leading.count:
        return try readFunction(simple)
      default:
        break reading
      }
    }
    pushBack()
    simple.span = span(start, previousEnd)
    if let name = simple.words.first?.soleLiteral, Self.declarations.contains(name) {
      simple.declared = simple.words.dropFirst().compactMap { $0.assignment(in: self) }
    }
    return .simple(simple)
  }

  /// The commands whose arguments `NAME=value` are read as assignments
  /// (FreeBSD `bin/sh/eval.c`, `isdeclarationcmd`).
  private static let declarations = ["export", "readonly", "local"]

  /// Takes a function from behind `NAME (`.
  private mutating func readFunction(
    _ simple: ShellSimpleCommand
  ) throws(ShellStop) -> ShellCommand {
    let opener = tokenStart
    try expect(.close, opener: opener)
    var name = simple.words.first?.soleLiteral
    if let assignment = simple.assignments.first, let value = assignment.value.soleLiteral {
      name = "\(assignment.name)=\(value)"
    }
    guard let name, let last = name.utf8.last, !name.utf8.contains(UInt8(ascii: "/")),
      !"!%*+-=?@}~".utf8.contains(last)
    else { throw stop("Bad function name", offset: opener) }
    guard !Self.specialBuiltins.contains(name) else {
      throw stop("Cannot override a special builtin with a function", offset: opener)
    }
    try descend()
    defer { depth -= 1 }
    return .function(name: name, body: try readCommand())
  }

  /// FreeBSD `bin/sh/builtins.def`, those marked `-s`.
  private static let specialBuiltins: Set = [
    ".", ":", "break", "continue", "eval", "exec", "exit", "export", "readonly", "return", "set",
    "shift", "times", "trap", "true", "unset",
  ]
}

extension ShellWord {
  /// The word as `NAME=value`, if its name and equals sign are plain text.
  func assignment(in parser: borrowing ShellParser) -> ShellAssignment? {
    guard case .literal(let text, let place)? = parts.first,
      let equals = text.utf8.firstIndex(of: UInt8(ascii: "="))
    else { return nil }
    let name = String(text[..<equals])
    guard name.isShellName else { return nil }
    let rest = String(text[text.utf8.index(after: equals)...])
    let lower = parser.offset(of: name.utf8.count + 1, in: place)
    var value = ShellWord(parts: Array(parts.dropFirst()), span: SourceSpan(lower, span.upper))
    if !rest.isEmpty {
      value.parts.insert(.literal(rest, SourceSpan(lower, place.upper)), at: 0)
    }
    return ShellAssignment(name: name, value: value, span: span)
  }
}

extension ShellParser {
  /// The offset behind the first `count` characters of a literal, without escaped newlines.
  fileprivate func offset(of count: Int, in literal: SourceSpan) -> Int {
    guard enclosing == nil else { return literal.lower }
    var index = literal.lower
    for _ in 0..<count { index = skippingContinuations(index) + 1 }
    return index
  }
}
