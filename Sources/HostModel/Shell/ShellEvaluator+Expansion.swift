import ConfigSyntax
import Phrases
import SourceText

/// A text and the reason it isn't known, if it isn't.
struct ExpandedText {
  var text: String
  var unknown: String?
}

/// Expands parameters, `$(…)` and `$((…))`.
extension ShellEvaluator {
  /// Expands a word without splitting it, as in an assignment.
  mutating func expand(_ word: ShellWord) -> ExpandedText {
    depth += 1
    defer { depth -= 1 }
    var result = ExpandedText(text: "", unknown: word.startsAtHome ? unknownHome : nil)
    for part in word.parts {
      let value = expand(part)
      result.text += value.text
      result.unknown = result.unknown ?? value.unknown
      if result.text.utf8.count > longestShellText { break }
    }
    budget -= result.text.utf8.count >> 6
    if result.text.utf8.count > longestShellText {
      return ExpandedText(text: "", unknown: tooLongShellText)
    }
    return result
  }

  mutating func expand(_ part: ShellWordPart) -> ExpandedText {
    switch part {
    case .literal(let text, _), .quoted(let text, _): ExpandedText(text: text)
    case .parameter(let parameter): expand(parameter)
    case .commandSubstitution(let command, _, let span): substitute(command, span)
    case .arithmetic(let expression, _, let span): arithmetic(expression, span)
    }
  }

  /// Runs `$(…)` and takes what it prints, without the newlines at the end.
  private mutating func substitute(_ command: ShellCommand, _ span: SourceSpan) -> ExpandedText {
    status = previousStatus
    var output = capture(command, span)
    while output.text.unicodeScalars.last == "\n" { output.text.unicodeScalars.removeLast() }
    return output
  }

  /// Runs a command as a process of its own, and takes what it prints.
  mutating func capture(_ command: ShellCommand, _ span: SourceSpan) -> ExpandedText {
    let known = unknowns.count
    let outer = (captured, isSilent)
    (captured, isSilent) = ("", false)
    inSubshell { $0.execute(command, span: span) }
    let text = captured ?? ""
    (captured, isSilent) = outer
    return ExpandedText(text: text, unknown: unknowns.count > known ? unknowns.last?.reason : nil)
  }

  private mutating func arithmetic(_ word: ShellWord, _ span: SourceSpan) -> ExpandedText {
    let expression = expand(word)
    if expression.unknown != nil { return expression }
    let values = variables
    var reader = ArithmeticReader(expression.text) { name in
      values[name]?.unknown == nil ? values.text(name) : nil
    }
    if let value = reader.value() { return ExpandedText(text: String(value)) }
    let reason = spoken("arithmetic that is not followed")
    for name in reader.assignedNames { forget(name, reason, span) }
    return ExpandedText(text: "", unknown: reason)
  }

  mutating func expand(_ parameter: ShellParameter) -> ExpandedText {
    apply(parameter, value(of: parameter.name))
  }

  /// The value of a variable or parameter; nil when it isn't set.
  private func value(of name: String) -> ExpandedText? {
    switch name {
    case "@", "*":
      let separator = name == "*" ? variables["IFS"].map { String($0.text.prefix(1)) } ?? " " : " "
      if arguments.isEmpty, unknownArguments == nil { return nil }
      return ExpandedText(
        text: arguments.joined(separator: separator), unknown: unknownArguments)
    case "#": return ExpandedText(text: String(arguments.count), unknown: unknownArguments)
    case "?":
      return previousStatus.map { ExpandedText(text: String($0)) }
        ?? ExpandedText(text: "", unknown: spoken("depends on an unknown command"))
    case "0": return ExpandedText(text: "/etc/rc")
    case "$", "!": return ExpandedText(text: "", unknown: spoken("a process number"))
    case "-": return ExpandedText(text: "", unknown: spoken("the options of the shell"))
    default:
      guard name.utf8.first.map({ (48...57).contains($0) }) == true else {
        return variables[name].map { ExpandedText(text: $0.text, unknown: $0.unknown) }
      }
      if let unknownArguments { return ExpandedText(text: "", unknown: unknownArguments) }
      guard let number = Int(name), number > 0, number <= arguments.count else { return nil }
      return ExpandedText(text: arguments[number - 1])
    }
  }

  private func isPresent(_ value: ExpandedText?, _ parameter: ShellParameter) -> Bool {
    value.map { !parameter.colon || !$0.text.isEmpty || $0.unknown != nil } ?? false
  }

  /// The word that `${name-word}` or `${name+word}` stands for, if it is the word.
  func replacement(for parameter: ShellParameter) -> ShellWord? {
    let value = value(of: parameter.name)
    switch parameter.op {
    case .useDefault: return isPresent(value, parameter) ? nil : parameter.word
    case .useAlternative:
      return isPresent(value, parameter) && value?.unknown == nil ? parameter.word : nil
    default: return nil
    }
  }

  private mutating func apply(_ parameter: ShellParameter, _ value: ExpandedText?) -> ExpandedText {
    let present = isPresent(value, parameter)
    let empty = ExpandedText(text: "")
    switch parameter.op {
    case .none: return value ?? empty
    case .length:
      return ExpandedText(text: String(value?.text.utf8.count ?? 0), unknown: value?.unknown)
    case .useDefault: return present ? value ?? empty : operand(parameter)
    case .useAlternative:
      guard present else { return empty }
      var text = operand(parameter)
      if parameter.colon { text.unknown = text.unknown ?? value?.unknown }
      return text
    case .assignDefault:
      if present { return value ?? empty }
      let text = operand(parameter)
      let origin = Origin.written(place(parameter.span))
      variables.assign(
        parameter.name, ShellValue(text: text.text, origin: origin, unknown: text.unknown))
      return text
    case .invalid:
      stop("\(file.path): Bad substitution")
      return empty
    case .errorIfUnset:
      if present { return value ?? empty }
      let text = operand(parameter).text
      stop("\(file.path): \(parameter.name): \(text.isEmpty ? "parameter not set" : text)")
      return empty
    case .removeShortestSuffix, .removeLongestSuffix, .removeShortestPrefix, .removeLongestPrefix:
      guard let value, value.unknown == nil else { return value ?? empty }
      return trim(value.text, parameter)
    }
  }

  private mutating func operand(_ parameter: ShellParameter) -> ExpandedText {
    parameter.word.map { expand($0) } ?? ExpandedText(text: "")
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
