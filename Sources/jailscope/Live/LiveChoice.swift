import ArgumentParser
import CellGrid
import HostAccess
import HostModel
import LiveApply
import Reports
import Rewrite
import Rules
import SourceText

/// What somebody wants done on the running host.
struct LiveChoice {
  private let session: FixSession
  /// Fixes without edits, whose commands count.
  private var manual: [ProvenFix] = []
  /// A plan that was written down.
  private var written: (files: ChangePlan, after: BootForecast)?

  /// A plan that was written down; nil when the files aren't those it was made for.
  init?(_ plan: ChangePlan, on host: ReadHost) {
    let edits = Dictionary(plan.files.map { ($0.path, $0.edits) }) { $1 }
    guard let capture = host.analysis.capture(with: edits) else { return nil }
    session = FixSession(host.analysis)
    written = (plan, host.reanalyse(capture).forecast)
  }

  /// What is found about a rule, an address or a jail: the way that is asked for, and where files have
  /// nothing to be mended, what mends the running host.
  init(_ options: FixOptions, on host: ReadHost) {
    session = options.choose(host)
    for finding in host.analysis.examination.findings
    where !options.targets.isEmpty && options.filter(finding) {
      let ways = host.analysis.fixes(for: finding, reanalyse: host.reanalyse)
      guard !ways.contains(where: { !$0.fix.edits.isEmpty }) else { continue }
      manual += ways.filter { $0.fix.commands.contains { LiveStep(command: $0) != nil } }.prefix(1)
    }
  }

  /// There is nothing to do.
  var isEmpty: Bool { session.chosen.isEmpty && manual.isEmpty && written == nil }

  /// What it means for the running host.
  func plan() throws(LiveRefusal) -> LivePlan {
    guard let written else { return try session.livePlan(and: manual) }
    return try LivePlan(
      [], from: session.original.forecast, to: written.after, files: written.files)
  }
}
