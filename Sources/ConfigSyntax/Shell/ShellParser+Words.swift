import SourceText

/// How the bytes of a word are taken.
enum ShellQuoting {
  case none
  case double
  /// As between double quotes, but a double quote is nothing and parentheses pair.
  case arithmetic
}

/// What the text being read stands in, and so what ends it.
enum ShellEnclosure {
  case word
  /// Behind an operator of `${…}`; those of the Bourne shell keep the quoting around them.
  case braces(keepsQuoting: Bool)
  /// `$((…))`
  case arithmetic
}

/// Where reading a word stands.
struct ShellWordState {
  var builder: ShellWordBuilder
  let enclosure: ShellEnclosure
  var quoting: ShellQuoting
  let initial: ShellQuoting
  /// The open parentheses in arithmetic.
  var parentheses = 0
  /// How many parts there were when the open quote was opened.
  var partsAtQuote: Int?

  var isQuoted: Bool { quoting != .none }
}

/// Reads words (FreeBSD `bin/sh/parser.c`, `readtoken1`).
extension ShellParser {
  /// Takes a word; with `splittingAssignment`, a leading `NAME=` goes to `assignmentName`.
  mutating func readWord(splittingAssignment: Bool) throws(ShellStop) {
    let start = position
    let name = splittingAssignment ? takeAssignmentName() : nil
    let valueStart = position
    let parts = try readParts(in: .word, quoting: .none, opener: start)
    word = ShellWord(parts: parts, span: span(valueStart, position))
    assignmentName = name
    // A name may be broken by an escaped newline.
    if splittingAssignment, name == nil, byte(at: start)?.startsShellName == true,
      case .literal(let text, _)? = parts.first, text.utf8.count < position - start,
      let assignment = word.assignment(in: self)
    {
      word = assignment.value
      assignmentName = assignment.name
    }
  }

  private mutating func takeAssignmentName() -> String? {
    guard bytes[position].startsShellName else { return nil }
    var index = position + 1
    while index < bytes.count, bytes[index].continuesShellName { index += 1 }
    guard byte(at: index) == UInt8(ascii: "=") else { return nil }
    defer { position = index + 1 }
    return text(position, index)
  }

  /// Reads text up to what ends it, which is not taken; `opener` is where the enclosure began.
  mutating func readParts(
    in enclosure: ShellEnclosure, quoting: ShellQuoting, opener: Int
  ) throws(ShellStop) -> [ShellWordPart] {
    var state = ShellWordState(
      builder: ShellWordBuilder(bytes: bytes, enclosing: enclosing), enclosure: enclosure,
      quoting: quoting, initial: quoting)
    while true {
      takePlainText(&state)
      guard position < bytes.count else { break }
      switch bytes[position] {
      case UInt8(ascii: "\\"): takeEscape(&state)
      case UInt8(ascii: "'"): try takeSingleQuotes(&state)
      case UInt8(ascii: "\""): takeDoubleQuote(&state)
      case UInt8(ascii: "$"), UInt8(ascii: "`"):
        let quote = quoteStart
        try takeExpansion(into: &state.builder, state.quoting)
        quoteStart = quote
      case let byte:
        if ends(&state, at: byte) {
          state.builder.flush()
          return state.builder.parts
        }
        if byte == UInt8(ascii: "\n") {
          throw stop("Missing '}'", line: line(at: position), offset: opener)
        }
        state.builder.add(position..<position + 1, quoted: state.isQuoted)
        position += 1
      }
    }
    switch (state.quoting, enclosure) {
    case (.arithmetic, _): throw stop("Missing '))'", offset: opener)
    case (.double, _): throw stop("Unterminated quoted string", offset: quoteStart)
    case (.none, .word): break
    case (.none, _): throw stop("Missing '}'", line: line(at: position), offset: opener)
    }
    state.builder.flush()
    return state.builder.parts
  }

  private mutating func takePlainText(_ state: inout ShellWordState) {
    let stops: ShellByteSet =
      switch state.quoting {
      case .none: .unquoted
      case .double: .doubleQuoted
      case .arithmetic: .arithmetic
      }
    var index = position
    while index < bytes.count, !stops.contains(bytes[index]) { index += 1 }
    guard index > position else { return }
    state.builder.add(position..<index, quoted: state.isQuoted)
    position = index
  }

  /// Whether a byte that isn't plain text ends the text; keeps count of parentheses.
  private func ends(_ state: inout ShellWordState, at byte: UInt8) -> Bool {
    switch state.enclosure {
    case .word:
      return state.quoting == .none && byte != UInt8(ascii: "}")
    case .braces(let keepsQuoting):
      return byte == UInt8(ascii: "}")
        && state.quoting == (keepsQuoting ? state.initial : .none)
    case .arithmetic:
      if byte == UInt8(ascii: "(") {
        state.parentheses += 1
      } else if byte == UInt8(ascii: ")") {
        if state.parentheses == 0 {
          return self.byte(at: skippingContinuations(position + 1)) == byte
        }
        state.parentheses -= 1
      }
      return false
    }
  }
}
