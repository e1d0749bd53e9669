import Phrases

/// What the glance says besides what fails: things of one kind, of which as many are worded as
/// could ever fit.
struct NoteSection {
  let count: Int
  let emphasis: Emphasis
  /// What they are called when only some of them fit.
  let noun: String
  let items: [String]

  func lines(room: Int, columns: Int) -> [TextLine] {
    var lines: [TextLine] = []
    for (index, item) in items.enumerated() {
      let next = line(item).wrapped(to: columns, indent: 2, limit: 2)
      let isLast = index + 1 == count
      guard lines.count + next.count + (isLast ? 0 : 1) <= room else {
        let rest = index == 0 ? "\(count) \(noun)" : spoken("… and \(count - index) more \(noun)")
        return lines + [TextLine(rest, emphasis).cut(to: columns)]
      }
      lines += next
    }
    return lines
  }

  /// An item of which the word in front has the colour, for not every colour can be read everywhere.
  private func line(_ item: String) -> TextLine {
    guard let colon = item.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      return TextLine(item, emphasis)
    }
    var line = TextLine(String(item[...colon]), emphasis)
    line.append(String(item[item.utf8.index(after: colon)...]))
    return line
  }
}
