import ConfigSyntax
import HostModel
import Phrases
import SourceText

/// A jail's parameter has a value that its kind does not allow.
///
/// ## Why
/// Flags take true, false or a number, numbers take digits (lib/libjail/jail.c, jailparam_import),
/// and the kernel refuses numbers out of range without saying which (sys/kern/kern_jail.c,
/// kern_jail_set: `jail_set: Invalid argument`). More than 255 addresses of a family are too many,
/// unless security.jail.jail_max_af_ips is raised. `YES`, as rc.conf(5) has it, is no value of a flag.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   allow.raw_sockets = "YES";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   allow.raw_sockets = "true";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Write a flag alone, `allow.raw_sockets;`, or with `true`, `false`, 1 or 0.
/// - Keep numbers in their range: enforce_statfs 0 to 2, devfs_ruleset 0 to 65535.
///
/// ## Ignore it when
/// Never: the jail can't start.
enum ParameterValueInvalid: FailureRule {
  static let name: RuleName = "parameter-value-invalid"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding),
      let failure = host.failures.first(where: { $0.jail.name == jail.name }),
      failure.error.contains(": unknown boolean value \""), let text = failure.quoted,
      let statement = JailStatement(at: finding.places.first?.place, host),
      let name = statement.name
    else { return [] }
    let isOn: Bool
    switch text.lowercased() {
    case "yes", "on", "enable", "enabled", "y": isOn = true
    case "no", "off", "disable", "disabled", "n": isOn = false
    default: return []
    }
    return [
      Fix(
        spoken("write \(isOn) in place of \(text) for \(name)"),
        meaning: spoken(
          "jail \(jail.name) has \(name) switched \(isOn ? spoken("on") : spoken("off"))"), .safe,
        making: host.replacing(text, at: statement.place, with: "\(isOn)").map { [$0] })
    ].compactMap { $0 }
  }

  private static let kinds = [
    ": unknown boolean value \"", ": non-integer value \"", ": unknown jailsys value \"",
  ]

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    let error = failure.error
    let isValue = error.contains(" value \"")
    for kind in kinds where isValue && error.contains(kind) {
      let parameter = failure.error.prefix { $0 != ":" }
      return finding(
        spoken("jail \(failure.jail.name): \(parameter) can't be \"\(failure.quoted ?? "")\""),
        atParameterOf: failure, host)
    }
    if failure.error.hasPrefix("too many IPv") { return tooMany(failure, host) }
    guard failure.error == "jail_set: Invalid argument" else { return nil }
    for (id, range) in [
      (ParameterID.enforceStatfs, 0...2), (.devfsRuleset, 0...65535),
    ] {
      guard let parameter = failure.jail.definition?.parameter(id),
        let text = parameter.values.last?.text, let number = Int(text), !range.contains(number)
      else { continue }
      return finding(
        spoken("jail \(failure.jail.name): \(parameter.name) can't be \(number)"),
        at: [host.place(of: id, in: failure.jail)].compactMap { $0 }.map {
          FindingPlace($0, spoken("\(range.lowerBound) to \(range.upperBound)"))
        }, of: failure, host)
    }
    return nil
  }

  private static func tooMany(_ failure: JailFailure, _ host: ExaminedHost) -> Finding {
    let id: ParameterID = failure.error.contains("IPv4") ? .inet : .inet6
    let parameter = failure.jail.definition?.parameter(id)
    return finding(
      spoken(
        "jail \(failure.jail.name): \(parameter?.name ?? spoken("the list")) has "
          + "\(parameter?.values.count ?? 0) addresses, and 255 are allowed"),
      at: [host.place(of: id, in: failure.jail) ?? host.place(of: failure.jail)]
        .compactMap { $0 }.map { FindingPlace($0) },
      of: failure, host
    )
    .depending(on: .liveState(spoken("the value of security.jail.jail_max_af_ips")))
  }
}
