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
    if words.count < 2 { return words.first?.isEmpty == false ? 0 : 1 }
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
    guard let first = words.popFirst() else { return .mistake }
    if depth > 40 { return .unknown }
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
      guard let left = Self.number(left), let right = Self.number(right) else { return .mistake }
      switch op {
      case "-eq": return .known(left == right)
      case "-ne": return .known(left != right)
      case "-lt": return .known(left < right)
      case "-le": return .known(left <= right)
      case "-gt": return .known(left > right)
      default: return .known(left >= right)
      }
    case "-nt", "-ot", "-ef": return .unknown
    default: return nil
    }
  }

  /// A decimal number, with blanks around it at will.
  private static func number(_ text: String) -> Int? {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || (9...13).contains(byte) }
    var rest = text.utf8[...]
    while let byte = rest.first, isBlank(byte) { rest.removeFirst() }
    while let byte = rest.last, isBlank(byte) { rest.removeLast() }
    return Int(Substring(rest))
  }

  private mutating func unary(_ op: String, _ operand: String) -> Answer? {
    switch op {
    case "-n": return .known(!operand.isEmpty)
    case "-z": return .known(operand.isEmpty)
    case "-L", "-h", "-t": return .unknown
    case "-e", "-f", "-r", "-d", "-s", "-x", "-w", "-b", "-c", "-p", "-S", "-u", "-g", "-k", "-O",
      "-G":
      switch host.entry(at: operand) {
      case .missing?: return .known(false)
      case .file(let file)?: return test(op, file)
      case .directory?: return testDirectory(op)
      case .unreadable?, nil: return .unknown
      }
    default: return nil
    }
  }

  private func test(_ op: String, _ file: SourceFile) -> Answer {
    switch op {
    case "-e", "-f", "-r": .known(true)
    case "-s": .known(!file.bytes.isEmpty)
    case "-d", "-b", "-c", "-p", "-S": .known(false)
    default: .unknown
    }
  }

  private func testDirectory(_ op: String) -> Answer {
    switch op {
    case "-e", "-d", "-r", "-x": .known(true)
    case "-f", "-b", "-c", "-p", "-S": .known(false)
    default: .unknown
    }
  }
}
