import Testing

@testable import Rules

struct SuppressionUnusedTests {
  @Test func `names a comment that silences nothing`() {
    expectFindings(
      of: SuppressionUnused.self,
      in: "«# jailscope: allow inet6-alias-not-applied later»\nhostname=\"host.example.org\"\n",
      ["info: nothing is found that this silences: inet6-alias-not-applied"])
  }

  @Test func `is silent about one that is invalid`() {
    expectSilence(of: SuppressionUnused.self, in: "# jailscope: allow no-such-rule later\n")
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: SuppressionUnused.self,
      in: """
        == /etc/rc.conf
        # jailscope: allow inet6-alias-not-applied kept for later
        ifconfig_em0="inet 192.0.2.10/24"
        """,
      """
      safe: remove the comment
      - # jailscope: allow inet6-alias-not-applied kept for later
      """)
    expectWays(
      of: SuppressionUnused.self,
      in: """
        == /usr/local/etc/jailscope.toml
        [[ignore]]
        rule = "jail-start-fails"
        reason = "x"
        """,
      """
      safe: remove the entry
      - [[ignore]]
      - rule = "jail-start-fails"
      - reason = "x"
      """)
    expectWays(
      of: SuppressionUnused.self,
      in: """
        == /etc/jail.conf
        a { path = "/a"; persist; } # jailscope: allow jail-start-fails kept
        b { path = "/b"; persist; }
        """,
      """
      safe: remove the comment
      - a { path = "/a"; persist; } # jailscope: allow jail-start-fails kept
      + a { path = "/a"; persist; }
      """)
  }
}
