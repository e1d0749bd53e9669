import SourceText

/// Reads lists, pipelines and commands (FreeBSD `bin/sh/parser.c`, `list` to `command`).
extension ShellParser {
  /// Takes commands up to a token that ends a list, which may come at once.
  mutating func readList() throws(ShellStop) -> ShellCommand {
    try descend()
    defer { depth -= 1 }
    var commands: [ShellCommand] = []
    reading: while try !peek(.command).endsList {
      commands.append(try readListItem())
      switch token {
      case .background, .semicolon:
        if try next(.assignments) != .newline { pushBack() }
      case .newline:
        break
      default:
        pushBack()
        break reading
      }
    }
    return commands.count == 1 ? commands[0] : .sequence(commands)
  }

  /// Takes one command of a list and the token behind it, which stays the held one.
  mutating func readListItem() throws(ShellStop) -> ShellCommand {
    let command = try readAndOr()
    return try next() == .background ? .background(command) : command
  }

  private mutating func readAndOr() throws(ShellStop) -> ShellCommand {
    let before = deepest
    deepest = depth
    let start = tokenStart
    var command = try readPipeline()
    var height = deepest
    var isTooTall = false
    while true {
      let link = try next()
      guard link == .and || link == .or else { break }
      deepest = depth
      let right = try readPipeline()
      height = max(height, deepest) + 1
      // Chains are read in a loop but destroyed from the top down, so they count as depth.
      isTooTall = isTooTall || height > Self.depthLimit
      if isTooTall {
        command = .tooDeep(span(start, previousEnd))
        height = depth
      } else {
        command = link == .and ? .and(command, right) : .or(command, right)
      }
    }
    pushBack()
    deepest = max(before, height)
    return command
  }

  private mutating func readPipeline() throws(ShellStop) -> ShellCommand {
    var negated = false
    while try next(.command) == .not { negated.toggle() }
    pushBack()
    let first = try readCommand()
    if !negated, try peek([]) != .pipe { return first }
    var commands = [first]
    while try next() == .pipe {
      if try peek(.command) == .not {
        try descend()
        commands.append(try readPipeline())
        depth -= 1
      } else {
        commands.append(try readCommand())
      }
    }
    pushBack()
    return commands.count == 1 && !negated
      ? commands[0] : .pipeline(commands, negated: negated)
  }

  mutating func readCommand() throws(ShellStop) -> ShellCommand {
    var redirections: [ShellRedirection] = []
    var first = try next(.command)
    let start = tokenStart
    while first == .redirection {
      redirections.append(try readRedirection())
      first = try next(.assignments)
    }
    guard let compound = try readCompound(first, start: tokenStart) else {
      if first != .word, redirections.isEmpty { throw unexpected() }
      pushBack()
      return try readSimple(from: start, redirections)
    }
    while try next(.reserved) == .redirection {
      redirections.append(try readRedirection())
    }
    pushBack()
    guard !redirections.isEmpty else { return compound }
    switch compound {
    case .group(let command, _): return .group(command, redirections)
    case .subshell(let command, _): return .subshell(command, redirections)
    default: return .group(compound, redirections)
    }
  }
}
