import SourceText

/// The lines around an edit which sh(1) reads apart from all others, as they are and as they will be.
///
/// Behind a newline that ends a command nothing of what was read before is left but what it did. So
/// lines between two such newlines read alike wherever they stand, and no others need to be read
/// again to see what an edit among them changes.
struct ShellExcerpt {
  let old: ShellSettings
  let new: ShellSettings
  /// Where they begin in the file.
  let start: Int

  /// - Parameter edits: edits of the file, one at least.
  init(_ settings: ShellSettings, with edits: EditSet) throws(EditConflict) {
    if let excerpt = try Self.lines(of: settings, with: edits) {
      self = excerpt
    } else {
      old = settings
      new = ShellSettings(try edits.applied(to: settings.bytes))
      start = 0
    }
  }

  private init(old: ShellSettings, new: ShellSettings, start: Int) {
    self.old = old
    self.new = new
    self.start = start
  }

  /// Nil where an edit opens what ends only further below, or the file can't be read anyway.
  private static func lines(
    of settings: ShellSettings, with edits: EditSet
  ) throws(EditConflict) -> ShellExcerpt? {
    guard settings.script.syntaxError == nil, let first = edits.edits.first?.span.lower,
      let last = edits.edits.last?.span.upper, last <= settings.bytes.count
    else { return nil }
    let start = settings.commandEnd(upTo: first)
    let edge = settings.commandEnd(from: last)
    // with the statement behind them, for only what follows shows that a command has ended
    let end = edge.flatMap { settings.endOfStatement(from: $0) } ?? settings.bytes.count
    let moved = edits.edits.map { edit in
      TextEdit(
        SourceSpan(edit.span.lower - start, edit.span.upper - start), edit.replacement)
    }
    let old = ShellSettings(Array(settings.bytes[start..<end]))
    let new = ShellSettings(try EditSet(moved).applied(to: old.bytes))
    if let edge, !new.isCommandEnd(new.bytes.count - (end - edge)) { return nil }
    return ShellExcerpt(old: old, new: new, start: start)
  }
}

extension ShellSettings {
  /// The last place up to an offset where all that was read before is done: behind a newline that
  /// ends a command, or the start.
  fileprivate func commandEnd(upTo offset: Int) -> Int {
    let last = startOfLastStatement
    return (0...min(offset, last)).last { isCommandEnd($0, upTo: last) } ?? 0
  }

  /// The first such place from an offset on.
  fileprivate func commandEnd(from offset: Int) -> Int? {
    let last = startOfLastStatement
    return offset > last ? nil : (offset...last).first { isCommandEnd($0, upTo: last) }
  }

  fileprivate func isCommandEnd(_ place: Int) -> Bool {
    isCommandEnd(place, upTo: startOfLastStatement)
  }

  /// Whether a place is behind a newline between statements, and in front of it no escape.
  ///
  /// A statement has to follow: a here-document, whose text begins at such a place, would take it in.
  private func isCommandEnd(_ place: Int, upTo last: Int) -> Bool {
    guard place > 1, place <= last, bytes[place - 1] == UInt8(ascii: "\n"),
      bytes[place - 2] != UInt8(ascii: "\\"), let index = index(at: place - 1)
    else { return false }
    return !script.nodes[index].isStatement
  }

  private var startOfLastStatement: Int {
    script.nodes.last(where: \.isStatement)?.span.lower ?? 0
  }

  /// The end of the first statement from an offset on.
  fileprivate func endOfStatement(from offset: Int) -> Int? {
    guard let index = index(at: offset) else { return nil }
    return script.nodes[index...].first(where: \.isStatement)?.span.upper
  }
}
