import Rules
import TestHosts
import Testing

struct SuppressionExpiredTests {
  @Test(arguments: [("2026-01-31", 0), ("2026-02-01", 1), ("2027-01-01", 1)])
  func `counts up to and with its day`(_ today: String, _ wanted: Int) {
    let host = HostText(
      """
      == /usr/local/etc/jailscope.toml
      [[ignore]]
      rule = "jail-start-fails"
      reason = "the disk"
      until = 2026-01-31
      """
    ).sketch
    let findings = Examination(host.forecast, capture: host.capture, today: Day(today)).findings
    #expect(findings.count { $0.rule == "suppression-expired" } == wanted)
  }
}
