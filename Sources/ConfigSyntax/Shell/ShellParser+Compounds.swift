import SourceText

/// Reads the commands that hold other commands (FreeBSD `bin/sh/parser.c`, `command`).
extension ShellParser {
  /// Takes the rest of a compound command that begins with a token at `start`, or nothing.
  mutating func readCompound(
    _ first: ShellToken, start: Int
  ) throws(ShellStop) -> ShellCommand? {
    switch first {
    case .ifWord:
      return try readIf(from: start)
    case .whileWord, .until:
      let condition = try readCondition()
      try expect(.doWord, opener: start)
      let body = try readList()
      try expect(.done, opener: start)
      return .whileLoop(condition: condition, body: body, until: first == .until)
    case .forWord:
      return try readFor(from: start)
    case .caseWord:
      return try readCase(from: start)
    case .open:
      let body = try readList()
      try expect(.close, opener: start)
      return .subshell(body, [])
    case .begin:
      let body = try readList()
      try expect(.finish, opener: start)
      return .group(body, [])
    default:
      return nil
    }
  }

  /// Takes a list of at least one command.
  private mutating func readCondition() throws(ShellStop) -> ShellCommand {
    let list = try readList()
    if case .sequence(let commands) = list, commands.isEmpty { throw unexpected() }
    return list
  }

  private mutating func readIf(from start: Int) throws(ShellStop) -> ShellCommand {
    var branches: [(condition: ShellCommand, body: ShellCommand)] = []
    repeat {
      let condition = try readCondition()
      try expect(.then, opener: start)
      branches.append((condition, try readList()))
    } while try next() == .elif
    var otherwise: ShellCommand?
    if token == .elseWord { otherwise = try readList() } else { pushBack() }
    try expect(.fi, opener: start)
    return .ifClause(branches, otherwise: otherwise)
  }

  private mutating func readFor(from start: Int) throws(ShellStop) -> ShellCommand {
    guard try next() == .word, let name = word.soleLiteral, name.isShellName else {
      throw stop("Bad for loop variable", offset: tokenStart)
    }
    while try next() == .newline {}
    var words: [ShellWord]?
    if token == .word, word.soleLiteral == "in" {
      var list: [ShellWord] = []
      while try next() == .word { list.append(word) }
      guard token == .newline || token == .semicolon else { throw unexpected(opener: start) }
      words = list
    } else if token != .newline, token != .semicolon {
      pushBack()
    }
    let closer: ShellToken
    switch try next(.command) {
    case .doWord: closer = .done
    case .begin: closer = .finish
    default: throw unexpected(opener: start)
    }
    let body = try readList()
    try expect(closer, opener: start)
    return .forLoop(name: name, words: words, body: body)
  }

  private mutating func readCase(from start: Int) throws(ShellStop) -> ShellCommand {
    try expect(.word, opener: start)
    let subject = word
    while try next() == .newline {}
    guard token == .word, word.soleLiteral == "in" else {
      throw stop("expecting \"in\"", offset: token == .end ? start : tokenStart)
    }
    var items: [ShellCaseItem] = []
    while try next([.newlines, .reserved]) != .esac {
      let patterns = try readPatterns(opener: start)
      let body = try readList()
      let end = try next(.command)
      items.append(
        ShellCaseItem(patterns: patterns, body: body, fallsThrough: end == .fallThrough))
      if end == .esac { break }
      guard end == .endCase || end == .fallThrough else {
        throw unexpected(expecting: .endCase, opener: start)
      }
    }
    return .caseClause(subject, items)
  }

  /// Takes `pattern | pattern)`, the first token of which is held; reserved words may be
  /// patterns, too.
  private mutating func readPatterns(opener: Int) throws(ShellStop) -> [ShellWord] {
    var patterns: [ShellWord] = []
    if token == .open { _ = try next() }
    while true {
      patterns.append(word)
      if try next([.newlines, .reserved]) != .pipe { break }
      _ = try next()
    }
    if token != .close { throw unexpected(expecting: .close, opener: opener) }
    return patterns
  }
}

extension String {
  /// Is a legal name of a shell variable.
  var isShellName: Bool {
    guard let first = utf8.first, first.startsShellName else { return false }
    return utf8.allSatisfy(\.continuesShellName)
  }
}
