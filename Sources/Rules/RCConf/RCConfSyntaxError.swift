import ConfigSyntax
import HostModel
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

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.files.shell.compactMap { source in
      guard let error = source.script.syntaxError else { return nil }
      let file = source.file
      let end = file.bytes[error.offset...].firstIndex(of: 10) ?? file.bytes.endIndex
      let span = SourceSpan(error.offset, max(end, min(error.offset + 1, file.bytes.count)))
      let stopsBoot = host.forecast.aborted?.hasPrefix("\(file.path): ") == true
      return finding(
        "sh(1) can't read the file: \(error.message)",
        at: [FindingPlace(Place(path: file.path, span: span), "noticed in line \(error.line)")]
      )
      .printing("\(file.path): \(error.line): Syntax error: \(error.message)")
      .with(
        effect: stopsBoot
          ? "the boot stops: no network, no jails" : "the service that reads it starts nothing"
      )
      .explaining(stopsBoot ? .boot : .complaint(file.path))
    }
  }
}
