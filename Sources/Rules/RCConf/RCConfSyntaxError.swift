import ConfigSyntax
import HostModel
import Phrases
import SourceText

/// sh(1) stops at the syntax of a file that rc(8) reads.
///
/// ## Why
/// `/etc/rc` sources rc.conf(5) into its own shell. A syntax error ends that shell: no network is
/// configured and no jail starts (libexec/rc/rc.subr, load_rc_config). An error in one ezjail file
/// ends the service before it starts any of its jails. sh(1) names the line where it noticed, often
/// the last one of the file, not the one with the fault.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// hostname="host.example.org
/// jail_enable=YES
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// hostname="host.example.org"
/// jail_enable=YES
/// ```
///
/// ## Ways out
/// - Close the quote, or end the `if` or the brace, that is marked.
/// - Check the file with `sh -n` after every change.
///
/// ## Ignore it when
/// Never: nothing of the file works.
enum RCConfSyntaxError: Rule {
  static let name: RuleName = "rc-conf-syntax-error"
  static let severity = Severity.error
  static let reach = Reach.boot

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let place = finding.places.first?.place, let bytes = host.file(at: place.path)?.bytes,
      place.span.lower < bytes.count, [34, 39].contains(bytes[place.span.lower])
    else { return [] }
    let quote = String(UnicodeScalar(bytes[place.span.lower]))
    let line = bytes[..<place.span.lower].count { $0 == 10 } + 1
    var end = bytes[place.span.lower...].firstIndex(of: 10) ?? bytes.count
    if end > 0, bytes[end - 1] == 13 { end -= 1 }
    return [
      Fix(
        spoken("close the quote at the end of line \(line)"),
        meaning: spoken("sh(1) reads the file"), .review,
        making: [.insert(quote, at: end, in: place.path)])
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.files.shell.compactMap { source in
      guard let error = source.script.syntaxError else { return nil }
      let file = source.file
      let end = file.bytes[error.offset...].firstIndex(of: 10) ?? file.bytes.endIndex
      let span = SourceSpan(error.offset, max(end, min(error.offset + 1, file.bytes.count)))
      let stopsBoot = host.forecast.aborted?.hasPrefix("\(file.path): ") == true
      return finding(
        spoken("sh(1) can't read the file: \(error.message)"),
        at: [
          FindingPlace(Place(path: file.path, span: span), spoken("noticed in line \(error.line)"))
        ]
      )
      .printing("\(file.path): \(error.line): Syntax error: \(error.message)")
      .with(
        effect: stopsBoot
          ? spoken("the boot stops: no network, no jails")
          : spoken("the service that reads it starts nothing")
      )
      .explaining(stopsBoot ? .boot : .complaint(file.path))
    }
  }
}
