import HostModel
import Phrases
import SourceText

/// An entry of the settings silenced findings until a day that has passed.
///
/// ## Why
/// An `[[ignore]]` with `until` counts up to and with that day. From then on its findings are told
/// again, for what was to be mended by then may not be.
///
/// ## Example
/// ```
/// == /usr/local/etc/jailscope.toml
/// [[ignore]]
/// rule = "jail-start-fails"
/// reason = "the new disk comes on Monday"
/// until = 2020-01-06
/// ```
///
/// ## Repaired
/// ```
/// == /usr/local/etc/jailscope.toml
/// [[ignore]]
/// rule = "jail-start-fails"
/// reason = "the new disk comes on Monday"
/// until = 2999-01-07
/// ```
///
/// ## Ways out
/// - Mend what it silenced and remove the entry.
/// - Give it a later day and say why in its reason.
///
/// ## Ignore it when
/// Never.
enum SuppressionExpired: Rule {
  static let name: RuleName = "suppression-expired"
  static let severity = Severity.warning
  static let reach = Reach.style
  static let isAskedAside = true

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    host.withoutSuppression(
      finding, { _ in spoken("remove the entry") },
      meaning: spoken("what it silenced is told, as now"), .review)
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.suppressions.all.filter(host.suppressions.isExpired).compactMap { suppression in
      suppression.until.map { until in
        finding(
          spoken("\(suppression.rule.text) is silenced only until \(until)"),
          at: [FindingPlace(suppression.place)]
        )
        .with(effect: spoken("its findings are told again"))
      }
    }
  }
}
