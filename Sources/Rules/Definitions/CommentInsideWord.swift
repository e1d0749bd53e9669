import HostModel
import Phrases
import SourceText

/// A comment of jail.conf(5) begins within a value that has no quotes.
///
/// ## Why
/// `#`, `//` and `/*` begin a comment anywhere outside quotes, in the middle of a word, too
/// (usr.sbin/jail/jaillex.l). `/jails//www` ends behind `/jails`, and `/etc/jail.conf.d/*.conf` begins
/// a comment that never ends. With the rest of the line its semicolon is lost, and jail(8) can't read
/// the file.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = /jails//www;
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Put the value in quotes; a path with two slashes can lose one as well.
///
/// ## Ignore it when
/// Never: none of the file's jails can be started.
enum CommentInsideWord: Rule {
  static let name: RuleName = "comment-inside-word"
  static let severity = Severity.error
  static let reach = Reach.file

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let place = finding.places.first?.place, let bytes = host.file(at: place.path)?.bytes
    else {
      return []
    }
    let blanks: Set<UInt8> = [9, 10, 13, 32]
    let start = bytes[..<place.span.lower].lastIndex {
      blanks.contains($0) || "=,;{}".utf8.contains($0)
    }
    let lower = start.map { $0 + 1 } ?? 0
    let rest = bytes[place.span.lower..<place.span.upper]
    let end = rest.firstIndex { blanks.contains($0) || ";,".utf8.contains($0) } ?? rest.endIndex
    let word = bytes[lower..<end]
    guard end < rest.endIndex, ";,".utf8.contains(bytes[end]),
      !word.contains(where: { "\"'$\\".utf8.contains($0) })
    else { return [] }
    let text = String(decoding: word, as: UTF8.self)
    return [
      Fix(
        spoken("put \(text) in quotes"), meaning: spoken("the whole word is the value"), .safe,
        making: [
          .insert("\"", at: lower, in: place.path), .insert("\"", at: end, in: place.path),
        ])
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.fileFaults.compactMap { fault in
      guard case .comment = fault.cause, let file = host.file(at: fault.place.path) else {
        return nil
      }
      let mark = file.bytes[fault.place.span.lower] == UInt8(ascii: "#") ? 1 : 2
      let span = SourceSpan(fault.place.span.lower, fault.place.span.lower + mark)
      return finding(
        spoken("\(file.text(span)) in a value without quotes begins a comment"),
        spoken("all a comment"),
        of: fault, host)
    }
  }
}
