import HostModel

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
/// - Load the kernel module that brings the parameter, at boot, before jails start.
///
/// ## Ignore it when
/// A module that is loaded by hand brings it.
enum ParameterUnknown: FailureRule {
  static let name: RuleName = "parameter-unknown"
  static let severity = Severity.error

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard let name = failure.errorText(behind: "unknown parameter: "), name != ".include" else {
      return nil
    }
    let parameter = failure.jail.definition?.parameters.last { $0.name == name }
    let place =
      host.written(parameter?.values.last?.origin.place) ?? host.place(of: failure.jail)
    return finding(
      "jail \(failure.jail.name) sets \(name), which is no parameter",
      at: [place].compactMap { $0 }.map { FindingPlace($0) }, of: failure, host)
  }
}
