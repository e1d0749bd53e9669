import HostModel
import Phrases
import SourceText

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
/// - Remove the member.
/// - Set the bridge's address by an alias of its own: then a missing member doesn't cost the address.
///
/// ## Ignore it when
/// The interface isn't in every machine that the file is for.
enum BridgeMemberUnusable: NetifFailureRule {
  static let name: RuleName = "bridge-member-unusable"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let step = finding.step.map({ host.forecast.step($0) }),
      let place = host.places(of: step).first,
      let member = step.message.split(separator: " ").dropFirst(2).first?.prefix(while: {
        $0 != ":"
      }),
      let setting = ShellSetting(at: place, host), let text = setting.text
    else { return [] }
    let pair = "addm \(member)"
    let rest = text.range(ofText: pair).map { range -> String in
      let kept = text[..<range.lowerBound] + text[range.upperBound...].drop { $0 == " " }
      return String(kept.reversed().drop { $0 == " " }.reversed())
    }
    let isMissing = step.message.hasSuffix("No such file or directory")
    let cloning = isMissing ? host.cloning(String(member)) : nil
    return [
      Fix(
        spoken("add \(cloning?.name ?? "") to cloned_interfaces"),
        meaning: spoken("\(member) is there before the bridge is configured"), .review,
        making: cloning?.edits),
      Fix(
        spoken("remove \(pair) from \(setting.name)"),
        meaning: spoken("the rest of the setting is applied, and the bridge is without the member"),
        .review,
        making: rest.flatMap { setting.with($0) }),
    ].compactMap { $0 }
  }

  static func explain(_ failure: NetifFailure, _ host: inout ExaminedHost) -> Finding? {
    let start = "ifconfig: BRDGADD "
    guard failure.step.message.hasPrefix(start) else { return nil }
    let parts = failure.step.message.dropFirst(start.count).split(separator: ":", maxSplits: 1)
    guard let member = parts.first.map(String.init) else { return nil }
    let reason =
      failure.step.message.hasSuffix("No such file or directory")
      ? spoken("which is not there") : spoken("which is in a bridge already")
    return finding(
      spoken("\(failure.interface) is to have \(member) as a member, \(reason)"), atWord: member,
      of: failure, host)
  }
}
