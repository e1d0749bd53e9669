import Testing

@testable import Rules

struct SuppressionInvalidTests {
  @Test(arguments: [
    ("«# jailscope: allow»", "expected allow RULE reason"),
    ("x=1 «# jailscope: ignore suppression-unused y»", "expected allow RULE reason"),
    ("«# jailscope: allow suppression-unused»", "a reason is needed behind suppression-unused"),
    ("«# jailscope: allow no-such-rule why»", "there is no rule no-such-rule"),
  ])
  func `says what is missing`(_ comment: String, _ message: String) {
    expectFindings(
      of: SuppressionInvalid.self, in: comment + "\n",
      ["warning: the comment silences nothing: \(message)"])
  }

  @Test(arguments: [
    "# jailscope: allow suppression-unused why", "# jailscope is a fine tool",
    "x='# jailscope: allow'",
  ])
  func `is silent about others`(_ line: String) {
    expectSilence(of: SuppressionInvalid.self, in: line + "\n")
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: SuppressionInvalid.self,
      in: """
        == /etc/rc.conf
        hostname="host.example.org"
        # jailscope: allow prefix-lenght-conflict moved next week
        ifconfig_em0="inet 192.0.2.10/24"
        """,
      """
      review: remove the comment
      - # jailscope: allow prefix-lenght-conflict moved next week
      """)
  }
}
