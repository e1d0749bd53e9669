package import HostModel
import Phrases
import SourceText

/// A command of the host's own network configuration that fails.
package struct NetifFailure: Sendable {
  /// The index of its step.
  package let index: Int
  /// The command.
  package let step: Step

  static func all(_ forecast: BootForecast) -> [NetifFailure] {
    forecast.failedSteps.compactMap { index in
      let step = forecast.steps[index]
      return step.phase == .netif ? NetifFailure(index: index, step: step) : nil
    }
  }

  /// The word that is refused, if it is one.
  var fault: NetifFault? { NetifFault(step) }

  /// The interface the command is for.
  var interface: String { step.interface ?? spoken("an interface") }
}

/// A rule that knows the reason for some failing commands of netif.
protocol NetifFailureRule: Rule {
  /// The finding when the failure is of the rule's kind.
  static func explain(_ failure: NetifFailure, _ host: inout ExaminedHost) -> Finding?
}

extension NetifFailureRule {
  static var reach: Reach { .network }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.netifFailures.compactMap { explain($0, &host) }
  }
}

extension Rule {
  /// The finding that is the reason for a failing command of netif: with its step, what is printed
  /// and what the interface is without.
  static func finding(
    _ message: @autoclosure @escaping Wording, at places: [FindingPlace], of failure: NetifFailure,
    _ host: ExaminedHost
  ) -> Finding {
    let address = failure.step.requestedAddress
    let lost = address.map { "\($0)" } ?? spoken("what the command sets")
    return finding(message(), at: places)
      .leading(to: failure.index, in: host.forecast)
      .with(effect: spoken("\(failure.interface) is without \(lost)"))
      .about(addresses: [address].compactMap { $0 })
      .explaining(.step(failure.index))
  }

  /// The same at the word of the command that is at fault.
  static func finding(
    _ message: @autoclosure @escaping Wording, atWord word: String, note: String = "",
    of failure: NetifFailure,
    _ host: ExaminedHost
  ) -> Finding {
    let place = host.place(of: failure.step, spelling: word)
    return finding(
      message(), at: [place].compactMap { $0 }.map { FindingPlace($0, note) }, of: failure, host)
  }
}
