import HostModel
import Phrases
import SourceText

/// Host and jail put one IPv6 address on an interface with different prefix lengths.
///
/// ## Why
/// The kernel refuses to change the length of an IPv6 address that is there (sys/netinet6/in6.c,
/// in6_validate_ifra), so the jail's ifconfig(8) fails and the jail is not created. Without a length
/// in the jail's setting, jail(8) asks for /128 (usr.sbin/jail/command.c, run_command), while an
/// alias without one gets /64. The message, `Invalid argument`, names neither side.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
/// ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
/// jail_enable="YES"
/// == /etc/jail.conf
/// backup {
///   path = "/jails/backup";
///   ip6.addr = "em0|2001:db8::3";
///   exec.start = "/bin/sh /etc/rc";
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// backup {
///   path = "/jails/backup";
///   ip6.addr = "2001:db8::3";
///   exec.start = "/bin/sh /etc/rc";
/// }
/// ```
///
/// ## Ways out
/// - Drop `em0|` in the jail's setting: the host owns the alias, and stopping the jail leaves it alone.
/// - Write the host's length on the jail's side: the jail starts, and its stop takes the alias away.
/// - Remove the alias from rc.conf(5): the address comes and goes with the jail.
/// - Give the alias in rc.conf(5) the jail's length: it works only if another address keeps the
///   network's route, and the jail's stop takes the alias away.
///
/// ## Ignore it when
/// The jail is never to be started while the alias is there.
enum PrefixLengthConflict: Rule {
  static let name: RuleName = "prefix-length-conflict"
  static let severity = Severity.error
  static let reach = Reach.jail

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    SharedAddress(finding, &host)?.fixes(host) ?? []
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    ofFailures(&host) + ofIgnoredAliases(host)
  }

  /// The other addresses at which the start of a jail would fail that fails at one already.
  private static func followers(_ failure: JailFailure, _ host: inout ExaminedHost) -> [Finding] {
    guard let index = failure.step else { return [] }
    let failing = host.forecast.requestedAddress(ofStep: index)
    let capture = host.capture
    return (failure.jail.definition?.readableAddresses ?? []).compactMap { asked in
      guard case .inet6 = asked.address, asked.address != failing, let interface = asked.interface,
        let length = asked.prefixLength,
        let assigned = host.afterNetif(asked.address, on: interface),
        assigned.prefixLength != length
      else { return nil }
      let owned = OwnedAddress(assigned, on: interface, &host)
      let places =
        asked.places(host, asks: true)
        + [owned.place(host)].compactMap { $0 }.map {
          FindingPlace($0, spoken("the host's address, /\(assigned.prefixLength)"))
        }
      return finding(
        message(failure.jail, asked, spoken("the host"), has: assigned.prefixLength, capture),
        at: places,
        severity: failure.severity
      )
      .with(effect: spoken("jail \(failure.jail.name) is not created even when it gets that far"))
      .about(jails: [failure.jail.name], addresses: [asked.address])
    }
  }

  /// Jails whose start fails by it.
  private static func ofFailures(_ host: inout ExaminedHost) -> [Finding] {
    let capture = host.capture
    return host.ownFailures.flatMap { failure -> [Finding] in
      guard let index = failure.step,
        failure.printed.hasSuffix("(SIOCAIFADDR): Invalid argument")
      else { return [] }
      let forecast = host.forecast
      let interface = forecast.interface(ofStep: index)
      guard let address = forecast.requestedAddress(ofStep: index), case .inet6 = address,
        let asked = failure.jail.address(address, on: interface),
        let (setter, length) = host.setter(of: address, beforeFailing: index),
        forecast.interface(ofStep: setter) == interface, length != asked.prefixLength
      else { return [] }
      let jail = forecast.jail(ofStep: setter)
      let owner = jail.map { spoken("jail \($0)") } ?? spoken("the host")
      let why = standard(forecast.step(setter).argv.dropFirst(3))
      let what =
        jail.map { spoken("jail \($0)'s address, /\(length)\(why)") }
        ?? spoken("the host's address, /\(length)\(why)")
      let places =
        asked.places(host, asks: true)
        + [host.place(ofStep: setter, spelling: address)].compactMap { $0 }.map {
          FindingPlace($0, what)
        }
      let found = finding(
        message(failure.jail, asked, owner, has: length, capture), at: places, of: failure, host
      )
      .about(addresses: [address])
      return [found] + followers(failure, &host)
    }
  }

  /// Aliases that rc(8) never applies: the conflict begins when IPv6 is switched on.
  private static func ofIgnoredAliases(_ host: ExaminedHost) -> [Finding] {
    guard !host.forecast.ignored.isEmpty else { return [] }
    let capture = host.capture
    return host.forecast.jails.flatMap { jail in
      (jail.definition?.readableAddresses ?? []).compactMap { asked in
        let other = host.forecast.ignored.first {
          $0.interface == asked.interface && $0.address == asked.address
        }
        guard let other, let length = asked.prefixLength, length != other.prefixLength else {
          return nil
        }
        let places =
          asked.places(host, asks: true)
          + [host.written(other.place)].compactMap { $0 }.map { place in
            let words = host.file(at: place.path)?.text(place.span).split(separator: " ") ?? []
            return FindingPlace(
              host.narrow(place, to: asked.address),
              spoken("the host's alias, /\(other.prefixLength)\(standard(words)), not applied"))
          }
        return finding(
          message(jail, asked, spoken("the host's alias"), has: other.prefixLength, capture),
          at: places,
          severity: .warning
        )
        .with(
          effect: spoken("jail \(jail.name) fails once IPv6 is configured on \(other.interface)")
        )
        .about(jails: [jail.name], addresses: [asked.address])
      }
    }
  }

  /// Says that nobody wrote the length; ifconfig(8) takes /64 then.
  private static func standard(_ words: some Collection<some StringProtocol>) -> String {
    words.contains { $0.contains("/") || $0 == "prefixlen" } ? "" : spoken(" by default")
  }

  private static func message(
    _ jail: JailForecast, _ asked: JailAddress, _ owner: String, has length: Int,
    _ capture: HostCapture
  ) -> String {
    let standard = asked.usesDefaultLength(capture) ? spoken(" by default") : ""
    return spoken(
      "jail \(jail.name) asks for \(asked.address)/\(asked.prefixLength ?? 128)\(standard) on "
        + "\(asked.interface ?? spoken("its interface")), where \(owner) has /\(length)")
  }
}
