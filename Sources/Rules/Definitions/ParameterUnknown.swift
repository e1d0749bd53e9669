import ConfigSyntax
import HostModel
import Phrases
import SourceText

/// A jail sets a parameter that neither jail(8) nor the kernel knows.
///
/// ## Why
/// jail(8) asks the kernel for every parameter that is not its own and refuses the jail when there
/// is none of that name (usr.sbin/jail/config.c, import_params). Parameters such as `linux` or
/// `allow.mount.zfs` exist only while their kernel module is loaded; others came with a release.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   alow.raw_sockets;
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   allow.raw_sockets;
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Correct the name as jail(8) spells it.
/// - Remove the parameter.
/// - Load the kernel module that brings the parameter, at boot, before jails start.
///
/// ## Ignore it when
/// A module that is loaded by hand brings it.
enum ParameterUnknown: FailureRule {
  static let name: RuleName = "parameter-unknown"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding),
      let failure = host.failures.first(where: { $0.jail.name == jail.name }),
      let name = failure.errorText(behind: "unknown parameter: "),
      let statement = statement(name, in: jail, host)
    else { return [] }
    let corrected = closest(to: name, among: jailParameterNames).flatMap { other in
      Fix(
        spoken("write \(other) in place of \(name)"),
        meaning: spoken("jail \(jail.name) has it as jail(8) spells it"),
        .review, making: statement.renamed(to: other).map { [$0] })
    }
    let removed = Fix(
      spoken("remove \(name) from jail \(jail.name)"),
      meaning: spoken("the jail starts without it"), .review,
      making: [statement.removal])
    return [corrected, removed].compactMap { $0 }
  }

  /// Where the parameter is set: in the jail's block, where its value is written, or for all jails.
  private static func statement(
    _ name: String, in jail: JailForecast, _ host: ExaminedHost
  ) -> JailStatement? {
    if let own = JailBlock(of: jail, host)?.statement(name) { return own }
    let parameter = jail.definition?.parameters.last { $0.name == name }
    let found = JailStatement(at: host.written(parameter?.values.last?.origin.place), host)
    if found?.name == name { return found }
    let paths = Set([jail.definition?.place?.path, jail.definition?.file].compactMap { $0 })
    return host.forecast.files.jailConf.lazy.filter { paths.contains($0.file.path) }
      .flatMap { source in
        source.tree.items.lazy.filter { $0.parent == nil }.compactMap {
          JailStatement($0, in: source)
        }
      }.first { $0.name == name }
  }

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard let name = failure.errorText(behind: "unknown parameter: "), name != ".include" else {
      return nil
    }
    let parameter = failure.jail.definition?.parameters.last { $0.name == name }
    let place =
      host.written(parameter?.values.last?.origin.place) ?? host.place(of: failure.jail)
    return finding(
      spoken("jail \(failure.jail.name) sets \(name), which is no parameter"),
      at: [place].compactMap { $0 }.map { FindingPlace($0) }, of: failure, host)
  }
}
