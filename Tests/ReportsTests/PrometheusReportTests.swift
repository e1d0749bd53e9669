import HostModel
import Reports
import TestHosts
import Testing

/// The glance as metrics.
struct PrometheusReportTests {
  private func lines(_ host: HostSketch) -> [String] {
    prometheusReport(Assessment(host.forecast, host.capture), version: "1.2")
      .split(separator: "\n").map(String.init)
  }

  @Test func `says the verdict, the counts and which jail fails`() {
    let samples = lines(conflict).filter { !$0.hasPrefix("#") }
    #expect(
      samples == [
        #"jailscope_info{version="1.2",freebsd="14.3"} 1"#,
        #"jailscope_verdict{verdict="safe"} 0"#, #"jailscope_verdict{verdict="warnings"} 0"#,
        #"jailscope_verdict{verdict="not-safe"} 1"#, #"jailscope_verdict{verdict="unknown"} 0"#,
        #"jailscope_jails{state="running"} 0"#, #"jailscope_jails{state="failed"} 1"#,
        #"jailscope_jails{state="unknown"} 0"#, #"jailscope_jails{state="not-started"} 0"#,
        #"jailscope_jail_fails{jail="git"} 1"#, "jailscope_commands 8",
        "jailscope_failed_commands 1", #"jailscope_live_change{state="armed"} 0"#,
        #"jailscope_live_change{state="applied"} 0"#,
        #"jailscope_live_change{state="confirmed"} 0"#,
        #"jailscope_live_change{state="reverted-with-errors"} 0"#,
        "jailscope_live_change_seconds_left 0", #"jailscope_findings{severity="error"} 1"#,
        #"jailscope_findings{severity="warning"} 0"#, #"jailscope_findings{severity="note"} 0"#,
        #"jailscope_rule_findings{rule="prefix-length-conflict"} 1"#,
      ])
  }

  @Test func `every sample stands behind the two lines about its name, once each`() {
    var known: Set<Substring> = []
    for line in lines(conflict) {
      let words = line.split(separator: " ")
      if line.hasPrefix("# HELP ") { #expect(known.insert(words[2]).inserted) }
      guard !line.hasPrefix("#") else { continue }
      #expect(known.contains(line.prefix { $0 != "{" && $0 != " " }))
    }
  }

  @Test func `names of a host can't end a label or a line`() {
    let host = HostSketch(
      jails: "\"a\\\"} 1\\nx\\\\ \u{202e}\" { ip4.addr = \"lo9|192.0.2.30\"; }")
    let fails = lines(host).filter { $0.hasPrefix("jailscope_jail_fails") }
    #expect(fails.count == 1)
    #expect(fails.first?.hasSuffix("\"} 1") == true)
    #expect(fails.first?.contains("a\\\"} 1\\\\nx") == true)
    #expect(fails.first?.contains("\u{202e}") == false)
  }
}
