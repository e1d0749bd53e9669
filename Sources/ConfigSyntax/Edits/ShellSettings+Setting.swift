import Phrases
package import SourceText

/// Giving a variable another value.
extension ShellSettings {
  /// The edits that make a value the variable's, if it isn't yet.
  ///
  /// The assignment that counts gets another value; where none sets it, a line at the end does.
  package func set(
    _ name: String, to value: String, over replaceable: ReplaceableValue = .plain
  ) throws(EditRefusal) -> EditSet {
    try Self.check(value)
    guard let assignment = try assignment(of: name) else { return try append(name, value) }
    return try set(assignment, to: value, over: replaceable)
  }

  /// The edits that give one assignment another value, quoted as the one it has.
  package func set(
    _ assignment: ShellAssignment, to value: String, over replaceable: ReplaceableValue = .plain
  ) throws(EditRefusal) -> EditSet {
    try Self.check(value)
    let place = written(assignment)
    if constant(of: assignment) == value { return .none }
    if assignment.value.constant == nil {
      guard case .computed = replaceable else {
        throw EditRefusal(spoken("the value is made by an expansion"), at: place)
      }
      guard !assignment.value.doesMoreThanExpand else {
        throw EditRefusal(spoken("expanding the value does more than give one"), at: place)
      }
    }
    let style = ShellQuotingStyle(bytes[place.range])
    let edit = TextEdit.replace(place, with: style.quoted(value))
    return try verified(edit, assignment, value)
  }

  /// The edits that put a text in place of a part of a value, given in bytes of its text.
  ///
  /// Only the bytes of the part change where it is written as it reads, else the whole value does.
  package func replace(
    _ part: Range<Int>, of assignment: ShellAssignment, with text: String
  ) throws(EditRefusal) -> EditSet {
    try Self.check(text)
    guard let old = constant(of: assignment) else {
      throw EditRefusal(spoken("the value is made by an expansion"), at: written(assignment))
    }
    let bytes = Array(old.utf8)
    guard part.lowerBound >= 0, part.upperBound <= bytes.count else {
      throw EditRefusal(spoken("the value has no such part"), at: written(assignment))
    }
    let value = String(
      decoding: bytes[..<part.lowerBound] + Array(text.utf8) + bytes[part.upperBound...],
      as: UTF8.self)
    guard let span = place(of: part, in: assignment.value) else {
      return try set(assignment, to: value)
    }
    var escaped: [UInt8] = []
    ShellQuotingStyle.escape(text, into: &escaped)
    guard escaped == Array(text.utf8) else { return try set(assignment, to: value) }
    // a text that the quotes around it can't hold is found out when the file is read again
    let edit = TextEdit.replace(span, with: escaped)
    do throws(EditRefusal) {
      return try verified(edit, assignment, value)
    } catch {
      return try set(assignment, to: value)
    }
  }

  /// The bytes of a part of a value, if all of it stands in one piece that is written as it reads.
  private func place(of part: Range<Int>, in value: ShellWord) -> SourceSpan? {
    var offset = 0
    for piece in value.parts {
      guard let text = piece.constant, let span = piece.constantSpan else { return nil }
      let end = offset + text.utf8.count
      if offset <= part.lowerBound, part.upperBound <= end {
        guard let places = places(of: text, in: span) else { return nil }
        let lower = places[part.lowerBound - offset]
        return SourceSpan(
          lower, part.isEmpty ? lower : places[part.upperBound - offset - 1] + 1)
      }
      offset = end
    }
    return nil
  }

  /// The offset of each byte of a text and of its end, where it is written as it reads but for
  /// escaped newlines.
  private func places(of text: String, in span: SourceSpan) -> [Int]? {
    if bytes[span.range].elementsEqual(text.utf8) { return Array(span.lower...span.upper) }
    var places: [Int] = []
    var index = span.lower
    for byte in text.utf8 {
      while bytes[index...].starts(with: Array("\\\n".utf8)) { index += 2 }
      guard index < span.upper, bytes[index] == byte else { return nil }
      places.append(index)
      index += 1
    }
    return places + [index]
  }

  /// A line at the end of the file.
  private func append(_ name: String, _ value: String) throws(EditRefusal) -> EditSet {
    if let newline = bytes.firstIndex(of: UInt8(ascii: "\n")), newline > 0,
      bytes[newline - 1] == UInt8(ascii: "\r")
    {
      throw EditRefusal(spoken("lines end in CR LF, and sh(1) would take the CR into the value"))
    }
    guard bytes.last != UInt8(ascii: "\\") else {
      throw EditRefusal(spoken("the last line goes on behind its end"))
    }
    var line = Array("\(name)=".utf8) + ShellQuotingStyle.double.quoted(value)
    line.append(UInt8(ascii: "\n"))
    var place = bytes.count
    if let last = bytes.last, last != UInt8(ascii: "\n") {
      line.insert(UInt8(ascii: "\n"), at: 0)
      place += 1
    }
    let edits = try edits([.insert(line, at: bytes.count)])
    let lines = try excerpt(edits)
    guard let assignment = lines.new.plainAssignment(at: place - lines.start),
      assignment.name == name, lines.new.constant(of: assignment) == value,
      lines.new.hasStatements(
        of: lines.old, shiftedBy: 0, behind: lines.old.bytes.count, more: 1)
    else { throw EditRefusal(spoken("a line at the end would not be read as such")) }
    return edits
  }

  /// The edit, if with it the assignment has the value and everything else reads as before.
  private func verified(
    _ edit: TextEdit, _ assignment: ShellAssignment, _ value: String
  ) throws(EditRefusal) -> EditSet {
    let edits = try edits([edit])
    let lines = try excerpt(edits)
    let shift = edit.replacement.count - edit.span.count
    let twin = lines.new.plainAssignment(at: assignment.span.lower - lines.start)
    guard let twin, twin.name == assignment.name, lines.new.constant(of: twin) == value,
      lines.new.hasStatements(
        of: lines.old, shiftedBy: shift, behind: edit.span.lower - lines.start)
    else { throw EditRefusal(spoken("the value can't be written there"), at: edit.span) }
    return edits
  }

  private static func check(_ value: String) throws(EditRefusal) {
    let isUnfit = value.utf8.contains { $0 == 0 || $0 == 0x0a || $0 == 0x0d }
    if isUnfit { throw EditRefusal(spoken("the new value has a NUL byte or a line break")) }
  }
}

extension ShellWordPart {
  /// Where a piece that needs no expansion is written.
  fileprivate var constantSpan: SourceSpan? {
    switch self {
    case .literal(_, let span), .quoted(_, let span): span
    case .parameter, .commandSubstitution, .arithmetic: nil
    }
  }
}

extension ShellWord {
  /// Expanding it may set a variable, or end the reading of the file.
  fileprivate var doesMoreThanExpand: Bool {
    parts.contains { part in
      switch part {
      case .literal, .quoted, .commandSubstitution: return false
      case .parameter(let parameter):
        let acts = [.assignDefault, .errorIfUnset, .invalid].contains(parameter.op)
        return acts || parameter.word?.doesMoreThanExpand == true
      case .arithmetic(let expression, _, _):
        let text = expression.constant
        return text == nil || text?.utf8.contains(UInt8(ascii: "=")) == true
      }
    }
  }
}
