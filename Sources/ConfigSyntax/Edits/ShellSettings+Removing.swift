import Phrases
package import SourceText

/// Taking assignments out.
extension ShellSettings {
  /// The edits that take one assignment out: its line, when nothing else is on it.
  ///
  /// Comments stay, for nobody but their author knows what they are about. Refused where the
  /// assignment is part of other code.
  package func remove(_ assignment: ShellAssignment) throws(EditRefusal) -> EditSet {
    guard let index = index(at: assignment.span.lower),
      let own = plainAssignment(at: assignment.span.lower),
      case .statement(let statement) = script.nodes[index].kind
    else { throw EditRefusal(spoken("the assignment is part of other code"), at: assignment.span) }
    let node = script.nodes[index].span
    let isAlone: Bool
    if case .simple(let command) = statement.command {
      // `export` is a word of its own
      let words = command.words.count + command.assignments.count
      isAlone = words - (command.words.isEmpty ? 0 : 1) == 1
    } else {
      isAlone = false
    }
    let span = isAlone ? spanWithLine(node) : spanWithBlanks(own.span, within: node)
    let edits = try edits([.delete(span)])
    let lines = try excerpt(edits)
    let without = lines.old.index(at: assignment.span.lower - lines.start)
    guard lines.new.hasStatements(of: lines.old, without: isAlone ? without : nil) else {
      throw EditRefusal(
        spoken("without the assignment the code would read differently"), at: own.span)
    }
    return edits
  }

  /// A statement with what belongs to it: its line, or on a line with others the semicolon and the
  /// blanks between them.
  private func spanWithLine(_ statement: SourceSpan) -> SourceSpan {
    var lower = statement.lower
    while lower > 0, isBlank(lower - 1) { lower -= 1 }
    let isFirst = lower == 0 || bytes[lower - 1] == UInt8(ascii: "\n")
    var upper = statement.upper
    while upper < bytes.count, isBlank(upper) { upper += 1 }
    var hasSemicolon = false
    if upper < bytes.count, bytes[upper] == UInt8(ascii: ";") {
      hasSemicolon = true
      upper += 1
      while upper < bytes.count, isBlank(upper) { upper += 1 }
    }
    if upper < bytes.count, bytes[upper] == UInt8(ascii: "\r") { upper += 1 }
    let endsLine = upper == bytes.count || bytes[upper] == UInt8(ascii: "\n")
    if isFirst, endsLine { return SourceSpan(lower, min(upper + 1, bytes.count)) }
    if isFirst || (hasSemicolon && !endsLine) { return SourceSpan(statement.lower, upper) }
    // the last of its line goes with the semicolon in front of it
    while lower > 0, isBlank(lower - 1) || bytes[lower - 1] == UInt8(ascii: ";") { lower -= 1 }
    return SourceSpan(lower, statement.upper)
  }

  /// One of several words of a statement with the blanks behind it, or in front of the last.
  private func spanWithBlanks(_ word: SourceSpan, within statement: SourceSpan) -> SourceSpan {
    var upper = word.upper
    while upper < statement.upper, isBlank(upper) { upper += 1 }
    if upper < statement.upper { return SourceSpan(word.lower, upper) }
    var lower = word.lower
    while lower > statement.lower, isBlank(lower - 1) { lower -= 1 }
    return SourceSpan(lower, word.upper)
  }

  private func isBlank(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t")
  }

  /// Whether the statements of another version are all here but the one at an index, in order and
  /// with the same assignments; of one that lost a word, as many but one.
  private func hasStatements(of other: ShellSettings, without index: Int?) -> Bool {
    guard script.syntaxError == nil else { return false }
    let kept = other.script.nodes.enumerated().filter {
      $0.offset != index && $0.element.isStatement
    }
    let own = script.nodes.filter(\.isStatement)
    guard own.count == kept.count else { return false }
    var shortened = 0
    for (twin, (_, node)) in zip(own, kept)
    where !bytes[twin.span.range].elementsEqual(other.bytes[node.span.range]) {
      shortened += 1
      guard assignments(twin) + 1 == other.assignments(node) else { return false }
    }
    return shortened == (index == nil ? 1 : 0)
  }

  private func assignments(_ node: ShellNode) -> Int {
    guard case .statement(let statement) = node.kind else { return 0 }
    return statement.plainAssignments?.count ?? 0
  }
}
