import HostModel
import Phrases
import SourceText

/// A vnet jail sets an address that another vnet jail, or the host, has too.
///
/// ## Why
/// Network stacks know nothing of each other, so each takes the address without a word. On one bridge
/// both then answer for it (arp(4) says `is using my IP address`), and who reaches whom changes with
/// every ARP cache. Mostly a jail was copied with its rc.conf.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// cloned_interfaces="bridge0 epair0 epair1"
/// ifconfig_bridge0="addm epair0a addm epair1a up"
/// jail_enable="YES"
/// == /etc/jail.conf
/// path = "/jails/$name";
/// exec.start = "/bin/sh /etc/rc";
/// vnet;
/// www { vnet.interface = "epair0b"; }
/// git { vnet.interface = "epair1b"; }
/// == /jails/www/etc/rc.conf
/// ifconfig_epair0b="inet 192.0.2.31/24"
/// == /jails/git/etc/rc.conf
/// ifconfig_epair1b="inet 192.0.2.31/24"
/// ```
///
/// ## Repaired
/// ```
/// == /jails/git/etc/rc.conf
/// ifconfig_epair1b="inet 192.0.2.32/24"
/// ```
///
/// ## Ways out
/// - Give each jail an address of its own.
///
/// ## Ignore it when
/// The jails are in networks that nothing connects, or never run together. Where the files tell that
/// both are on bridges of their own this is silent.
enum AddressInTwoStacks: Rule {
  static let name: RuleName = "address-in-two-stacks"
  static let severity = Severity.warning
  static let reach = Reach.jail

  /// A stack that has an address.
  private struct Holder {
    /// The jail; nil for the host.
    let jail: String?
    /// The bridge that the address is on, when the files tell.
    let bridge: String?
    let place: Place?

    var name: String { jail.map { spoken("jail \($0)") } ?? spoken("the host") }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    guard !host.forecast.insides.isEmpty else { return [] }
    let holders = holders(host)
    let sorted = holders.sorted { "\($0.key)" < "\($1.key)" }
    return sorted.compactMap { address, all -> Finding? in
      guard let last = all.last(where: { $0.jail != nil }),
        let other = all.first(where: { $0.jail != last.jail && mayMeet($0, last) })
      else { return nil }
      let places = [last, other].compactMap { holder in
        holder.place.map { FindingPlace($0, spoken("\(holder.name)'s")) }
      }
      return finding(
        spoken("\(address) is an address of \(other.name) and of \(last.name)"), at: places
      )
      .with(effect: spoken("both answer for it where their networks are connected"))
      .about(jails: [other, last].compactMap(\.jail), addresses: [address])
    }
  }

  private static func mayMeet(_ one: Holder, _ other: Holder) -> Bool {
    guard let first = one.bridge, let second = other.bridge else { return true }
    return first == second
  }

  private static func holders(_ host: ExaminedHost) -> [IPAddress: [Holder]] {
    var found: [IPAddress: [Holder]] = [:]
    var bridges: [String: String] = [:]
    let setters = host.settersByAddress
    for entry in host.forecast.interfaces {
      let name = entry.interface.name
      let isBridge = entry.interface.driver.driver == "bridge"
      bridges[name] = isBridge ? name : entry.interface.bridge
      for address in entry.addresses.lazy.map(\.address) where !entry.interface.driver.isLoopback {
        let place = setters[address].flatMap { host.place(ofStep: $0, spelling: address) }
        found[address] = [Holder(jail: nil, bridge: bridges[name], place: place)]
      }
    }
    for inside in host.forecast.insides where host.mayRun(inside.jail) {
      let inner = host.inner(inside)
      let setters = inner.settersByAddress
      for entry in inside.forecast.interfaces where !entry.interface.driver.isLoopback {
        for address in entry.addresses.lazy.map(\.address) {
          let place = setters[address].flatMap { inner.place(ofStep: $0, spelling: address) }
          let bridge = farEnd(of: entry.interface.name).flatMap { bridges[$0] }
          found[address, default: []].append(
            Holder(jail: inside.jail, bridge: bridge, place: place))
        }
      }
    }
    return found.filter { $0.value.count > 1 }
  }

  /// The end of an epair(4) that stays on the host.
  private static func farEnd(of name: String) -> String? {
    if name.hasPrefix("epair"), name.hasSuffix("b") { return "\(name.dropLast())a" }
    // jib and jng of FreeBSD's examples, and Bastille with them, name both ends so
    return name.hasPrefix("e0b_") ? "e0a_\(name.dropFirst(4))" : nil
  }
}

extension ExaminedHost {
  /// The last command of netif that set each address, on whichever interface.
  fileprivate var settersByAddress: [IPAddress: Int] {
    var found: [IPAddress: Int] = [:]
    forecast.hostAddresses.forEachSetter { address, step in
      found[address] = max(found[address] ?? step, step)
    }
    return found
  }

  /// Whether a jail is started, as far as can be told.
  fileprivate func mayRun(_ jail: String) -> Bool {
    forecast.jail(named: jail).map { $0.state != .notStarted } ?? false
  }
}
