import ArgumentParser
import Phrases
import Rewrite
import Rules
import SourceText

/// Which fixes are meant, for commands that ask nothing.
struct FixOptions: ParsableArguments {
  @Argument(
    help: .spoken("What to mend: findings of this rule, about this address or about this jail."))
  var targets: [String] = []

  @Option(
    help: ArgumentHelp(
      spoken("Take this way of each finding, the first if not told."), valueName: "n"))
  var way: Int?

  func validate() throws {
    if let way, way < 1 { throw ValidationError(spoken("ways are numbered from 1")) }
    if way != nil, targets.isEmpty {
      throw ValidationError(spoken("--way needs a rule, address or jail"))
    }
  }

  /// What is meant.
  var filter: FindingFilter { FindingFilter(targets) }

  /// All that is safe; with targets the way that is told for each finding they name, safe or not.
  func choose(_ host: ReadHost) -> FixSession {
    guard !targets.isEmpty else {
      let safe = SafeFixes(FixSession(host.analysis), reanalyse: host.reanalyse)
      for fix in safe.skipped {
        Output.complain(spoken("left out, as it meets another: \(fix.title)"))
      }
      if safe.untried > 0 {
        Output.complain(
          spoken("\(safe.untried) findings more may be safe to mend and were not tried"))
      }
      return safe.session
    }
    let filter = filter
    var session = FixSession(host.analysis)
    for finding in host.analysis.examination.findings where filter(finding) {
      _ = session.choose(way ?? 1, for: finding, reanalyse: host.reanalyse)
    }
    return session
  }
}
