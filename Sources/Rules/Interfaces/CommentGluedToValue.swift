import HostModel
import Phrases
import SourceText

/// A comment begins directly behind a value and becomes a part of it.
///
/// ## Why
/// sh(1) takes `#` for a comment only at the beginning of a word. Behind a value without a blank it
/// is a letter like any other, and ifconfig(8) gets it.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0=inet\ 192.0.2.20/32#www
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0="inet 192.0.2.20/32" # www
/// ```
///
/// ## Ways out
/// - Put the value in quotes and a blank in front of `#`.
///
/// ## Ignore it when
/// Never: the address is not set.
enum CommentGluedToValue: NetifFailureRule {
  static let name: RuleName = "comment-glued-to-value"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let place = finding.places.first?.place, let setting = ShellSetting(at: place, host),
      let bytes = host.file(at: place.path)?.bytes,
      let mark = bytes[setting.value.span.range].lastIndex(of: UInt8(ascii: "#"))
    else { return [] }
    let (lower, upper) = (setting.value.span.lower, setting.value.span.upper)
    let quote = bytes[lower]
    let isQuoted = [34, 39].contains(quote) && bytes[upper - 1] == quote
    let comment = String(decoding: bytes[mark..<(isQuoted ? upper - 1 : upper)], as: UTF8.self)
    let edits: [PlacedEdit] =
      isQuoted
      ? [
        .delete(Place(path: place.path, span: SourceSpan(mark, upper - 1))),
        .insert(" \(comment)", at: upper, in: place.path),
      ] : [.insert(" ", at: mark, in: place.path)]
    return [
      Fix(
        spoken("part \(comment) from the value of \(setting.name)"),
        meaning: spoken("the value ends in front of the comment"), .safe, making: edits)
    ].compactMap { $0 }
  }

  static func explain(_ failure: NetifFailure, _ host: inout ExaminedHost) -> Finding? {
    guard case .comment(let word)? = failure.fault else { return nil }
    return finding(
      spoken("\(word) in the setting of \(failure.interface) has a comment glued to it"),
      atWord: word,
      of: failure, host)
  }
}
