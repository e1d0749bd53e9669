import HostModel
import Phrases
import SourceText

/// An interface has settings, and rc(8) does not start it.
///
/// ## Why
/// With NOAUTO among its settings an interface is left alone at boot, and a list in
/// `network_interfaces` leaves out every other one (libexec/rc/network.subr, list_net_interfaces).
/// Aliases are not set either, nor do jails find them.
///
/// ## Example
/// ```
/// == hardware: em0 em1
/// == /etc/rc.conf
/// network_interfaces="lo0 em0"
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em1="inet 198.51.100.10/24"
/// ```
///
/// ## Repaired
/// ```
/// == hardware: em0 em1
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em1="inet 198.51.100.10/24"
/// ```
///
/// ## Ways out
/// - Remove `network_interfaces`: auto starts all that are there. Or add the interface to it.
/// - Remove NOAUTO, or start the interface by `service netif start IF`.
///
/// ## Ignore it when
/// Something else configures the interface, or it is to stay down.
enum InterfaceNotStarted: Rule {
  static let name: RuleName = "interface-not-started"
  static let severity = Severity.warning
  static let reach = Reach.network

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let name = finding.subject else { return [] }
    let meaning = spoken("\(name) is configured at the next boot")
    if InterfaceSettings.has(["NOAUTO"], in: host.forecast.settings.arguments(name)) {
      let own = ShellSetting(of: "ifconfig_\(InterfaceSettings.variableName(name))", host)
      let word = own?.text.map(shellWords)?.first { $0.uppercased() == "NOAUTO" }
      return [
        Fix(
          spoken("remove NOAUTO from \(own?.name ?? "")"), meaning: meaning, .review,
          making: word.flatMap { own?.removing($0) },
          commands: ["service netif start \(name)"])
      ].compactMap { $0 }
    }
    let list = ShellSetting(of: "network_interfaces", host)
    return [
      Fix(
        spoken("remove network_interfaces"),
        meaning: spoken("all interfaces that are there are configured"),
        .review,
        making: list?.removal.map { [$0] }),
      Fix(
        spoken("add \(name) to network_interfaces"), meaning: meaning, .review,
        making: list?.adding(name),
        commands: ["service netif start \(name)"]),
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let list = host.forecast.variables["network_interfaces"]
    let isAuto = list.map { $0.text.lowercased() == "auto" || $0.text.isEmpty } ?? true
    let settings = host.forecast.settings
    let isSwitchedOff = { (name: String) in
      InterfaceSettings.has(["NOAUTO"], in: settings.arguments(name))
    }
    guard host.forecast.aborted == nil,
      !isAuto
        || host.forecast.interfacesAfterNetif.contains(where: { isSwitchedOff($0.interface.name) })
    else { return [] }
    let started = Set(
      host.forecast.steps.filter { step in
        step.phase == .netif && step.argv.count > 2 && !["create", "name"].contains(step.argv[2])
      }.compactMap(\.interface))
    return host.forecast.interfacesAfterNetif.compactMap { entry in
      let name = entry.interface.name
      guard !started.contains(name) else { return nil }
      let aliases = settings.aliases("ifconfig", name).lazy.compactMap(\.value.origin.place)
      let own = settings.variables["ifconfig_\(InterfaceSettings.variableName(name))"]
      let places = (Array(aliases.prefix(1)) + [own?.origin.place].compactMap { $0 })
        .compactMap { host.written($0) }
      let isOff = isSwitchedOff(name)
      // switched off and nothing more is set: that is what it says
      guard let place = places.first, !isOff || places.count > 1 else { return nil }
      let reason =
        isOff ? spoken("NOAUTO leaves it alone") : spoken("network_interfaces leaves it out")
      let cause = isOff ? own?.origin.place : list?.origin.place
      return finding(
        spoken("\(name) has settings and is not started: \(reason)"),
        at: [FindingPlace(place, spoken("not set"))]
          + [host.written(cause)].compactMap { $0 }.map { FindingPlace($0, spoken("why")) }
      )
      .with(effect: spoken("\(name) is without its addresses"))
      .with(subject: name)
    }
  }
}
