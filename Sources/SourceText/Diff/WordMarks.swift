/// The words in which two versions of a line differ.
package struct WordMarks: Sendable, Equatable {
  /// What goes, as offsets into the old line, in order.
  package private(set) var old: [Range<Int>] = []
  /// What comes, as offsets into the new line, in order.
  package private(set) var new: [Range<Int>] = []

  /// Lines longer than this are marked as a whole.
  private static let longest = 10_000

  /// Compares two lines word by word; a word is a run of letters, digits, `.`, `:` and `_`, and any
  /// other byte is one by itself.
  package init(_ old: [UInt8], _ new: [UInt8]) {
    guard old.count <= Self.longest, new.count <= Self.longest else {
      self.old = [old.indices]
      self.new = [new.indices]
      return
    }
    let before = Self.words(of: old)
    let after = Self.words(of: new)
    for change in LineDiff(before, after).changes {
      if let first = before[change.old].first, let last = before[change.old].last {
        self.old.append(first.startIndex..<last.endIndex)
      }
      if let first = after[change.new].first, let last = after[change.new].last {
        self.new.append(first.startIndex..<last.endIndex)
      }
    }
  }

  private static func words(of line: [UInt8]) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var start = 0
    while start < line.count {
      var end = start + 1
      if belongsToWord(line[start]) {
        while end < line.count, belongsToWord(line[end]) { end += 1 }
      }
      words.append(line[start..<end])
      start = end
    }
    return words
  }

  private static func belongsToWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
