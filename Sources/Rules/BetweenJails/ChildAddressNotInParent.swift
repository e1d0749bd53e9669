import HostModel
import Phrases
import SourceText

/// A jail within a jail has an address that the outer one lacks.
///
/// ## Why
/// A jail can give its children only what it has itself (sys/kern/kern_jail.c, kern_jail_set:
/// `Operation not permitted`).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// persist;
/// outer { path = "/jails/outer"; children.max = 3; ip4.addr = "em0|192.0.2.31"; }
/// outer.inner { path = "/jails/outer/inner"; ip4.addr = "192.0.2.32"; }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// persist;
/// outer { path = "/jails/outer"; children.max = 3; ip4.addr = "em0|192.0.2.31"; }
/// outer.inner { path = "/jails/outer/inner"; ip4.addr = "192.0.2.31"; }
/// ```
///
/// ## Ways out
/// - Give the address to the outer jail, too; if that has several, the inner one can't share one.
/// - Give the inner one an address of the outer.
///
/// ## Ignore it when
/// Never: the jail can't start.
enum ChildAddressNotInParent: FailureRule {
  static let name: RuleName = "child-address-not-in-parent"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let address = finding.addresses.first, let name = finding.jails.last,
      let parent = host.forecast.jail(named: name)
    else { return [] }
    let id: ParameterID = address.family == .inet ? .inet : .inet6
    let interface = parent.definition?.readableAddresses.lazy.compactMap(\.interface).first {
      $0.isPlain
    }
    let item = (interface.map { "\($0)|" } ?? "") + "\(address)"
    let statement = JailStatement(at: host.place(of: id, in: parent), host)
    let child = host.jail(of: finding)?.definition?.readableAddresses.first {
      $0.address == address
    }
    let known = parent.addresses.filter { $0.family == address.family }
    let others = known.count == 1 ? known : []
    let changed = others.compactMap { other in
      Fix(
        spoken("give \(other) of jail \(name) in place of \(address)"),
        meaning: spoken("both jails have the one address, and share its ports"), .review,
        making: child.flatMap { AddressItem($0, host) }.map {
          [.replace($0.place, with: "\(other)")]
        })
    }
    return [
      Fix(
        spoken("give \(item) to jail \(name), too"),
        meaning: interface == nil
          ? spoken("both jails have the address as the host has it")
          : spoken("the address comes and goes with jail \(name)"), .review,
        making: statement.flatMap { $0.adding("\"\(item)\"") }.map { [$0] })
    ].compactMap { $0 } + changed
  }

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.error == "jail_set: Operation not permitted",
      let dot = failure.jail.name.utf8.lastIndex(of: UInt8(ascii: "."))
    else { return nil }
    let parent = String(failure.jail.name[..<dot])
    let has = Set(host.forecast.jail(named: parent)?.addresses ?? [])
    let asked = (failure.jail.definition?.readableAddresses ?? []).first {
      !has.contains($0.address)
    }
    let what = asked.map { spoken("has \($0.address), which jail \(parent) lacks") }
    return finding(
      spoken(
        "jail \(failure.jail.name) \(what ?? spoken("wants more than jail \(parent) may give"))"),
      at: asked?.places(host, asks: false)
        ?? [host.place(of: failure.jail)].compactMap { $0 }.map { FindingPlace($0) },
      of: failure, host
    )
    .about(jails: [parent], addresses: [asked?.address].compactMap { $0 })
  }
}
