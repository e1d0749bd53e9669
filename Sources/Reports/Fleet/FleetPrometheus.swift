import Rules

/// Many hosts as metrics in Prometheus' text format.
///
/// - Parameter version: of the program.
package func fleetPrometheusReport(_ fleet: Fleet, version: String) -> String {
  var metrics = Metrics()
  metrics.family("info", "The program.")
  metrics.sample("info", [("version", version)], 1)
  metrics.family("fleet_read", "Whether a host could be read.")
  for host in fleet.hosts {
    metrics.sample("fleet_read", [("host", host.source)], host.problem == nil ? 1 : 0)
  }
  let hosts = fleet.hosts.filter { $0.problem == nil }
  metrics.family("fleet_verdict", "Whether the next boot brings every jail back.")
  for host in hosts {
    metrics.sample("fleet_verdict", [("host", host.source), ("verdict", host.verdict.keyword)], 1)
  }
  metrics.family("fleet_jails", "Jails by what becomes of them at the next boot.")
  for host in hosts {
    for (state, count) in [
      ("running", host.running), ("failed", host.failed.count), ("unknown", host.unknown),
      ("not-started", host.idle),
    ] {
      metrics.sample("fleet_jails", [("host", host.source), ("state", state)], count)
    }
  }
  metrics.family("fleet_findings", "What is found and not silenced, by severity.")
  for host in hosts {
    for severity in Severity.allCases.reversed() {
      metrics.sample(
        "fleet_findings", [("host", host.source), ("severity", severity.word)],
        host.count(severity))
    }
  }
  metrics.family("fleet_taken_seconds", "When a host was read, in seconds since 1970.")
  for host in hosts {
    guard let taken = host.taken else { continue }
    metrics.sample("fleet_taken_seconds", [("host", host.source)], taken)
  }
  metrics.family("fleet_shared_addresses", "Addresses that more than one host has.")
  metrics.sample("fleet_shared_addresses", [], fleet.clashes.shared.count)
  metrics.family("fleet_networks", "Networks that hosts see differently.")
  metrics.sample("fleet_networks", [], fleet.clashes.overlaps.count)
  return metrics.text
}
