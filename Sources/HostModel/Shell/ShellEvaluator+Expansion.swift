import ConfigSyntax
import SourceText

/// A text and the reason it isn't known, if it isn't.
struct ExpandedText {
  var text: String
  var unknown: String?
}

/// Words after splitting, and the reason they aren't known, if they aren't.
struct ExpandedFields {
  var texts: [String] = []
  var unknown: String?
}

extension ShellEvaluator {
  /// Expands a word without splitting it, as in an assignment.
  mutating func expand(_ word: ShellWord) -> ExpandedText {
    var result = ExpandedText(text: "", unknown: nil)
    for part in word.parts {
      switch part {
      case .literal(let text, _), .quoted(let text, _): result.text += text
      default:
        let value = expand(part)
        result.text += value.text
        result.unknown = result.unknown ?? value.unknown
      }
    }
    return result
  }

  /// Expands words and splits what comes from unquoted expansions at white space.
  mutating func fields(_ words: [ShellWord]) -> ExpandedFields {
    var result = ExpandedFields()
    for word in words {
      var field: String?
      for part in word.parts {
        switch part {
        case .literal(let text, _), .quoted(let text, _): field = (field ?? "") + text
        case .parameter(let parameter) where parameter.quoted && parameter.name == "@":
          result.texts += arguments
        default:
          let value = expand(part)
          result.unknown = result.unknown ?? value.unknown
          if part.isQuoted {
            field = (field ?? "") + value.text
          } else {
            split(value.text, into: &result.texts, open: &field)
          }
        }
      }
      if let field { result.texts.append(field) }
    }
    return result
  }

  private func split(_ text: String, into texts: inout [String], open field: inout String?) {
    for byte in text.unicodeScalars {
      if byte == " " || byte == "\t" || byte == "\n" {
        if let done = field { texts.append(done) }
        field = nil
      } else {
        field = (field ?? "") + String(byte)
      }
    }
  }

  private mutating func expand(_ part: ShellWordPart) -> ExpandedText {
    switch part {
    case .literal(let text, _), .quoted(let text, _): ExpandedText(text: text)
    case .parameter(let parameter): expand(parameter)
    case .commandSubstitution(let command, _, let span): capture(command, span)
    case .arithmetic(let expression, _, let span): arithmetic(expression, span)
    }
  }

  /// Runs `$(…)` and takes what it prints, without the newlines at the end.
  private mutating func capture(_ command: ShellCommand, _ span: SourceSpan) -> ExpandedText {
    var text = ""
    let known = unknowns.count
    var reason: String?
    inSubshell {
      $0.captured = ""
      $0.execute(command, span: span)
      text = $0.captured ?? ""
      reason = $0.unknowns.count > known ? $0.unknowns.last?.reason : nil
    }
    while text.last == "\n" { text.removeLast() }
    return ExpandedText(text: text, unknown: reason)
  }

  private mutating func arithmetic(_ word: ShellWord, _ span: SourceSpan) -> ExpandedText {
    let expression = expand(word)
    if expression.unknown != nil { return expression }
    let values = variables
    var reader = ArithmeticReader(expression.text) { values.text($0) }
    if let value = reader.value() { return ExpandedText(text: String(value)) }
    return ExpandedText(text: "", unknown: "arithmetic that is not followed")
  }

  private mutating func expand(_ parameter: ShellParameter) -> ExpandedText {
    let name = parameter.name
    if let special = specialParameter(name) { return apply(parameter, special) }
    return apply(
      parameter, variables[name].map { ExpandedText(text: $0.text, unknown: $0.unknown) })
  }

  private func specialParameter(_ name: String) -> ExpandedText? {
    switch name {
    case "@", "*": return ExpandedText(text: arguments.joined(separator: " "))
    case "#": return ExpandedText(text: String(arguments.count))
    case "?":
      return ExpandedText(text: status.map(String.init) ?? "", unknown: status == nil ? "$?" : nil)
    case "0": return ExpandedText(text: "/etc/rc")
    case "$", "!": return ExpandedText(text: "", unknown: "a process number")
    default:
      guard let number = Int(name), number > 0 else { return nil }
      return ExpandedText(text: number <= arguments.count ? arguments[number - 1] : "")
    }
  }

  private mutating func apply(_ parameter: ShellParameter, _ value: ExpandedText?) -> ExpandedText {
    let present = value.map { !parameter.colon || !$0.text.isEmpty || $0.unknown != nil } ?? false
    switch parameter.op {
    case .none: return value ?? ExpandedText(text: "")
    case .length: return ExpandedText(text: String(value?.text.count ?? 0), unknown: value?.unknown)
    case .useDefault: return present ? value ?? ExpandedText(text: "") : operand(parameter)
    case .useAlternative: return present ? operand(parameter) : ExpandedText(text: "")
    case .assignDefault:
      if present { return value ?? ExpandedText(text: "") }
      let text = operand(parameter)
      let origin = Origin.written(Place(path: file.path, span: parameter.span))
      variables.assign(
        parameter.name, ShellValue(text: text.text, origin: origin, unknown: text.unknown))
      return text
    case .invalid:
      stop("\(file.path): Bad substitution")
      return ExpandedText(text: "")
    case .errorIfUnset:
      if present { return value ?? ExpandedText(text: "") }
      let text = operand(parameter).text
      stop("\(file.path): \(parameter.name): \(text.isEmpty ? "parameter not set" : text)")
      return ExpandedText(text: "")
    case .removeShortestSuffix, .removeLongestSuffix, .removeShortestPrefix, .removeLongestPrefix:
      guard let value, value.unknown == nil else { return value ?? ExpandedText(text: "") }
      let trimmed = trim(value.text, parameter.word.map { pattern($0) } ?? [], parameter.op)
      return ExpandedText(text: trimmed)
    }
  }

  private mutating func operand(_ parameter: ShellParameter) -> ExpandedText {
    parameter.word.map { expand($0) } ?? ExpandedText(text: "")
  }

  private func trim(
    _ text: String, _ pattern: [PatternPiece], _ op: ShellParameter.Operator
  ) -> String {
    let scalars = Array(text.unicodeScalars)
    let suffix = op == .removeShortestSuffix || op == .removeLongestSuffix
    let longest = op == .removeLongestSuffix || op == .removeLongestPrefix
    let lengths = longest ? Array((0...scalars.count).reversed()) : Array(0...scalars.count)
    for length in lengths {
      let piece = suffix ? scalars.suffix(length) : scalars.prefix(length)
      if matchesPattern(piece[...], pattern[...]) {
        let rest = suffix ? scalars.dropLast(length) : scalars.dropFirst(length)
        return String(String.UnicodeScalarView(rest))
      }
    }
    return text
  }

  /// The pattern a word is in `case` and in `${name%pattern}`: quoted text matches itself alone.
  mutating func pattern(_ word: ShellWord) -> [PatternPiece] {
    var pieces: [PatternPiece] = []
    for part in word.parts {
      let text = expand(part).text
      if part.isQuoted {
        pieces += text.unicodeScalars.map { .exactly($0) }
      } else {
        pieces += patternPieces(text)
      }
    }
    return pieces
  }
}

extension ShellWordPart {
  /// Protected from splitting and from pattern characters.
  var isQuoted: Bool {
    switch self {
    case .literal: false
    case .quoted: true
    case .parameter(let parameter): parameter.quoted
    case .commandSubstitution(_, let quoted, _), .arithmetic(_, let quoted, _): quoted
    }
  }
}
