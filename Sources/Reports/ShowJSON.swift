import HostModel

/// Interfaces, addresses and jails side by side as a JSON document, described in `docs/json.md`.
package struct ShowJSON {
  /// Grows when a member changes its meaning or goes; new members don't count.
  package static let version = 1

  private let forecast: BootForecast
  private let assessment: Assessment
  private let addresses: AddressRows
  private let insides: [String: JailInside]
  private var names: PlaceNames
  /// The names of the jails that run now; nil when that isn't known.
  private let running: Set<String>?

  package init(_ assessment: Assessment) {
    self.assessment = assessment
    forecast = assessment.forecast
    addresses = AddressRows(assessment)
    insides = assessment.forecast.insidesByJail
    let live = assessment.forecast.facts.live
    running = live?.jails.map { _ in Set((live?.runningJails ?? []).compactMap(\.name)) }
    names = PlaceNames(assessment.capture)
  }

  /// The document, with a newline behind it.
  package mutating func document() -> [UInt8] {
    var writer = JSONWriter(brokenLevels: 2)
    writer.object { writer in
      writer.head("show", Self.version, forecast, assessment.verdict)
      writer.live(assessment)
      writer.member("addresses") { writer in
        writer.array(addresses.rows) { Self.write($1, &$0) }
      }
      writer.interfacesNow(forecast.facts.live)
      writer.member("absent") { writer in
        writer.array(addresses.absent) { writer, absent in
          writer.object {
            $0.member("address", absent.address.description)
            $0.member("jails") { $0.strings(absent.users.map(\.jail.name)) }
          }
        }
      }
      writer.member("jails") { writer in
        writer.array(forecast.jails) { write($1, &$0) }
      }
      writer.unknowns(assessment, &names)
    }
    return writer.bytes + [0x0a]
  }

  private static func write(_ row: AddressRow, _ writer: inout JSONWriter) {
    writer.object {
      $0.member("interface", row.interface)
      $0.member("address", row.isAddress ? row.address : nil)
      $0.member("owner", row.owner.isEmpty ? nil : row.owner)
      $0.member("jails") { $0.strings(row.users) }
      $0.member("conflict", row.mark == .conflict)
      $0.member("orphan", row.mark == .orphan)
      $0.member("live") { $0.presence(row.presence) }
      $0.member("here", row.isHere)
      if !row.state.isEmpty { $0.member("note", row.state) }
      if !row.details.isEmpty { $0.member("details") { $0.strings(row.details) } }
    }
  }

  private mutating func write(_ jail: JailForecast, _ writer: inout JSONWriter) {
    let place = jail.definition?.place.map { names.name($0) }
    let running = running
    writer.object {
      $0.member("name", jail.name)
      $0.member("state", jail.state.rawValue)
      $0.member("defined", place)
      $0.member("addresses") { $0.strings(jail.addresses.map(\.description)) }
      if let running { $0.member("runs_now", running.contains(jail.name)) }
      if jail.hasOwnStack { $0.member("vnet") { $0.strings(jail.interfaces) } }
      $0.inside(insides[jail.name], &names)
    }
  }
}
