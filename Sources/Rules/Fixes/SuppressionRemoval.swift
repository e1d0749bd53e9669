import HostModel
import SourceText

/// Taking out what silences findings.
extension ExaminedHost {
  /// The fix that takes away the comment or the entry that a finding is about.
  func withoutSuppression(
    _ finding: Finding, _ title: (Place) -> String, meaning: String,
    _ applicability: Fix.Applicability
  ) -> [Fix] {
    guard let place = finding.places.first?.place else { return [] }
    return [
      Fix(
        title(place), meaning: meaning, applicability,
        making: removingSuppression(at: place).map { [$0] })
    ].compactMap { $0 }
  }

  /// The edit that removes the comment at a place, or the entry of the settings around it.
  private func removingSuppression(at place: Place) -> PlacedEdit? {
    guard let file = file(at: place.path) else { return nil }
    if file.bytes[place.span.range].contains(UInt8(ascii: "#")) || isBlockComment(place, file) {
      return .delete(file.comment(at: place))
    }
    return entry(around: place, file).map { .delete($0) }
  }

  private func isBlockComment(_ place: Place, _ file: SourceFile) -> Bool {
    file.bytes[place.span.range].first == UInt8(ascii: "/")
  }

  /// From the line of `[[ignore]]` to the next line that begins a table, or to the end.
  private func entry(around place: Place, _ file: SourceFile) -> Place? {
    let header = Array("[[ignore]]".utf8)
    var start: Int?
    var line = 0
    while line < file.bytes.count {
      let next = file.bytes[line...].firstIndex(of: 10).map { $0 + 1 } ?? file.bytes.count
      if file.bytes[line] == UInt8(ascii: "[") {
        if line > place.span.lower, let start {
          return Place(path: place.path, span: SourceSpan(start, line))
        }
        start = file.bytes[line..<next].starts(with: header) ? line : nil
      }
      line = next
    }
    guard let start, start <= place.span.lower else { return nil }
    return Place(path: place.path, span: SourceSpan(start, file.bytes.count))
  }
}

extension SourceFile {
  /// A comment with its line when nothing else is there, else with the blanks in front of it.
  func comment(at place: Place) -> Place {
    let (begin, end) = (place.span.lower, place.span.upper)
    let lower = begin - bytes[..<begin].reversed().prefix { $0 == 32 || $0 == 9 }.count
    let isFirst = lower == 0 || bytes[lower - 1] == 10
    let isLast = end == bytes.count || bytes[end] == 10
    let upper = isFirst && isLast ? min(end + 1, bytes.count) : end
    return Place(path: path, span: SourceSpan(isFirst && !isLast ? begin : lower, upper))
  }
}
