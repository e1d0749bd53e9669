import HostModel
import Phrases
import SourceText

/// The host's configuration sets an address twice on one interface, with different lengths.
///
/// ## Why
/// The second IPv6 address fails, for the kernel refuses to change the length of one that is there
/// (sys/netinet6/in6.c, in6_validate_ifra); the first stays. Of IPv4 the second replaces the
/// first (sys/netinet/in.c, in_aifaddr_ioctl), and with it the route to the network.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
/// ifconfig_em0_alias0="inet6 2001:db8::1 prefixlen 128"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
/// ifconfig_em0_alias0="inet6 2001:db8::2 prefixlen 128"
/// ```
///
/// ## Ways out
/// - Remove one of the two, and keep the one with the length of the network.
///
/// ## Ignore it when
/// Never: one of the two is not what you wrote.
enum AddressSetTwice: Rule {
  static let name: RuleName = "address-set-twice"
  static let severity = Severity.error
  static let reach = Reach.network

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let address = finding.addresses.first, let index = finding.step else { return [] }
    let step = host.forecast.step(index)
    let first = Self.firstStep(of: address, before: index, host).map { host.forecast.steps[$0] }
    let second = HostSetting(of: address, setBy: step, host)?.removalFix(
      meaning: spoken("\(address) stays with the length of the first setting"))
    let isAlias = first?.argv.last == "alias"
    let other = first.flatMap { isAlias ? HostSetting(of: address, setBy: $0, host) : nil }?
      .removalFix(meaning: spoken("\(address) has the length of the second setting"))
    return [second, other].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let refused = host.netifFailures.filter {
      $0.step.message.hasSuffix("(SIOCAIFADDR): Invalid argument")
    }
    let replaced = host.forecast.replacedSteps.filter {
      host.forecast.steps[$0].phase == .netif
    }
    guard !refused.isEmpty || !replaced.isEmpty else { return [] }
    return refused.compactMap { ofInet6($0, host) } + replaced.flatMap { ofInet($0, host) }
  }

  private static func ofInet6(_ failure: NetifFailure, _ host: ExaminedHost) -> Finding? {
    guard failure.fault == nil, let address = failure.step.requestedAddress,
      let (first, length) = setter(of: address, before: failure.index, failure.step, host)
    else { return nil }
    return finding(
      spoken("\(failure.interface) is given \(address) twice, \(first) with /\(length)"),
      at: places(failure.index, address, length, before: failure.index, host), of: failure, host
    )
    .with(effect: spoken("the second one fails; \(address)/\(length) stays"))
  }

  private static func ofInet(_ index: Int, _ host: ExaminedHost) -> [Finding] {
    let step = host.forecast.steps[index]
    return step.effects.compactMap { effect in
      guard case .replaced(let old, let length) = effect,
        let (first, _) = setter(of: old.address, before: index, step, host)
      else { return nil }
      return finding(
        spoken(
          "\(step.interface ?? "") is given \(old.address) twice, \(first) with "
            + "/\(old.prefixLength)"),
        at: places(index, old.address, old.prefixLength, before: index, host), severity: .warning
      )
      .leading(to: index, in: host.forecast)
      .with(
        effect: spoken(
          "it has /\(length), and the route to the network of /\(old.prefixLength) is lost")
      )
      .about(addresses: [old.address])
    }
  }

  /// Which setting gave the address its length, and that length.
  private static func setter(
    of address: IPAddress, before index: Int, _ step: Step, _ host: ExaminedHost
  ) -> (what: String, length: Int)? {
    guard let first = firstStep(of: address, before: index, host),
      host.forecast.steps[first].interface == step.interface
    else { return nil }
    let length = host.forecast.steps[first].effects.lazy.compactMap { effect -> Int? in
      switch effect {
      case .added(let new) where new.address == address: new.prefixLength
      case .replaced(let old, let length) where old.address == address: Int(length)
      default: nil
      }
    }.first
    let isPrimary = host.forecast.steps[first].argv.last != "alias"
    return length.map { (isPrimary ? spoken("first as its own address") : spoken("first"), $0) }
  }

  private static func firstStep(
    of address: IPAddress, before index: Int, _ host: ExaminedHost
  ) -> Int? {
    host.forecast.steps[..<index].lastIndex { step in
      step.effects.contains { effect in
        if case .confirmed = effect { return false }
        return effect.settingKey?.address == address
      }
    }
  }

  private static func places(
    _ second: Int, _ address: IPAddress, _ length: Int, before index: Int, _ host: ExaminedHost
  ) -> [FindingPlace] {
    let steps = host.forecast.steps
    let first = firstStep(of: address, before: index, host)
      .flatMap { host.place(of: steps[$0], spelling: address) }
    return [host.place(of: steps[second], spelling: address)].compactMap { $0 }
      .map { FindingPlace($0, spoken("again")) }
      + [first].compactMap { $0 }.map { FindingPlace($0, spoken("first, /\(length)")) }
  }
}
