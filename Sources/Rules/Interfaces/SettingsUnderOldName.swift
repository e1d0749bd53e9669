import HostModel
import Phrases
import SourceText

/// Settings of an interface go by the name that it had before it was renamed.
///
/// ## Why
/// rc(8) renames interfaces before it configures them (libexec/rc/rc.d/netif, netif_start). From then
/// on it reads only variables with the new name.
///
/// ## Example
/// ```
/// == hardware: em0
/// == /etc/rc.conf
/// ifconfig_em0_name="lan"
/// ifconfig_em0="inet 192.0.2.10/24"
/// ```
///
/// ## Repaired
/// ```
/// == hardware: em0
/// == /etc/rc.conf
/// ifconfig_em0_name="lan"
/// ifconfig_lan="inet 192.0.2.10/24"
/// ```
///
/// ## Ways out
/// - Write the new name in the variables.
///
/// ## Ignore it when
/// The file is for several machines, and on some nothing is renamed.
enum SettingsUnderOldName: Rule {
  static let name: RuleName = "settings-under-old-name"
  static let severity = Severity.warning
  static let reach = Reach.network

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    let rename = host.forecast.steps.first { step in
      step.phase == .netif && step.argv.count == 4 && step.argv[2] == "name"
        && finding.subject == subject(of: step)
    }
    guard let rename else { return [] }
    let (old, new) = (
      InterfaceSettings.variableName(rename.argv[1]), InterfaceSettings.variableName(rename.argv[3])
    )
    var edits: [PlacedEdit] = []
    for place in finding.places where place.note == spoken("never read") {
      guard let setting = ShellSetting(at: place.place, host),
        let range = setting.name.range(ofText: "_\(old)")
      else { return [] }
      let name = setting.name[..<range.lowerBound] + "_\(new)" + setting.name[range.upperBound...]
      guard host.forecast.variables[String(name)] == nil,
        let renamed = setting.renamed(to: String(name))
      else { return [] }
      edits += renamed
    }
    return [
      Fix(
        spoken("write \(new) in place of \(old) in the names"),
        meaning: spoken("what they set is on \(rename.argv[3]) from the next boot on"), .safe,
        making: edits
      )
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let steps = host.forecast.steps
    let renames = host.forecast.renamingSteps.filter { index in
      steps[index].phase == .netif && steps[index].outcome != .failed
    }
    let present = host.interfacesAfterNetif
    return renames.compactMap { index in
      let step = steps[index]
      let (old, new) = (step.argv[1], step.argv[3])
      guard present[old] == nil else { return nil }
      let spelled = InterfaceSettings.variableName(old)
      let settings = host.forecast.settings
      let names =
        ["ifconfig_\(spelled)", "ifconfig_\(spelled)_ipv6", "ifconfig_\(spelled)_aliases"]
        + ["ipv4_addrs_\(spelled)", "vlans_\(spelled)"]
        + settings.aliases("ifconfig", old).map(\.name)
      let places = names.compactMap { host.written(settings.variables[$0]?.origin.place) }
      guard !places.isEmpty else { return nil }
      let noun = places.count == 1 ? spoken("a setting is") : spoken("\(places.count) settings are")
      return finding(
        spoken("\(noun) for \(old), which is renamed to \(new)"),
        at: places.map { FindingPlace($0, spoken("never read")) }
          + host.places(of: step).map { FindingPlace($0, spoken("renamed here")) }
      )
      .with(effect: spoken("\(new) is without them"))
      .with(subject: subject(of: step))
    }
  }

  /// The old name and the new one.
  private static func subject(of step: Step) -> String { step.argv[1] + " " + step.argv[3] }
}
