import HostModel

/// The settings of jailscope have something in them that can't be understood.
///
/// ## Why
/// What is not understood has no effect: findings that were to be silenced are told, and a network
/// that was given is not known.
///
/// ## Example
/// ```
/// == /usr/local/etc/jailscope.toml
/// allocation = ["2001:db8::1/124"]
/// ```
///
/// ## Repaired
/// ```
/// == /usr/local/etc/jailscope.toml
/// allocation = ["2001:db8::/124"]
/// ```
///
/// ## Ways out
/// - Mend what is marked; `docs/settings.md` lists all keys.
///
/// ## Ignore it when
/// Never.
enum SettingsUnreadable: Rule {
  static let name: RuleName = "settings-unreadable"
  static let severity = Severity.warning
  static let reach = Reach.style

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.settings.problems.map { problem in
      finding(
        "\(problem.path): \(problem.message)",
        at: [problem.place].compactMap { $0 }.map { FindingPlace($0) })
    }
  }
}
