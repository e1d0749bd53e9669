import HostModel
import Phrases
import SourceText

/// A file that sh(1) or jail(8) reads has carriage returns at the ends of its lines.
///
/// ## Why
/// Neither takes them for white space: the byte becomes part of the last word or value of its line.
/// `jail_enable="YES"` is then no YES, an address without quotes has a bad length, and jail(8) finds
/// a word where a statement should begin. Editors of other systems write them, and few show them.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0=inet\ 192.0.2.20/32␍
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0=inet\ 192.0.2.20/32
/// ```
///
/// ## Ways out
/// - Remove them: `tr -d '\r' < FILE > FILE.new`, look at the difference, then rename the new file.
///
/// ## Ignore it when
/// Never.
enum CarriageReturnInFile: Rule {
  static let name: RuleName = "carriage-return-in-file"
  static let severity = Severity.error
  static let reach = Reach.file
  static let isAskedAside = true

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let path = finding.places.first?.place.path, let bytes = host.file(at: path)?.bytes else {
      return []
    }
    let returns = bytes.indices.filter { bytes[$0] == 13 }
    let areLineEnds = returns.allSatisfy { $0 + 1 == bytes.count || bytes[$0 + 1] == 10 }
    return [
      Fix(
        spoken("remove the carriage returns from \(path)"),
        meaning: spoken("values are what they look like; an editor may write the bytes again"),
        areLineEnds ? .safe : .review,
        making: returns.map { .delete(Place(path: path, span: SourceSpan($0, $0 + 1))) })
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let sources =
      host.forecast.files.shell.map(\.file) + host.forecast.files.jailConf.map(\.file)
    return sources.compactMap { file in
      guard let first = file.bytes.span.offset(of: 13) else { return nil }
      let count = file.bytes.count { $0 == 13 }
      let found = finding(
        spoken(
          "\(file.path) has \(count == 1 ? spoken("a carriage return") : spoken("\(count) carriage returns"))"
        ),
        at: [FindingPlace(Place(path: file.path, span: SourceSpan(first, first + 1)))],
        severity: .warning
      )
      .with(effect: spoken("the byte is part of the word or value in front of it"))
      return consequences(of: file, found, &host)
    }
  }

  /// An error when something fails by it.
  private static func consequences(
    of file: SourceFile, _ warning: Finding, _ host: inout ExaminedHost
  ) -> Finding {
    let failures = host.netifFailures.filter { failure in
      if case .carriageReturn? = failure.fault {
        return failure.step.sources.contains { $0.path == file.path }
      }
      return false
    }
    let places = warning.places
    if let first = failures.first {
      var found = finding(warning.message, at: places, of: first, host)
      for failure in failures { found = found.explaining(.step(failure.index)) }
      return found
    }
    let fault = host.fileFaults.first { $0.problem.path == file.path }
    if let fault, case .carriageReturn = fault.cause {
      return finding(warning.message, "", of: fault, host)
    }
    return warning
  }
}
