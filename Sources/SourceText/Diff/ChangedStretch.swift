/// The part of two versions of a file that has all their differences, with whole lines around them:
/// a small edit of a large file leaves little else to be looked at line by line.
struct ChangedStretch {
  /// Where it is in the old version.
  let old: Range<Int>
  /// Where it is in the new version.
  let new: Range<Int>
  /// How many lines stand in front of it, the same in both.
  let linesInFront: Int

  private static let newline = UInt8(ascii: "\n")

  /// - Parameter context: how many of the equal lines at both ends belong to it.
  init(_ old: [UInt8], _ new: [UInt8], context: Int) {
    let (before, after) = (old.span, new.span)
    let shorter = min(before.count, after.count)
    var prefix = 0
    while prefix < shorter, before[prefix] == after[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < shorter - prefix,
      before[before.count - 1 - suffix] == after[after.count - 1 - suffix]
    { suffix += 1 }
    let start = Self.start(ofLine: context, inFrontOf: prefix, in: before)
    let end = Self.end(ofLine: context, behind: before.count - suffix, in: before)
    self.old = start..<end
    self.new = start..<after.count - (before.count - end)
    linesInFront = Self.newlines(in: before.extracting(..<start))
  }

  /// Where a line begins, the one that an offset is in being number 0.
  private static func start(ofLine number: Int, inFrontOf offset: Int, in bytes: Span<UInt8>) -> Int
  {
    var (start, left) = (offset, number)
    while start > 0 {
      if bytes[start - 1] == newline {
        if left == 0 { return start }
        left -= 1
      }
      start -= 1
    }
    return 0
  }

  /// Where a line ends, its newline with it, the one that an offset is in being number 0.
  private static func end(ofLine number: Int, behind offset: Int, in bytes: Span<UInt8>) -> Int {
    var (end, left) = (offset, number)
    while end < bytes.count {
      end += 1
      if bytes[end - 1] == newline {
        if left == 0 { return end }
        left -= 1
      }
    }
    return bytes.count
  }

  private static func newlines(in bytes: Span<UInt8>) -> Int {
    var count = 0
    for index in bytes.indices where bytes[index] == newline { count += 1 }
    return count
  }
}
