import HostModel
import Phrases
import Reports
import Rules
import SourceText

/// Why no edit was chosen, for whoever asked to have something mended.
struct NothingChosen {
  /// Who was to choose.
  enum Chooser {
    /// A person, who was asked or for whom there was nothing to ask.
    case person(wasAsked: Bool)
    /// The options.
    case options
  }

  let host: ReadHost
  let fixes: FixOptions

  /// How many findings without a way are told.
  private static let most = 5

  /// The reason, a clause a line.
  func lines(_ chooser: Chooser) -> [String] {
    let meant = host.analysis.examination.findings.filter { fixes.filter($0) }
    guard !meant.isEmpty else { return nothingFound }
    switch chooser {
    case .person(wasAsked: true): return [spoken("no way is chosen, nothing is written")]
    case .person(wasAsked: false): return meant.prefix(Self.most).flatMap { lines(of: $0, []) }
    case .options where fixes.targets.isEmpty:
      return [spoken("nothing that is found is safe to mend; jailscope fix goes through it")]
    case .options:
      return meant.prefix(Self.most).flatMap { finding in
        lines(of: finding, host.analysis.fixes(for: finding, reanalyse: host.reanalyse))
      }
    }
  }

  private var nothingFound: [String] {
    let names = fixes.targets
    guard names.isEmpty else {
      let unknown = host.analysis.forecast.jails.filter { names.contains($0.name) }
        .compactMap { jail in jail.unknown.map { spoken("jail \(jail.name): \($0)") } }
      return [spoken("nothing is found about \(names.joined(separator: ", "))")]
        + unknown.map { spoken("not known: \($0)") }
    }
    guard host.assessment.verdict == .unknown else {
      return [spoken("nothing is found that needs mending")]
    }
    return [spoken("nothing is found, but not everything is known: see jailscope status")]
      + [host.assessment.unknownRemedy].compactMap { $0 }
  }

  /// A finding, and why none of some ways was taken.
  private func lines(of finding: Finding, _ ways: [ProvenFix]) -> [String] {
    let title = "\(finding.severity.word): \(finding.message)"
    let written = ways.count { !$0.fix.edits.isEmpty }
    if written > 0 {
      return [title, spoken("  there is no way \(fixes.way ?? 1), the last one is \(written)")]
    }
    if ways.isEmpty {
      return [
        title,
        spoken("  no edit mends it; jailscope explain \(finding.rule.text) has the ways out"),
      ]
    }
    return [title] + ways.map { spoken("  by hand: \($0.fix.title)") }
  }
}
