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
  private let fixes: [ProvenFix]
  private let before: BootForecast
  private let after: BootForecast
  /// How files change; nil when none do.
  let files: ChangePlan?

  /// What is chosen, and what fixes without edits do.
  init(_ session: FixSession, and manual: [ProvenFix]) {
    fixes = session.chosen + manual
    before = session.original.forecast
    after = session.current.forecast
    files = session.plan()
  }

  /// A plan that was written down; nil when the files aren't those it was made for.
  init?(_ plan: ChangePlan, on host: ReadHost) {
    let edits = Dictionary(plan.files.map { ($0.path, $0.edits) }) { $1 }
    guard let capture = host.analysis.capture(with: edits) else { return nil }
    fixes = []
    before = host.analysis.forecast
    after = host.reanalyse(capture).forecast
    files = plan
  }

  /// What is found about a rule, an address or a jail: the way that is asked for, and where files have
  /// nothing to be mended, what mends the running host.
  init(_ options: FixOptions, on host: ReadHost) {
    let session = options.choose(host)
    var manual: [ProvenFix] = []
    for finding in host.analysis.examination.findings
    where !options.targets.isEmpty && options.filter(finding) {
      let ways = host.analysis.fixes(for: finding, reanalyse: host.reanalyse)
      guard !ways.contains(where: { !$0.fix.edits.isEmpty }) else { continue }
      manual += ways.filter { $0.fix.commands.contains { LiveStep(command: $0) != nil } }.prefix(1)
    }
    self.init(session, and: manual)
  }

  /// There is something to do.
  var isEmpty: Bool { fixes.isEmpty && files == nil }

  /// What it means for the running host.
  func plan() throws(LiveRefusal) -> LivePlan {
    try LivePlan(fixes, from: before, to: after, files: files)
  }
}
