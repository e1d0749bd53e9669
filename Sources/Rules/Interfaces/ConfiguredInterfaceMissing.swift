import HostModel
import Phrases
import SourceText

/// The host's network configuration names an interface that is not there.
///
/// ## Why
/// With `network_interfaces` or a parent of another interface, rc(8) calls ifconfig(8) for what the
/// files name, whether it is there or not (libexec/rc/network.subr, list_net_interfaces); with the
/// standard, auto, it configures only what is there. Each command for a missing one fails.
///
/// ## Example
/// ```
/// == hardware: em0
/// == /etc/rc.conf
/// network_interfaces="lo0 em0 em1"
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em1="inet 198.51.100.10/24"
/// ```
///
/// ## Repaired
/// ```
/// == hardware: em0
/// == /etc/rc.conf
/// network_interfaces="lo0 em0"
/// ifconfig_em0="inet 192.0.2.10/24"
/// ```
///
/// ## Ways out
/// - Add a clone to `cloned_interfaces`.
/// - Remove the name from `network_interfaces`, or leave that unset: auto takes what is there.
/// - Correct the name, or remove the settings.
///
/// ## Ignore it when
/// The file is for several machines.
enum ConfiguredInterfaceMissing: Rule {
  static let name: RuleName = "configured-interface-missing"
  static let severity = Severity.error
  static let reach = Reach.network

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let name = finding.step.flatMap({ host.forecast.step($0).interface }) else { return [] }
    let cloning = host.cloning(name)
    let listed = ShellSetting(of: "network_interfaces", host)
    return [
      Fix(
        spoken("add \(cloning?.name ?? name) to cloned_interfaces"),
        meaning: spoken("\(name) is created at boot and has its settings"),
        DriverName(name).isLoopback ? .safe : .review, making: cloning?.edits,
        commands: cloning?.commands ?? []),
      Fix(
        spoken("remove \(name) from network_interfaces"),
        meaning: spoken("its settings are not used, as now"), .review,
        making: listed?.removing(name)),
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let failures = host.netifFailures.filter {
      $0.step.message == "ifconfig: interface \($0.interface) does not exist"
    }
    guard !failures.isEmpty else { return [] }
    // a clone that could not be created is the other fault
    let uncreated = Set(
      host.netifFailures.filter { $0.step.argv.dropFirst(2).first == "create" }.map(\.interface))
    return Dictionary(grouping: failures, by: \.interface).sorted { $0.key < $1.key }
      .compactMap { name, failures in
        guard let first = failures.first else { return nil }
        let words = ["network_interfaces", "ifconfig_\(InterfaceSettings.variableName(name))"]
        let listed = words.compactMap { host.written(host.forecast.variables[$0]?.origin.place) }
        let places = listed.first.map { [host.narrow($0, to: name)] } ?? host.places(of: first.step)
        var found = finding(
          spoken("\(name) is configured and is not there"), at: places.map { FindingPlace($0) }
        )
        .leading(to: first.index, in: host.forecast)
        .with(effect: spoken("\(name) and its addresses are missing"))
        for failure in failures { found = found.explaining(.step(failure.index)) }
        return uncreated.contains(name) ? found.asConsequence() : found
      }
  }
}
