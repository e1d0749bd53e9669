import HostModel
import SourceText

/// A variable is set twice with different values, and the first one is lost.
///
/// ## Why
/// Files of rc.conf(5) are shell code (libexec/rc/rc.subr, load_rc_config): a later assignment
/// replaces an earlier one, without a word. A second `cloned_interfaces` drops the clones of the
/// first, a second `ifconfig_em0_alias0` an address.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// cloned_interfaces="lo1"
/// ifconfig_lo1="inet 192.0.2.1/24"
/// cloned_interfaces="bridge0"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// cloned_interfaces="lo1 bridge0"
/// ifconfig_lo1="inet 192.0.2.1/24"
/// ```
///
/// ## Ways out
/// - Join the two values, or remove the one that is not meant.
/// - Give the second alias another number; which one does not matter.
///
/// ## Ignore it when
/// A later file is there to override an earlier one; then it is an info.
enum VariableSetTwice: Rule {
  static let name: RuleName = "variable-set-twice"
  static let severity = Severity.warning
  static let reach = Reach.network

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.variables.overwritten.compactMap { change in
      guard isSetting(change.name), change.old.text != change.new.text, change.old.unknown == nil,
        change.new.unknown == nil, let old = host.written(change.old.origin.place),
        let new = host.written(change.new.origin.place),
        // what adds to the first value loses nothing of it
        change.old.text.isEmpty || !change.new.text.contains(change.old.text),
        !isOthers(old), !isOthers(new)
      else { return nil }
      return finding(
        "\(change.name) is set twice, and \"\(change.old.text)\" is lost",
        at: [FindingPlace(new, "what counts"), FindingPlace(old, "lost")],
        severity: old.path == new.path ? .warning : .info
      )
      .with(effect: "\(change.name) is \"\(change.new.text)\"")
    }
  }

  /// A variable of rc.conf(5); most others are a script's own.
  private static func isSetting(_ name: String) -> Bool {
    name == "hostname" || name == "defaultrouter" || name.contains("_") && !name.hasPrefix("_")
  }

  /// Files of ezjail, of services and of interfaces have rules of their own.
  private static func isOthers(_ place: Place) -> Bool {
    place.path.hasPrefix(LegacySettings.folder) || place.path.contains("/rc.conf.d/")
      || place.path.hasPrefix("/etc/start_if.")
  }
}
