import SourceText

/// Reads names of parameters and the operators in braces (FreeBSD `bin/sh/parser.c`,
/// `parsesub`).
extension ShellParser {
  /// Takes a name; nil, and nothing taken, when none can begin here.
  mutating func takeParameterName(inBraces: Bool) -> String? {
    guard let first = byte(at: position) else { return nil }
    if first.startsShellName { return takeName { $0.continuesShellName } }
    if first.isShellDigit, inBraces { return takeName { $0.isShellDigit } }
    guard first.isShellDigit || first.namesSpecialParameter else { return nil }
    position += 1
    return text(position - 1, position)
  }

  private mutating func takeName(while belongs: (UInt8) -> Bool) -> String {
    var name = ""
    while true {
      let start = position
      while position < bytes.count, belongs(bytes[position]) { position += 1 }
      name += text(start, position)
      let index = skippingContinuations(position)
      guard let next = byte(at: index), belongs(next) else { return name }
      position = index
    }
  }

  /// Takes what follows `${`.
  mutating func readBraces(
    from start: Int, _ quoting: ShellQuoting
  ) throws(ShellStop) -> ShellParameter {
    try descend()
    defer { depth -= 1 }
    position = skippingContinuations(position)
    let isLength = takeLengthSign()
    var parameter = ShellParameter(
      name: takeParameterName(inBraces: true) ?? "", quoted: quoting != .none,
      span: span(start, position))
    position = skippingContinuations(position)
    if parameter.name.isEmpty {
      try takeInvalid(into: &parameter, opener: start)
    } else if isLength {
      parameter.op = byte(at: position) == UInt8(ascii: "}") ? .length : .invalid
    } else {
      try takeOperator(of: &parameter, opener: start)
    }
    if parameter.op != .none {
      let lower = position
      let keeps = parameter.op.keepsQuoting
      let parts = try readParts(
        in: .braces(keepsQuoting: keeps), quoting: keeps ? quoting : .none, opener: start)
      if parameter.op != .length {
        parameter.word = ShellWord(parts: parts, span: span(lower, position))
      }
      position += 1
    }
    parameter.span = span(start, position)
    return parameter
  }

  /// Takes `#` if it asks for the length of what follows instead of naming `$#`.
  private mutating func takeLengthSign() -> Bool {
    guard byte(at: position) == UInt8(ascii: "#") else { return false }
    let index = skippingContinuations(position + 1)
    switch byte(at: index) {
    case UInt8(ascii: "}")?:
      return false
    case UInt8(ascii: "-")?, UInt8(ascii: "+")?, UInt8(ascii: "?")?, UInt8(ascii: "=")?,
      UInt8(ascii: ":")?, UInt8(ascii: "#")?, UInt8(ascii: "%")?:
      guard byte(at: skippingContinuations(index + 1)) == UInt8(ascii: "}") else { return false }
    default:
      break
    }
    position = index
    return true
  }

  /// Takes an operator, or the closing brace for none.
  private mutating func takeOperator(
    of parameter: inout ShellParameter, opener: Int
  ) throws(ShellStop) {
    if byte(at: position) == UInt8(ascii: ":") {
      parameter.colon = true
      position = skippingContinuations(position + 1)
    }
    switch byte(at: position) {
    case UInt8(ascii: "}")?: parameter.op = .none
    case UInt8(ascii: "-")?: parameter.op = .useDefault
    case UInt8(ascii: "=")?: parameter.op = .assignDefault
    case UInt8(ascii: "?")?: parameter.op = .errorIfUnset
    case UInt8(ascii: "+")?: parameter.op = .useAlternative
    case UInt8(ascii: "%")? where !parameter.colon:
      parameter.op = takeDoubled() ? .removeLongestSuffix : .removeShortestSuffix
    case UInt8(ascii: "#")? where !parameter.colon:
      parameter.op = takeDoubled() ? .removeLongestPrefix : .removeShortestPrefix
    default:
      if parameter.colon { parameter.name += ":" }
      return try takeInvalid(into: &parameter, opener: opener)
    }
    position += 1
  }

  /// Moves to the second of two equal bytes, if there are two.
  private mutating func takeDoubled() -> Bool {
    let index = skippingContinuations(position + 1)
    guard byte(at: index) == byte(at: position) else { return false }
    position = index
    return true
  }

  /// Takes the character that makes a substitution a bad one, unless it ends there.
  private mutating func takeInvalid(
    into parameter: inout ShellParameter, opener: Int
  ) throws(ShellStop) {
    parameter.op = .invalid
    switch byte(at: position) {
    case nil, UInt8(ascii: "\n")?:
      throw stop("Unexpected end of line in substitution", offset: opener)
    case UInt8(ascii: "}")?:
      break
    default:
      let start = position
      position = endOfCharacter(at: start)
      parameter.name += text(start, position)
    }
  }
}

extension UInt8 {
  /// Names one of the parameters sh(1) sets itself.
  fileprivate var namesSpecialParameter: Bool {
    switch self {
    case UInt8(ascii: "@"), UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "?"),
      UInt8(ascii: "-"), UInt8(ascii: "$"), UInt8(ascii: "!"):
      true
    default: false
    }
  }
}

extension ShellParameter.Operator {
  /// One of the Bourne shell's operators, behind which double quotes around it still count.
  fileprivate var keepsQuoting: Bool {
    switch self {
    case .useDefault, .assignDefault, .errorIfUnset, .useAlternative: true
    default: false
    }
  }
}
