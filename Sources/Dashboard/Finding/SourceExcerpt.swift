import CellGrid
import SourceText

/// The line that a place is in, with the lines around it and the place marked.
struct SourceExcerpt {
  /// How many lines are shown in front and behind.
  let context: Int
  let columns: Int
  let glyphs: Glyphs

  private static let tab = "  "

  /// The lines; empty when the file was not collected.
  func lines(_ place: Place, _ picture: HostPicture) -> [StyledLine] {
    guard let number = picture.line(of: place), let file = picture.file(at: place.path) else {
      return []
    }
    let last = number + context
    let digits = max(String(last).utf8.count, 3)
    let room = columns - digits - 4
    guard room > 8 else { return [] }
    var lines: [StyledLine] = []
    for line in max(number - context, 1)...last {
      guard let span = picture.span(ofLine: line, in: place.path) else { continue }
      var head = StyledLine(line == number ? " \(glyphs[.mark]) " : "   ", .selectionMark)
      let count = String(line)
      head.append(String(repeating: " ", count: digits - count.utf8.count) + count, .fileLine)
      head.append(" ")
      if line == number {
        let (text, mark) = marked(place.span, in: span, file, room)
        head.append(text)
        lines.append(head)
        var below = StyledLine(String(repeating: " ", count: digits + 4))
        below.append(mark)
        lines.append(below)
      } else {
        let end = min(span.upper, span.lower + 4 * room)
        head.append(Self.shown(SourceSpan(span.lower, end), file), .fileContext)
        lines.append(head.cut(to: columns, glyphs))
      }
    }
    return lines
  }

  /// The line with the span set off, and the marks below it; of a long line the part around the span.
  private func marked(
    _ span: SourceSpan, in line: SourceSpan, _ file: SourceFile, _ room: Int
  ) -> (text: StyledLine, mark: StyledLine) {
    let start = min(max(span.lower, line.lower), line.upper)
    let stop = min(max(span.upper, start), line.upper)
    // no more of a line is looked at than could be shown, for a line can have megabytes
    var before = Self.shown(SourceSpan(max(line.lower, start - 4 * room), start), file)
    let hit = Self.shown(SourceSpan(start, min(stop, start + 4 * room)), file)
    let after = Self.shown(SourceSpan(stop, min(line.upper, stop + 4 * room)), file)
    let wanted = min(displayWidth(hit), room)
    if displayWidth(before) + wanted > room {
      before = glyphs[.ellipsis] + Self.tail(of: before, max(room - wanted - 1, room / 4))
    }
    var text = StyledLine(before)
    text.append(hit, .fileHit)
    text.append(after)
    let offset = displayWidth(before)
    let length = max(min(displayWidth(hit), room - offset), 1)
    var mark = StyledLine(String(repeating: " ", count: offset))
    mark.append(String(repeating: glyphs[.underline], count: length), .fileHit)
    return (text.cut(to: room, glyphs), mark)
  }

  /// Text as it is shown, with blanks for tabs.
  private static func shown(_ span: SourceSpan, _ file: SourceFile) -> String {
    let parts = file.text(span).split(separator: "\t", omittingEmptySubsequences: false)
    return escapeForTerminal(parts.joined(separator: tab))
  }

  private static func tail(of text: String, _ columns: Int) -> String {
    var width = 0
    var tail = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.reversed() {
      width += displayWidth(scalar)
      if width > columns { break }
      tail.insert(scalar, at: tail.startIndex)
    }
    return String(tail)
  }
}
