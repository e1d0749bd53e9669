import HostModel
import Phrases

/// A command of the host's own network configuration fails for a reason that no other rule knows.
///
/// ## Why
/// rc.d/netif runs ifconfig(8) with the words of rc.conf(5) and goes on when it fails. ifconfig(8)
/// sets addresses last (sbin/ifconfig/ifconfig.c), so one bad word drops the address of the same
/// command, too.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24 nosuchword"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ```
///
/// ## Ways out
/// - Mend the word that the message names.
///
/// ## Ignore it when
/// The interface isn't in every machine that the file is for.
enum NetifCommandFails: Rule {
  static let name: RuleName = "netif-command-fails"
  static let severity = Severity.error
  static let reach = Reach.network
  static let turn = Turn.fallback

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.failedSteps.compactMap { index in
      let step = host.forecast.steps[index]
      guard step.phase == .netif else { return nil }
      let reason =
        step.message.split(separator: "\n").first.map(String.init) ?? spoken("no reason is printed")
      let interface = step.interface ?? spoken("an interface")
      return finding(
        spoken("the settings of \(interface) are refused: \(reason)"),
        at: host.places(of: step).map { FindingPlace($0) }
      )
      .leading(to: index, in: host.forecast)
      .with(effect: step.requestedAddress.map { spoken("\(interface) is without \($0)") })
      .about(addresses: [step.requestedAddress].compactMap { $0 })
      .explaining(.step(index))
    }
  }
}
