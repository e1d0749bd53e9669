import SourceText

/// Reading what comes of an edit, to see that nothing else has changed.
extension ShellSettings {
  func edits(_ edits: [TextEdit]) throws(EditRefusal) -> EditSet {
    do throws(EditConflict) {
      return try EditSet(edits)
    } catch {
      throw EditRefusal(error.message)
    }
  }

  func excerpt(_ edits: EditSet) throws(EditRefusal) -> ShellExcerpt {
    do throws(EditConflict) {
      return try ShellExcerpt(self, with: edits)
    } catch {
      throw EditRefusal(error.message)
    }
  }

  /// The assignment that begins at an offset, unless it is part of other code.
  func plainAssignment(at offset: Int) -> ShellAssignment? {
    statement(at: offset)?.plainAssignments?.first { $0.span.lower == offset }
  }

  /// The statement that covers an offset.
  func statement(at offset: Int) -> ShellStatement? {
    index(at: offset).flatMap { index in
      if case .statement(let statement) = script.nodes[index].kind { statement } else { nil }
    }
  }

  /// The node that covers an offset.
  func index(at offset: Int) -> Int? {
    var low = 0
    var high = script.nodes.count
    while low < high {
      let middle = (low + high) / 2
      if script.nodes[middle].span.upper <= offset { low = middle + 1 } else { high = middle }
    }
    return low < script.nodes.count ? low : nil
  }

  /// Whether the statements of another version are all here, in the same places but for a shift of
  /// what ends at or behind an offset of it, with so many more at the end.
  func hasStatements(
    of other: ShellSettings, shiftedBy shift: Int, behind offset: Int, more: Int = 0
  ) -> Bool {
    guard script.syntaxError == nil else { return false }
    var own = script.nodes.lazy.filter(\.isStatement).makeIterator()
    for node in other.script.nodes where node.isStatement {
      guard let twin = own.next() else { return false }
      let lower = node.span.lower >= offset ? node.span.lower + shift : node.span.lower
      let upper = node.span.upper >= offset ? node.span.upper + shift : node.span.upper
      guard twin.span == SourceSpan(lower, upper) else { return false }
    }
    return IteratorSequence(own).reduce(0) { count, _ in count + 1 } == more
  }

  /// The bytes of a value, without the carriage return of a line that ends in CR LF.
  func written(_ assignment: ShellAssignment) -> SourceSpan {
    let span = assignment.value.span
    guard endsInCarriageReturn(span) else { return span }
    return SourceSpan(span.lower, span.upper - 1)
  }

  /// The text of a value that is plainly written, without such a carriage return.
  func constant(of assignment: ShellAssignment) -> String? {
    guard let text = assignment.value.constant else { return nil }
    // not as characters, of which CR LF is one
    return endsInCarriageReturn(assignment.value.span)
      ? String(text.unicodeScalars.dropLast()) : text
  }

  private func endsInCarriageReturn(_ span: SourceSpan) -> Bool {
    span.count > 0 && bytes[span.upper - 1] == UInt8(ascii: "\r")
      && span.upper < bytes.count && bytes[span.upper] == UInt8(ascii: "\n")
  }
}

extension ShellNode {
  var isStatement: Bool {
    if case .statement = kind { true } else { false }
  }
}
