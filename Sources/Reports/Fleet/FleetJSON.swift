import HostModel
import Rewrite
import Rules

/// Many hosts as a JSON document, described in `docs/json.md`.
package struct FleetJSON {
  /// Grows when a member changes its meaning or goes; new members don't count.
  package static let version = 1

  private let fleet: Fleet

  package init(_ fleet: Fleet) {
    self.fleet = fleet
  }

  /// The document, with a newline behind it.
  package func document() -> [UInt8] {
    var writer = JSONWriter(brokenLevels: 2)
    writer.object { writer in
      writer.format("fleet", Self.version)
      writer.member("verdict", fleet.verdict.keyword)
      writer.member("hosts") { writer in
        writer.array(fleet.hosts) { writer, host in writer.object { write(host, &$0) } }
      }
      writer.member("shared_addresses") { writer in
        writer.array(fleet.clashes.shared) { writer, shared in
          writer.object { write(shared, &$0) }
        }
      }
      writer.member("networks") { writer in
        writer.array(fleet.clashes.overlaps) { writer, overlap in
          writer.object { write(overlap, &$0) }
        }
      }
    }
    return writer.bytes + [0x0a]
  }

  private func write(_ host: FleetHost, _ writer: inout JSONWriter) {
    writer.member("source", host.source)
    writer.member("host", host.name)
    writer.member("verdict", host.verdict.keyword)
    writer.member("problem", host.problem)
    writer.member("taken", host.taken.map { UTCTime($0).text })
    writer.member("since", host.since.map { UTCTime($0).text })
    writer.member("jails") {
      $0.object {
        $0.member("running", host.running)
        $0.member("failed", host.failed.count)
        $0.member("unknown", host.unknown)
        $0.member("not-started", host.idle)
      }
    }
    writer.member("failed_jails") { $0.strings(host.failed) }
    writer.member("findings") { writer in
      writer.object { writer in
        for severity in Severity.allCases.reversed() {
          writer.member(severity.rawValue, host.count(severity))
        }
      }
    }
  }

  private func write(_ shared: FleetClashes.SharedAddress, _ writer: inout JSONWriter) {
    writer.member("address", shared.address.description)
    writer.member("holders") { writer in
      writer.array(shared.holders) { writer, holder in
        writer.object {
          $0.member("source", fleet.hosts[holder.host].source)
          $0.member("jail", holder.jail)
        }
      }
    }
  }

  private func write(_ overlap: FleetClashes.Overlap, _ writer: inout JSONWriter) {
    writer.member("kind", overlap.hasTwoLengths ? "two-lengths" : "overlap")
    writer.member("prefix", overlap.narrower.description)
    writer.member("sources") { $0.strings(overlap.narrowerHosts.map { fleet.hosts[$0].source }) }
    writer.member("wider_prefix", overlap.wider.description)
    writer.member("wider_sources") { $0.strings(overlap.widerHosts.map { fleet.hosts[$0].source }) }
  }
}
