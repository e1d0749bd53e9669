import HostModel
import Phrases
import SourceText

/// An IPv4 address of the host has no mask.
///
/// ## Why
/// ifconfig(8) then guesses it from the class that the address had decades ago, /8, /16 or /24; 14.0
/// and 14.1 guess wrongly until they are patched (FreeBSD-EN-24:14). From 15.0 on it refuses
/// the address (15.0 release notes). jail(8) is not concerned: it asks for /32.
///
/// ## Example
/// ```
/// == release: 15.0
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ```
///
/// ## Ways out
/// - Write the length that the network has; `ifconfig` shows what is set now.
/// - Write /32 for an alias in a network that another address of the interface is in.
///
/// ## Ignore it when
/// Never: an upgrade to 15 takes the host off the network.
enum MaskMissing: Rule {
  static let name: RuleName = "mask-missing"
  static let severity = Severity.error
  static let reach = Reach.network

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let step = finding.step.map({ host.forecast.step($0) }), let interface = step.interface,
      let word = step.argv.dropFirst(2).first(where: { IPv4Address(dottedQuad: $0) != nil }),
      let address = IPAddress(word)
    else { return [] }
    let isAlias = step.argv.last == "alias"
    let network = host.interfacesAfterNetif[interface]?.addresses.first { other in
      other.address != address && (1..<32).contains(other.prefixLength)
        && other.network.contains(address)
    }
    let setting = HostSetting(of: address, setBy: step, host)
    guard isAlias, let network else {
      return [
        .manual(
          spoken("write the length of its network behind \(address)"),
          because: spoken("no file tells the length; this shows what is set now"),
          commands: ["ifconfig \(interface) inet"])
      ]
    }
    return [32, network.prefixLength].compactMap { length in
      Fix(
        spoken("write /\(length) behind \(address)"),
        meaning: length == 32
          ? spoken("\(network.address)/\(network.prefixLength) keeps the route to the network")
          : spoken("it has the length of \(network.address)"), .review,
        making: setting?.withLength(length).map { [$0] })
    }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.speakingSteps.compactMap { index in
      let step = host.forecast.steps[index]
      guard step.phase == .netif, step.message.contains("address without mask") else { return nil }
      let word = step.argv.dropFirst(2).first { IPv4Address(dottedQuad: $0) != nil } ?? ""
      let message = spoken("\(word) on \(step.interface ?? "") has no mask")
      if step.outcome == .failed {
        return finding(
          message, atWord: word, of: NetifFailure(index: index, step: step), host
        )
        .depending(on: .release)
      }
      let place = host.places(of: step).first.map { FindingPlace(host.narrow($0, to: word)) }
      return finding(message, at: [place].compactMap { $0 }, severity: .warning)
        .leading(to: index, in: host.forecast)
        .with(effect: effect(step))
        .depending(on: .release)
    }
  }

  private static func effect(_ step: Step) -> String {
    let length = step.effects.compactMap { effect in
      if case .added(let address) = effect { return address.prefixLength }
      return nil
    }.last
    let now = length.map { spoken("it gets /\($0) by a guess") } ?? spoken("its mask is a guess")
    return spoken("\(now); FreeBSD 15 does not set it at all")
  }
}
