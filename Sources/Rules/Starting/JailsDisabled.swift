import HostModel
import Phrases
import SourceText

/// Jails are defined and the service that would start them is not enabled.
///
/// ## Why
/// rc(8) starts jails only with `jail_enable="YES"`, those of a jail manager only with the variable of
/// that: `ezjail_enable`, `bastille_enable` and so on (libexec/rc/rc.d/jail; the rc scripts of the
/// managers). All are NO unless they are set.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="NO"
/// == /etc/jail.conf
/// persist;
/// www { path = "/jails/www"; }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// ```
///
/// ## Ways out
/// - Enable the service: the jails are started at the next boot.
/// - Start a jail by hand with `service jail onestart NAME`.
///
/// ## Ignore it when
/// Something else starts the jails, or nothing is to.
enum JailsDisabled: Rule {
  static let name: RuleName = "jails-disabled"
  static let severity = Severity.info
  static let reach = Reach.jail

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let service = finding.subject else { return [] }
    let count = finding.jails.count
    return [
      Fix(
        spoken("set \(service) to YES"),
        meaning:
          spoken(
            "the next boot starts \(count == 1 ? spoken("jail \(finding.jails[0])") : spoken("\(count) jails"))"
          ),
        .review, making: host.setting(service, to: "YES"),
        commands: ["service \(service.prefix { $0 != "_" }) start"])
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    guard host.forecast.aborted == nil else { return [] }
    let idle = host.forecast.jails.filter { $0.state == .notStarted }
    return services.compactMap { service in
      let value = host.forecast.variables[service]
      guard case .no = YesNo(value?.text ?? "NO") else { return nil }
      let jails = idle.filter { jail in
        jail.definition.map { $0.kind.enableVariable == service && !isSwitchedOff($0) } ?? false
          && host.forecast.bootSwitches[jail.name] == nil
      }
      guard let first = jails.first else { return nil }
      let place = host.written(value?.origin.place) ?? host.place(of: first)
      let noun =
        jails.count == 1 ? spoken("jail \(first.name) is") : spoken("\(jails.count) jails are")
      return finding(
        spoken("\(noun) defined, and \(service) is not YES"),
        at: [place].compactMap { $0 }.map { FindingPlace($0) }
      )
      .with(
        effect: spoken(
          "the next boot \(jails.count == 1 ? spoken("does not start it") : spoken("starts none of them"))"
        )
      )
      .about(jails: jails.map(\.name))
      .with(subject: service)
    }
  }

  /// The variables that let something start jails, in the order of the formats.
  private static let services = jailFormats.compactMap(\.enable).reduce(into: [String]()) {
    if !$0.contains($1) { $0.append($1) }
  }

  private static func isSwitchedOff(_ definition: JailDefinition) -> Bool {
    definition.place?.path.hasSuffix(".norun") == true
  }
}
