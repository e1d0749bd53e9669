package import HostModel

/// What was forecast beside what the last boot did, as a JSON document, described in `docs/json.md`.
package struct VerifyJSON {
  /// Grows when a member changes its meaning or goes; new members don't count.
  package static let version = 1

  private let agreement: BootAgreement
  private let forecast: BootForecast

  package init(_ agreement: BootAgreement, _ forecast: BootForecast) {
    self.agreement = agreement
    self.forecast = forecast
  }

  /// The document, with a newline behind it.
  package func document() -> [UInt8] {
    var writer = JSONWriter(brokenLevels: 2)
    writer.object { writer in
      writer.format("verify", Self.version)
      writer.member("outcome", VerifyOutcome(agreement).keyword)
      writer.member("host", forecast.hostName)
      writer.release(forecast)
      writer.member("witnesses") { $0.strings(agreement.witnesses) }
      writer.member("counts") { writer in
        writer.object {
          $0.member("agree", agreement.agreeing)
          $0.member("differ", agreement.differing)
          $0.member("untold", agreement.untold)
        }
      }
      writer.member("items") { writer in
        writer.array(agreement.items) { writer, item in Self.write(item, &writer) }
      }
      writer.member("problems") {
        $0.strings((forecast.facts.live?.problems ?? []).map(\.clause))
      }
    }
    return writer.bytes + [0x0a]
  }

  private static func write(_ item: BootAgreement.Item, _ writer: inout JSONWriter) {
    writer.object {
      $0.member("kind", item.kind.rawValue)
      $0.member("what", SecretWords.masked(item.what))
      $0.member("forecast", item.forecast)
      switch item.verdict {
      case .agrees(let witness):
        $0.member("verdict", "agrees")
        $0.member("by", witness)
      case .differs(let instead):
        $0.member("verdict", "differs")
        $0.member("instead", SecretWords.masked(instead))
      case .untold: $0.member("verdict", "untold")
      }
    }
  }
}
