import HostModel
import Phrases
import SourceText

/// An interface is to be created by a name that says no driver.
///
/// ## Why
/// The kernel finds the driver by the letters in front of the number (sys/net/if_clone.c,
/// if_clone_create): `lo1` is a loopback interface, `jailnet` is nothing it can create.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// cloned_interfaces="jailnet"
/// ifconfig_jailnet="inet 192.0.2.1/24"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// cloned_interfaces="lo1"
/// ifconfig_lo1_name="jailnet"
/// ifconfig_jailnet="inet 192.0.2.1/24"
/// ```
///
/// ## Ways out
/// - Create `lo1`, `bridge0` or `epair0`, and rename it by `ifconfig_lo1_name`: all other settings
///   then go by the new name.
///
/// ## Ignore it when
/// A kernel module that is loaded earlier brings a driver of this name.
enum CloneNameInvalid: NetifFailureRule {
  static let name: RuleName = "clone-name-invalid"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let name = finding.step.flatMap({ host.forecast.step($0).interface }),
      let setting = ShellSetting(of: "cloned_interfaces", host)
    else { return [] }
    let listed = shellWords(setting.text ?? "")
    let used = Set(host.forecast.interfacesAfterNetif.map(\.interface.name) + listed)
    guard let clone = (1...).lazy.map({ "lo\($0)" }).first(where: { !used.contains($0) }),
      let edits = setting.replacing(name, with: clone),
      let line = setting.followed(by: "ifconfig_\(clone)_name", name)
    else { return [] }
    return [
      Fix(
        spoken("create \(clone), and rename it to \(name)"),
        meaning: spoken(
          "a loopback interface is a guess: a bridge or an epair can be renamed as well"),
        .review, making: edits + [line])
    ].compactMap { $0 }
  }

  static func explain(_ failure: NetifFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.step.message.hasPrefix("ifconfig: SIOCIFCREATE2 "),
      failure.step.message.hasSuffix("Invalid argument")
    else { return nil }
    return finding(
      spoken("\(failure.interface) can't be created: no driver goes by that name"),
      atWord: failure.interface, of: failure, host
    )
    .with(effect: spoken("\(failure.interface) is missing"))
  }
}
