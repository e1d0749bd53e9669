import HostModel
import Phrases
import SourceText

/// An address has a length or words behind it that ifconfig(8) refuses.
///
/// ## Why
/// rc(8) and jail(8) hand what stands behind the slash to ifconfig(8) as it is: more than 32 or 128
/// bits, a letter, nothing at all, or a mask where none can stand is a bad value
/// (sbin/ifconfig/af_inet.c, af_inet6.c). The address is not set; a jail that asks for it is not
/// created.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "em0|192.0.2.31/33";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "em0|192.0.2.31/32";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Write a length of 1 to 32 for IPv4, of 1 to 128 for IPv6.
/// - Leave it out: jail(8) asks for a single address, /32 or /128.
///
/// ## Ignore it when
/// Never: the address is not set.
enum PrefixLengthInvalid: Rule {
  static let name: RuleName = "prefix-length-invalid"
  static let severity = Severity.error
  static let reach = Reach.network

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding),
      let step = finding.step.map({ host.forecast.step($0) }),
      let address = step.requestedAddress ?? finding.addresses.first,
      let asked = jail.definition?.readableAddresses.first(where: { $0.address == address })
    else { return [] }
    let edits = AddressItem(asked, host).flatMap { $0.withoutLength }
    return [
      Fix(
        spoken("remove the length behind \(address)"),
        meaning: spoken("jail(8) asks for /\(address.family.hostLength), a single address"),
        .review,
        making: edits.map { [$0] })
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.netifFailures.compactMap { explain($0, host) }
      + host.ownFailures.compactMap { explain($0, host) }
  }

  private static func explain(_ failure: NetifFailure, _ host: ExaminedHost) -> Finding? {
    guard case .length(let word)? = failure.fault else { return nil }
    let words = failure.step.argv.dropFirst(3).filter { $0 != "alias" }.joined(separator: " ")
    return finding(
      spoken("\(failure.interface): ifconfig(8) refuses \"\(words)\""), atWord: word,
      note: note(failure.step), of: failure, host)
  }

  private static func explain(_ failure: JailFailure, _ host: ExaminedHost) -> Finding? {
    guard let step = failure.addressStep(host.forecast), step.interface != "",
      step.message.contains("bad value") || step.message.contains("bad address")
        || isZero(step)
    else { return nil }
    let words = step.argv.dropFirst(3).filter { $0 != "alias" }.joined(separator: " ")
    let place = host.places(of: step).first.map { place in
      step.requestedAddress.map { host.narrow(place, to: $0) } ?? place
    }
    return finding(
      spoken("jail \(failure.jail.name): ifconfig(8) refuses \"\(words)\""),
      at: [place].compactMap { $0 }.map { FindingPlace($0, note(step)) }, of: failure, host)
  }

  private static func isZero(_ step: Step) -> Bool {
    step.requestedFamily == .inet6
      && (step.argv[3].hasSuffix("/0")
        || step.argv.contains("prefixlen") && step.argv.contains("0"))
  }

  private static func note(_ step: Step) -> String {
    if step.argv[3].contains(",") { return spoken("each address in quotes of its own") }
    if step.message.contains("too large") { return spoken("too many bits") }
    return step.argv[2] == "inet" ? spoken("1 to 32 bits") : spoken("1 to 128 bits")
  }
}
