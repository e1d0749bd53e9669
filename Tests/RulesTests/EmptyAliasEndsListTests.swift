import Testing

@testable import Rules

struct EmptyAliasEndsListTests {
  @Test func `names the first that is hidden`() {
    expectFindings(
      of: EmptyAliasEndsList.self,
      in: """
        ifconfig_em0_alias0="inet 192.0.2.20/32"
        ifconfig_em0_alias1=«""»
        ifconfig_em0_alias2=‹"inet 192.0.2.22/32"›
        ifconfig_em0_alias10="inet 192.0.2.23/32"
        """,
      ["warning: ifconfig_em0_alias1 is empty and hides ifconfig_em0_alias2 and 1 more"])
  }

  @Test(arguments: [
    // gaps hide nothing
    "ifconfig_em0_alias0=\"inet 192.0.2.20/32\"\nifconfig_em0_alias7=\"inet 192.0.2.22/32\"",
    "ifconfig_em0_alias0=\"inet 192.0.2.20/32\"\nifconfig_em0_alias1=\"\"",
    "ifconfig_em0_alias0=\"\"\nifconfig_em1_alias1=\"inet 192.0.2.22/32\"",
    "ifconfig_em0=\"\"\nifconfig_em0_alias1=\"inet 192.0.2.22/32\"",
  ])
  func `is silent about gaps and an empty one at the end`(_ rc: String) {
    expectSilence(of: EmptyAliasEndsList.self, in: rc)
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: EmptyAliasEndsList.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias0=""
        ifconfig_em0_alias1="inet 192.0.2.21/32"
        """,
      """
      safe: remove the empty ifconfig_em0_alias0
      - ifconfig_em0_alias0=""
      """)
  }
}
