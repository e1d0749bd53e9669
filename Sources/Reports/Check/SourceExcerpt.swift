import CellGrid
import HostModel
import SourceText

/// The line a place is in, with the place marked below it, as compilers show it.
struct SourceExcerpt {
  private let number: String
  private let text: String
  /// The columns in front of the mark, and those of the mark.
  private let offset: Int
  private let length: Int

  /// - Parameter columns: the width there is; of a longer line the part around the place is shown.
  init(_ place: Place, _ region: TextRegion, in file: SourceFile, columns: Int) {
    number = String(region.start.line)
    let room = max(columns - max(number.utf8.count, Self.digits) - 5, 16)
    let start = region.firstLine.lower + region.start.column - 1
    let stop = min(max(place.span.upper, start), region.firstLine.upper)
    // no more of a line is looked at than could be shown, for a line can have megabytes
    let lower = max(region.firstLine.lower, start - 4 * room)
    let end = min(stop, start + 4 * room)
    let bytes = SecretWords.masked(
      file.bytes[lower..<max(start, min(region.firstLine.upper, end + 4 * room))])
    let before = Self.shown(bytes[..<(start - lower)])
    let marked = Self.shown(bytes[(start - lower)..<(end - lower)])
    let after = Self.shown(bytes[(end - lower)...])
    var head = before
    let wanted = min(displayWidth(marked), room)
    if displayWidth(head) + wanted > room {
      head = "…" + Self.tail(of: head, columns: max(room - wanted, room / 4) - 1)
    }
    offset = displayWidth(head)
    length = max(min(displayWidth(marked), room - offset), 1)
    text = head + marked + after
  }

  private static let digits = 4

  /// The line and the mark.
  ///
  /// - Parameter note: what is said behind the mark.
  func lines(_ note: String, _ emphasis: Emphasis, columns: Int) -> [TextLine] {
    let width = max(number.utf8.count, Self.digits)
    let blanks = String(repeating: " ", count: width)
    let line = TextLine("\(blanks.dropLast(number.utf8.count))\(number) | \(text)")
    var mark = TextLine("\(blanks) | " + String(repeating: " ", count: offset))
    mark.append("^" + String(repeating: "~", count: length - 1), emphasis)
    let room = columns - width - 3
    var below: [TextLine] = []
    if !note.isEmpty {
      let noteWidth = displayWidth(note)
      if offset + length + 1 + noteWidth <= room {
        mark.append(" \(note)", emphasis)
      } else {
        // below the mark, and as far to the left of it as the note needs
        let indent = max(min(offset, room - noteWidth), 0)
        below = [TextLine("\(blanks) | " + String(repeating: " ", count: indent))]
        below[0].append(note, emphasis)
      }
    }
    return ([line, mark] + below).map { $0.cut(to: columns) }
  }

  /// Text as it is shown, with blanks for tabs so that the mark stays below it.
  private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    let text = bytes.last == 13 ? bytes.dropLast() : bytes
    return escapeForTerminal(String(decoding: text.map { $0 == 9 ? 32 : $0 }, as: UTF8.self))
  }

  private static func tail(of text: String, columns: Int) -> String {
    var tail: [Unicode.Scalar] = []
    var width = 0
    for scalar in text.unicodeScalars.reversed() {
      width += displayWidth(scalar)
      if width > columns { break }
      tail.append(scalar)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: tail.reversed())
    return String(view)
  }
}
