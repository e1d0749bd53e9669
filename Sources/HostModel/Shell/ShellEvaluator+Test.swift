import SourceText

/// The conditions of test(1).
extension ShellEvaluator {
  /// Follows test(1): strings, numbers, files that were collected, `!`, `-a`, `-o`, parentheses.
  ///
  /// - Returns: 0 or 1, 2 for a mistake, nil when the answer isn't known.
  mutating func test(_ name: String, _ arguments: [String]) -> Int? {
    var words = arguments[...]
    if name == "[" {
      guard words.popLast() == "]" else { return 2 }
    }
    if words.isEmpty { return 1 }
    switch disjunction(&words, 0) {
    case .known(let value) where words.isEmpty: return value ? 0 : 1
    case .unknown where words.isEmpty: return nil
    default: return 2
    }
  }

  private enum Answer {
    case known(Bool)
    case unknown, mistake
  }

  private mutating func disjunction(_ words: inout ArraySlice<String>, _ depth: Int) -> Answer {
    var answer = conjunction(&words, depth)
    while words.first == "-o", words.count > 1 {
      words.removeFirst()
      let right = conjunction(&words, depth)
      switch (answer, right) {
      case (.known(true), _), (_, .known(true)): answer = .known(true)
      case (.known(false), .known(false)): answer = .known(false)
      case (.mistake, _), (_, .mistake): return .mistake
      default: answer = .unknown
      }
    }
    return answer
  }

  private mutating func conjunction(_ words: inout ArraySlice<String>, _ depth: Int) -> Answer {
    var answer = primary(&words, depth)
    while words.first == "-a", words.count > 1 {
      words.removeFirst()
      let right = primary(&words, depth)
      switch (answer, right) {
      case (.known(false), _), (_, .known(false)): answer = .known(false)
      case (.known(true), .known(true)): answer = .known(true)
      case (.mistake, _), (_, .mistake): return .mistake
      default: answer = .unknown
      }
    }
    return answer
  }

  private mutating func primary(_ words: inout ArraySlice<String>, _ depth: Int) -> Answer {
    guard let first = words.popFirst(), depth < 40 else { return .mistake }
    if let op = words.first, let right = words.dropFirst().first,
      let answer = binary(first, op, right)
    {
      words.removeFirst(2)
      return answer
    }
    if first == "!" {
      let answer = primary(&words, depth + 1)
      if case .known(let value) = answer { return .known(!value) }
      return answer
    }
    if first == "(" {
      let answer = disjunction(&words, depth + 1)
      return words.popFirst() == ")" ? answer : .mistake
    }
    if let operand = words.first, let answer = unary(first, operand) {
      words.removeFirst()
      return answer
    }
    return .known(!first.isEmpty)
  }

  private func binary(_ left: String, _ op: String, _ right: String) -> Answer? {
    switch op {
    case "=", "==": return .known(left == right)
    case "!=": return .known(left != right)
    case "-eq", "-ne", "-lt", "-le", "-gt", "-ge":
      guard let left = Int(left), let right = Int(right) else { return .mistake }
      switch op {
      case "-eq": return .known(left == right)
      case "-ne": return .known(left != right)
      case "-lt": return .known(left < right)
      case "-le": return .known(left <= right)
      case "-gt": return .known(left > right)
      default: return .known(left >= right)
      }
    default: return nil
    }
  }

  private mutating func unary(_ op: String, _ operand: String) -> Answer? {
    switch op {
    case "-n": return .known(!operand.isEmpty)
    case "-z": return .known(operand.isEmpty)
    case "-e", "-f", "-r", "-d", "-s":
      guard let entry = host.entry(at: operand) else { return .unknown }
      switch entry {
      case .unreadable: return .unknown
      case .missing: return .known(false)
      case .directory: return .known(op == "-d" || op == "-e" || op == "-r")
      case .file(let file): return .known(op != "-d" && (op != "-s" || !file.bytes.isEmpty))
      }
    case "-x", "-w", "-L", "-h", "-b", "-c", "-p", "-S", "-t": return .unknown
    default: return nil
    }
  }
}
