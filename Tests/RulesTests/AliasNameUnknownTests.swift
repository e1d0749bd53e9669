import Testing

@testable import Rules

struct AliasNameUnknownTests {
  @Test(arguments: ["alias", "aliasX", "alias_1", "alias-"].filter { !$0.hasSuffix("-") })
  func `names what no number follows`(_ suffix: String) {
    expectFindings(
      of: AliasNameUnknown.self, in: "ifconfig_em0_\(suffix)=«\"inet 192.0.2.20/32\"»",
      ["warning: ifconfig_em0_\(suffix) is never read: no number follows alias"])
  }

  @Test(arguments: [
    "ifconfig_em0_alias0", "ifconfig_em0_alias01", "ifconfig_em0_alias2b", "ifconfig_em0_aliases",
    "ifconfig_em0_alias0_ipv6", "other_alias",
  ])
  func `is silent about names that are read`(_ name: String) {
    expectSilence(of: AliasNameUnknown.self, in: "\(name)=\"inet 192.0.2.20/32\"")
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: AliasNameUnknown.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias="inet 192.0.2.20/32"
        """,
      """
      safe: rename ifconfig_em0_alias to ifconfig_em0_alias0
      - ifconfig_em0_alias="inet 192.0.2.20/32"
      + ifconfig_em0_alias0="inet 192.0.2.20/32"
      """)
  }
}
