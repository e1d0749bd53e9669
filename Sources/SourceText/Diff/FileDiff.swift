/// How two versions of a file differ, in hunks with the lines around each change.
package struct FileDiff: Sendable, Equatable {
  /// One line of a hunk.
  package struct Line: Sendable, Equatable {
    /// Which of the two versions has the line.
    package enum Side: Sendable {
      case both, old, new
    }

    /// Which of the two versions has it.
    package let side: Side
    /// The line without its newline.
    package let bytes: [UInt8]
    /// The last line of its version, with no newline behind it.
    package let lacksNewline: Bool
    /// What to mark, as offsets into `bytes`: the words that differ from the line it stands for.
    package var marks: [Range<Int>]

    package init(side: Side, bytes: [UInt8], lacksNewline: Bool, marks: [Range<Int>]) {
      self.side = side
      self.bytes = bytes
      self.lacksNewline = lacksNewline
      self.marks = marks
    }
  }

  /// A run of lines of which some changed.
  package struct Hunk: Sendable, Equatable {
    /// The first line in the old version, 1-based; with no line there, the one in front.
    package let oldStart: Int
    /// How many lines of the old version it has.
    package let oldCount: Int
    /// The first line in the new version, 1-based; with no line there, the one in front.
    package let newStart: Int
    /// How many lines of the new version it has.
    package let newCount: Int
    /// What goes stands in front of what comes.
    package var lines: [Line]
  }

  /// The changed stretches in order; none for equal files.
  package private(set) var hunks: [Hunk] = []

  /// Compares two versions.
  ///
  /// - Parameter context: how many unchanged lines to show around each change.
  package init(old: [UInt8], new: [UInt8], context: Int = 3) {
    let stretch = ChangedStretch(old, new, context: context)
    let before = Self.lines(of: old[stretch.old])
    let after = Self.lines(of: new[stretch.new])
    let changes = LineDiff(before, after).changes
    var group: [LineDiff.Change] = []
    for change in changes {
      if let last = group.last, change.old.lowerBound - last.old.upperBound > 2 * context {
        hunks.append(Self.hunk(of: group, before, after, context, behind: stretch.linesInFront))
        group.removeAll()
      }
      group.append(change)
    }
    if !group.isEmpty {
      hunks.append(Self.hunk(of: group, before, after, context, behind: stretch.linesInFront))
    }
  }

  /// The comparison with some of its stretches alone.
  package func keeping(_ isKept: (Hunk) -> Bool) -> FileDiff {
    var kept = self
    kept.hunks = hunks.filter(isKept)
    return kept
  }

  /// The lines with their newlines, which a last line may lack.
  package static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let newline = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex - 1
      lines.append(bytes[start...newline])
      start = newline + 1
    }
    return lines
  }

  private static func hunk(
    of changes: [LineDiff.Change], _ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>],
    _ context: Int, behind linesInFront: Int
  ) -> Hunk {
    let oldFirst = changes.first?.old.lowerBound ?? 0
    let newFirst = changes.first?.new.lowerBound ?? 0
    let oldLast = changes.last?.old.upperBound ?? 0
    let lead = min(context, oldFirst)
    let tail = min(context, before.count - oldLast)
    var lines: [Line] = []
    var position = oldFirst - lead
    for change in changes {
      lines += before[position..<change.old.lowerBound].map { Line($0, .both) }
      lines += marked(before[change.old], after[change.new])
      position = change.old.upperBound
    }
    lines += before[position..<position + tail].map { Line($0, .both) }
    let oldCount = lines.count { $0.side != .new }
    let newCount = lines.count { $0.side != .old }
    return Hunk(
      oldStart: linesInFront + oldFirst - lead + (oldCount > 0 ? 1 : 0), oldCount: oldCount,
      newStart: linesInFront + newFirst - lead + (newCount > 0 ? 1 : 0), newCount: newCount,
      lines: lines)
  }

  /// The lines of one change; where as many come as go, each pair shows its differing words.
  private static func marked(
    _ old: ArraySlice<ArraySlice<UInt8>>, _ new: ArraySlice<ArraySlice<UInt8>>
  ) -> [Line] {
    var goes = old.map { Line($0, .old) }
    var comes = new.map { Line($0, .new) }
    if goes.count == comes.count {
      for index in goes.indices {
        let marks = WordMarks(goes[index].bytes, comes[index].bytes)
        goes[index].marks = marks.old
        comes[index].marks = marks.new
      }
    }
    return goes + comes
  }
}

extension FileDiff.Line {
  fileprivate init(_ line: ArraySlice<UInt8>, _ side: Side) {
    let lacksNewline = line.last != UInt8(ascii: "\n")
    self.init(
      side: side, bytes: Array(lacksNewline ? line : line.dropLast()), lacksNewline: lacksNewline,
      marks: [])
  }
}

extension FileDiff.Line {
  /// The text in pieces, those that differ and those that don't.
  package var pieces: [(text: String, isMarked: Bool)] {
    var pieces: [(text: String, isMarked: Bool)] = []
    var position = 0
    func append(to end: Int, _ isMarked: Bool) {
      guard position < end else { return }
      pieces.append((String(decoding: bytes[position..<end], as: UTF8.self), isMarked))
      position = end
    }
    for mark in marks {
      append(to: mark.lowerBound, false)
      append(to: mark.upperBound, true)
    }
    append(to: bytes.count, false)
    return pieces
  }
}
