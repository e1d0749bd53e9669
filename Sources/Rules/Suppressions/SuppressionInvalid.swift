import HostModel
import Phrases
import SourceText

/// A comment means to silence a finding and does not.
///
/// ## Why
/// `jailscope: allow RULE reason` needs the name of a rule and a reason. Without either nothing is
/// silenced, and whoever wrote it would not notice.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// hostname="host.example.org"
/// # jailscope: allow prefix-lenght-conflict moved next week
/// ifconfig_em0="inet 192.0.2.10/24"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// hostname="host.example.org"
/// ifconfig_em0="inet 192.0.2.10/24"
/// ```
///
/// ## Ways out
/// - Write the rule's name as `jailscope rules` lists it, and a reason behind it.
/// - Remove the comment.
///
/// ## Ignore it when
/// Never.
enum SuppressionInvalid: Rule {
  static let name: RuleName = "suppression-invalid"
  static let severity = Severity.warning
  static let reach = Reach.style
  static let isAskedAside = true

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    host.withoutSuppression(
      finding, { _ in spoken("remove the comment") },
      meaning: spoken("it silences nothing, as now"), .review)
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.suppressions.problems.map { problem in
      finding(
        spoken("the comment silences nothing: \(problem.message)"),
        at: [FindingPlace(problem.place)])
    }
  }
}
