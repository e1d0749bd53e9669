import Phrases
package import SourceText

/// A jail.conf(5) file as an editor sees it: which bytes to change for another value.
///
/// Every edit leaves all other bytes alone, and is refused unless the file that comes of it reads
/// as the same file with just this one change.
package struct JailConfSettings: Sendable {
  /// The file.
  package let source: SourceFile
  /// Its tree.
  package let file: JailConfFile
  private let grammar: JailConfGrammar

  /// Reads a file.
  package init(_ source: SourceFile, grammar: JailConfGrammar) {
    self.source = source
    self.grammar = grammar
    file = parseJailConf(source, grammar: grammar)
  }

  private var bytes: [UInt8] { source.bytes }

  /// The edits that put a text in place of a value, quoted as that was.
  package func replace(
    _ value: JailConfString, with text: String
  ) throws(EditRefusal) -> EditSet {
    guard let old = value.constant else {
      throw EditRefusal(spoken("a variable is in the value"), at: value.span)
    }
    if old == text { return .none }
    guard !text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7f }) else {
      throw EditRefusal(spoken("the new value has bytes that jail(8) can't read"), at: value.span)
    }
    let quoted = JailConfQuotingStyle(bytes[value.span.range]).quoted(text)
    return try verified(.replace(value.span, with: quoted)) { items in
      items.replacingText(at: value.span.lower, with: text)
    }
  }

  /// The edits that take one value out of a parameter's list, with its comma.
  package func removeValue(
    _ index: Int, of parameter: JailConfParameter
  ) throws(EditRefusal) -> EditSet {
    let values = parameter.values
    guard values.indices.contains(index), values.count > 1 else {
      throw EditRefusal(spoken("the list would be empty"), at: parameter.nameSpan)
    }
    let span =
      index + 1 < values.count
      ? SourceSpan(values[index].span.lower, values[index + 1].span.lower)
      : SourceSpan(values[index - 1].span.upper, values[index].span.upper)
    try checkSeparator(span, apart: values[index].span)
    return try verified(.delete(span)) { items in
      items.removingText(at: values[index].span.lower)
    }
  }

  /// The edits that take a parameter out, with its line when nothing else is on it; comments stay.
  package func remove(_ item: JailConfItem) throws(EditRefusal) -> EditSet {
    guard case .parameter = item.kind else {
      throw EditRefusal(spoken("not a parameter"), at: item.span)
    }
    let line = lineBlanks(around: item.span)
    let span: SourceSpan
    if line.isFirst, line.endsLine {
      span = SourceSpan(line.span.lower, min(line.span.upper + 1, bytes.count))
    } else {
      span = SourceSpan(item.span.lower, line.endsLine ? item.span.upper : line.span.upper)
    }
    return try verified(.delete(span)) { items in items.removing(at: item.span.lower) }
  }

  /// The edits that put a parameter behind another, on a line of its own where that has one.
  ///
  /// - Parameter statement: such as `interface;`, with its semicolon.
  package func insert(
    _ statement: String, behind item: JailConfItem
  ) throws(EditRefusal) -> EditSet {
    let text = Array(statement.utf8)
    let line = lineBlanks(around: item.span)
    let edit: TextEdit
    if line.isFirst, let end = endOfLine(behind: item.span.upper) {
      let indentation = Array(bytes[line.span.lower..<item.span.lower])
      let newline: [UInt8] = [UInt8(ascii: "\n")]
      edit =
        end < bytes.count
        ? .insert(indentation + text + newline, at: end + 1)
        : .insert(newline + indentation + text, at: end)
    } else {
      edit = .insert([UInt8(ascii: " ")] + text, at: item.span.upper)
    }
    let added = parseJailConf(
      SourceFile(path: source.path, bytes: text), grammar: grammar)
    guard added.problems.isEmpty, added.items.count == 1, added.blocks.isEmpty,
      added.items[0].span == SourceSpan(0, text.count)
    else { throw EditRefusal(spoken("\(statement) is no parameter")) }
    return try verified(edit) { items in
      items.inserting(added.items[0], behind: item.span.lower)
    }
  }

  /// The blanks around a statement on its line, and what they border on.
  private func lineBlanks(
    around statement: SourceSpan
  ) -> (span: SourceSpan, isFirst: Bool, endsLine: Bool) {
    var lower = statement.lower
    while lower > 0, isBlank(lower - 1) { lower -= 1 }
    var upper = statement.upper
    while upper < bytes.count, isBlank(upper) { upper += 1 }
    return (
      SourceSpan(lower, upper), lower == 0 || bytes[lower - 1] == UInt8(ascii: "\n"),
      upper == bytes.count || bytes[upper] == UInt8(ascii: "\n")
    )
  }

  /// The end of the line, when nothing but blanks and a comment of one line follows an offset.
  private func endOfLine(behind offset: Int) -> Int? {
    let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let rest = jailConfTokens(Array(bytes[offset..<end]))
    return rest.allSatisfy { $0.kind == .space || $0.kind == .comment } ? end : nil
  }

  private func isBlank(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t")
  }

  /// Refuses where a comment stands between two values, for it would go with the comma.
  private func checkSeparator(_ span: SourceSpan, apart: SourceSpan) throws(EditRefusal) {
    let separator = Array(bytes[span.lower..<apart.lower]) + Array(bytes[apart.upper..<span.upper])
    if jailConfTokens(separator).contains(where: { $0.kind == .comment }) {
      throw EditRefusal(spoken("a comment stands between the values"), at: span)
    }
  }

  /// The edit, if the file then reads as the expected items.
  private func verified(
    _ edit: TextEdit, _ expected: (JailConfReading) -> JailConfReading
  ) throws(EditRefusal) -> EditSet {
    if let problem = file.problems.first {
      throw EditRefusal(spoken("jail(8) can't read the file: \(problem.message)"), at: problem.span)
    }
    let after: [UInt8]
    let edits: EditSet
    do throws(EditConflict) {
      edits = try EditSet([edit])
      after = try edits.applied(to: bytes)
    } catch {
      throw EditRefusal(error.message)
    }
    let new = parseJailConf(SourceFile(path: source.path, bytes: after), grammar: grammar)
    let before = JailConfReading(file)
    guard new.problems.isEmpty, JailConfReading(new).statements == expected(before).statements
    else {
      throw EditRefusal(spoken("the file would read differently"), at: edit.span)
    }
    return edits
  }
}
