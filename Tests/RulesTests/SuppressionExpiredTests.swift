import TestHosts
import Testing

@testable import Rules

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

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: SuppressionExpired.self,
      in: """
        == /usr/local/etc/jailscope.toml
        allocation = ["192.0.2.0/24"]
        [[ignore]]
        rule = "jail-start-fails"
        reason = "the new disk comes on Monday"
        until = 2020-01-06

        [[ignore]]
        rule = "jail-path-shared"
        reason = "one root on purpose"
        """,
      """
      review: remove the entry
      - rule = "jail-start-fails"
      - reason = "the new disk comes on Monday"
      - until = 2020-01-06
      -\u{20}
      - [[ignore]]
      """)
  }
}
