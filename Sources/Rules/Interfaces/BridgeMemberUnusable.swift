import HostModel

/// A bridge is given a member that isn't there, or that another bridge has.
///
/// ## Why
/// ifconfig(8) takes in members while it reads its words and sets the address last
/// (sbin/ifconfig/ifbridge.c, addm): when a member is refused the whole command ends, and an address
/// of the same setting is lost with it.
///
/// ## Example
/// ```
/// == hardware: em0
/// == /etc/rc.conf
/// cloned_interfaces="bridge0"
/// ifconfig_bridge0="inet 192.0.2.10/24 addm em7 up"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// cloned_interfaces="bridge0"
/// ifconfig_bridge0="inet 192.0.2.10/24 addm em0 up"
/// ```
///
/// ## Ways out
/// - Name an interface that is there when the bridge is configured.
/// - Add a tap or epair to `cloned_interfaces` in front, or let what creates it later add it.
/// - Set the bridge's address by an alias of its own: then a missing member doesn't cost the address.
///
/// ## Ignore it when
/// The interface isn't in every machine that the file is for.
enum BridgeMemberUnusable: NetifFailureRule {
  static let name: RuleName = "bridge-member-unusable"
  static let severity = Severity.error

  static func explain(_ failure: NetifFailure, _ host: inout ExaminedHost) -> Finding? {
    let start = "ifconfig: BRDGADD "
    guard failure.step.message.hasPrefix(start) else { return nil }
    let parts = failure.step.message.dropFirst(start.count).split(separator: ":", maxSplits: 1)
    guard let member = parts.first.map(String.init) else { return nil }
    let reason =
      failure.step.message.hasSuffix("No such file or directory")
      ? "which is not there" : "which is in a bridge already"
    return finding(
      "\(failure.interface) is to have \(member) as a member, \(reason)", atWord: member,
      of: failure, host)
  }
}
