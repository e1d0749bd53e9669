import CellGrid
import SourceText

/// The line that a place is in, with the place marked, and the lines around it.
struct SourceExcerpt {
  /// The line's number, from 1.
  let number: Int
  private let place: Place
  private let picture: HostPicture
  private let glyphs: Glyphs

  /// Nil when the file of the place was not read.
  init?(_ place: Place, _ picture: HostPicture, _ glyphs: Glyphs) {
    guard let number = picture.line(of: place) else { return nil }
    self.number = number
    self.place = place
    self.picture = picture
    self.glyphs = glyphs
  }

  /// The line itself, and below it marks under the place.
  func hit(_ columns: Int) -> [StyledLine] {
    guard let span = picture.span(ofLine: number, in: place.path),
      let file = picture.file(at: place.path)
    else { return [] }
    // no more of a line is looked at than could be shown, for a line can have megabytes
    let most = 4 * columns
    let lower = min(max(place.span.lower, span.lower), span.upper)
    let upper = min(max(place.span.upper, lower), span.upper, lower + most)
    let text = { (lower: Int, upper: Int) in
      Self.withoutTabs(picture.text(SourceSpan(lower, upper), of: span, in: file))
    }
    var source = StyledLine(text(max(span.lower, lower - most), lower), .fileContext)
    source.append(text(lower, upper), .fileHit)
    source.append(text(upper, min(span.upper, upper + most)), .fileContext)
    source = source.window(columns - Self.margin, around: [.fileHit], glyphs)
    var line = StyledLine("\(glyphs[.mark]) ", .selectionMark)
    line.append(Self.padded(number), .fileLine)
    for piece in source.pieces { line.append(piece.text, piece.role) }
    guard let marks = source.columns(of: .fileHit) else { return [line] }
    let end = min(marks.upperBound, columns - Self.margin)
    guard end > marks.lowerBound else { return [line] }
    var below = StyledLine(String(repeating: " ", count: Self.margin + marks.lowerBound))
    below.append(
      String(repeating: glyphs[.underline], count: end - marks.lowerBound), .fileHit)
    return [line, below]
  }

  /// The line with so many lines in front of it and behind.
  func lines(context count: Int, _ columns: Int) -> [StyledLine] {
    let before = (0..<count).reversed().compactMap { context(-1 - $0) }
    let after = (0..<count).compactMap { context(1 + $0) }
    return (before + hit(columns) + after).map { $0.cut(to: columns, glyphs) }
  }

  /// The line so many lines further down; nil when there is none.
  func context(_ distance: Int) -> StyledLine? {
    guard let span = picture.span(ofLine: number + distance, in: place.path),
      let file = picture.file(at: place.path)
    else { return nil }
    // what follows the last newline is no line
    if distance > 0, span.count == 0, span.lower == file.bytes.count { return nil }
    var line = StyledLine("  ")
    line.append(Self.padded(number + distance), .fileLine)
    let part = SourceSpan(span.lower, min(span.upper, span.lower + Self.most))
    line.append(Self.withoutTabs(picture.text(part, of: span, in: file)), .fileContext)
    return line
  }

  /// The bytes of a line that are looked at: no screen shows more of them.
  private static let most = 1_024

  /// The columns in front of the text.
  private static let margin = 7

  private static func padded(_ number: Int) -> String {
    let text = String(number)
    return String(repeating: " ", count: max(4 - text.count, 0)) + text + " "
  }

  /// Tabs are shown as blanks: here it matters what is written, not how it is indented.
  static func withoutTabs(_ text: String) -> String {
    guard text.utf8.contains(9) else { return text }
    return text.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "  ")
  }
}
