import HostModel
import Phrases
import SourceText

/// A comment or an entry of the settings silences nothing that is found.
///
/// ## Why
/// What it was for is mended, or moved to another line. Left alone it would silence the next fault
/// of that kind unseen.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// # jailscope: allow inet6-alias-not-applied kept for later
/// ifconfig_em0="inet 192.0.2.10/24"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ```
///
/// ## Ways out
/// - Remove it.
/// - Move the comment to the line that the finding names, or the line above that.
///
/// ## Ignore it when
/// The file is for several hosts, and the fault is on others.
enum SuppressionUnused: Rule {
  static let name: RuleName = "suppression-unused"
  static let severity = Severity.info
  static let reach = Reach.style
  static let turn = Turn.last

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    host.withoutSuppression(
      finding,
      {
        spoken("remove the \($0.path == Settings.hostPath ? spoken("entry") : spoken("comment"))")
      },
      meaning: spoken("nothing else changes"), .safe)
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let suppressions = host.suppressions
    return suppressions.all.indices.compactMap { index in
      let suppression = suppressions.all[index]
      guard suppressions.counts[index] == 0, !suppressions.isExpired(suppression) else {
        return nil
      }
      return finding(
        spoken("nothing is found that this silences: \(suppression.rule.text)"),
        at: [FindingPlace(suppression.place)])
    }
  }
}
