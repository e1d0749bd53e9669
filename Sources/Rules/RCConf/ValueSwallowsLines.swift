import HostModel
import Phrases
import SourceText

/// A quote is not closed on its line, and the value goes on over the lines behind it.
///
/// ## Why
/// sh(1) reads on to the next quote, wherever it is. When the number of quotes comes out even, it
/// finds nothing wrong: the value holds other lines as text, and the variables of those are not set.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24
/// defaultrouter="192.0.2.1
/// hostname="host.example.org"
/// jail_list=""
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// defaultrouter="192.0.2.1"
/// hostname="host.example.org"
/// jail_list=""
/// ```
///
/// ## Ways out
/// - Close the quote at the end of the line where it is opened.
///
/// ## Ignore it when
/// The text is meant to hold lines that look like assignments.
enum ValueSwallowsLines: Rule {
  static let name: RuleName = "value-swallows-lines"
  static let severity = Severity.warning
  static let reach = Reach.file
  static let isAskedAside = true

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let place = finding.places.first?.place, let bytes = host.file(at: place.path)?.bytes,
      place.span.lower < bytes.count, [34, 39].contains(bytes[place.span.lower])
    else { return [] }
    let quote = bytes[place.span.lower]
    var edits: [PlacedEdit] = []
    var lines = 0
    var start = bytes[..<place.span.lower].lastIndex(of: 10).map { $0 + 1 } ?? 0
    // a line below that has one quote alone lacks its own, too
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
      guard !bytes[start..<end].count(where: { $0 == quote }).isMultiple(of: 2) else { break }
      let isReturn = end > start && bytes[end - 1] == 13
      edits.append(
        .insert(
          String(UnicodeScalar(quote)), at: isReturn ? end - 1 : end, in: place.path))
      lines += 1
      start = end + 1
    }
    let first = bytes[..<place.span.lower].count { $0 == 10 } + 1
    return [
      Fix(
        lines == 1
          ? spoken("close the quote at the end of line \(first)")
          : spoken("close the quotes at the ends of lines \(first) to \(first + lines - 1)"),
        meaning: spoken("the lines below are settings again"), .review, making: edits)
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.variables.ofSeveralLines.compactMap { name, value in
      guard let place = host.written(value.origin.place),
        let lost = value.text.split(separator: "\n").dropFirst().lazy.compactMap(assigned).first
      else { return nil }
      return finding(
        spoken("the value of \(name) goes on over the line of \(lost)"), at: [FindingPlace(place)]
      )
      .with(effect: spoken("\(lost) is not set by it"))
    }
  }

  /// The variable that a line would set if it began outside quotes.
  private static func assigned(_ line: Substring) -> Substring? {
    guard let equals = line.firstIndex(of: "="), equals > line.startIndex else { return nil }
    let name = line[..<equals]
    let isName = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    return isName && name.first?.isNumber == false ? name : nil
  }
}
