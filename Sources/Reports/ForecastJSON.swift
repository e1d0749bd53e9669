package import HostModel
package import SourceText

/// The forecast as a JSON document, described in `docs/json.md`.
package struct ForecastJSON {
  /// Grows when a member changes its meaning or goes; new members don't count.
  package static let version = 1

  private let forecast: BootForecast
  private var places: PlaceNames

  package init(_ forecast: BootForecast, capture: HostCapture) {
    self.forecast = forecast
    places = PlaceNames(capture)
  }

  /// The document, with a newline behind it.
  package mutating func document() -> [UInt8] {
    var writer = JSONWriter(brokenLevels: 2)
    var places = places
    let forecast = forecast
    let removals = StopRemovals(forecast)
    let insides = forecast.insidesByJail
    writer.object { writer in
      writer.format("forecast", Self.version)
      writer.release(forecast)
      writer.member("here") { $0.standing(forecast.standing) }
      writer.member("boot") { writer in
        writer.object {
          $0.member("rc_exit", forecast.aborted == nil ? 0 : 2)
          $0.member("aborted", forecast.aborted)
          $0.member("console") { $0.strings(forecast.console) }
        }
      }
      writer.member("commands") { writer in
        writer.array(forecast.steps) { Self.write($1, &$0, &places) }
      }
      writer.member("interfaces_after_netif") { Self.write(forecast.interfacesAfterNetif, &$0) }
      writer.member("interfaces") { Self.write(forecast.interfaces, &$0) }
      writer.member("jails") { writer in
        writer.object { writer in
          for jail in forecast.jails {
            writer.member(jail.name) {
              Self.write(jail, removals.of(jail), insides[jail.name], &$0, &places)
            }
          }
        }
      }
      writer.member("unknown") { Self.writeUnknowns(forecast, &$0, &places) }
    }
    self.places = places
    return writer.bytes + [0x0a]
  }

  static func write(_ step: Step, _ writer: inout JSONWriter, _ places: inout PlaceNames) {
    writer.object { writer in
      writer.member("phase", step.phase.rawValue)
      writer.member("jail", step.jail)
      writer.member("argv") { $0.strings(step.argv) }
      writer.member("status", step.status)
      writer.member("stderr", step.message)
      let outcome: (name: String, reason: String?) =
        switch step.outcome {
        case .ok: ("ok", nil)
        case .replaced: ("replaced", nil)
        case .failed: ("failed", nil)
        case .unknown(let reason): ("unknown", reason)
        }
      writer.member("outcome", outcome.name)
      if let reason = outcome.reason { writer.member("reason", reason) }
      if step.isInsideJail { writer.member("injail", true) }
      if step.isRollback { writer.member("rollback", true) }
      writer.member("sources") { $0.strings(step.sources.map { places.name($0) }) }
    }
  }

  static func write(_ interfaces: [InterfaceAddresses], _ writer: inout JSONWriter) {
    writer.object { writer in
      for entry in interfaces {
        writer.member(entry.interface.name) { writer in
          writer.object { writer in
            for family in [AddressFamily.inet, .inet6] {
              writer.member(family.rawValue) { writer in
                writer.strings(
                  entry.addresses.lazy.filter { $0.address.family == family }
                    .map { "\($0.address)/\($0.prefixLength)" })
              }
            }
            if entry.interface.presence.isInferred { writer.member("inferred", true) }
            if !entry.interface.unknownAddresses.isEmpty {
              writer.member("unknown") { $0.strings(entry.interface.unknownAddresses) }
            }
          }
        }
      }
    }
  }

  private static func write(
    _ jail: JailForecast, _ removals: [StopRemovals.Removal], _ inside: JailInside?,
    _ writer: inout JSONWriter, _ places: inout PlaceNames
  ) {
    writer.object { writer in
      writer.member("state", jail.state.rawValue)
      if let reason = jail.unknown { writer.member("reason", reason) }
      if let command = jail.failedCommand { writer.member("failed_command", command) }
      if let error = jail.error { writer.member("error", error) }
      if !jail.messages.isEmpty { writer.member("messages") { $0.strings(jail.messages) } }
      if jail.state == .running {
        writer.member("addresses") { $0.strings(jail.addresses.map(\.description)) }
        if !jail.absentAddresses.isEmpty {
          writer.member("addresses_not_on_host") {
            $0.strings(jail.absentAddresses.map(\.description))
          }
        }
        if jail.hasOwnStack { writer.member("vnet") { $0.strings(jail.interfaces) } }
      }
      if !removals.isEmpty {
        writer.member("stop_removes") { writer in
          writer.array(removals) { writer, removal in
            writer.object {
              $0.member("address", "\(removal.address.address)/\(removal.address.prefixLength)")
              $0.member("interface", removal.interface)
              $0.member("of_host", removal.isHosts)
            }
          }
        }
      }
      if let definition = jail.definition {
        writer.member("kind", definition.kind.rawValue)
        if let place = definition.place { writer.member("defined", places.name(place)) }
      }
      writer.inside(inside, &places)
    }
  }

  static func writeUnknowns(
    _ forecast: BootForecast, _ writer: inout JSONWriter, _ places: inout PlaceNames
  ) {
    writer.array { writer in
      for unknown in forecast.unknowns {
        writer.element { writer in
          writer.object {
            $0.member("place", places.name(unknown.place))
            $0.member("reason", unknown.reason)
          }
        }
      }
      for (path, reason) in forecast.unreadable {
        writer.element { writer in
          writer.object {
            $0.member("place", path)
            $0.member("reason", reason)
          }
        }
      }
    }
  }
}
