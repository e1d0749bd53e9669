import Testing

@testable import Rules

struct AliasWithNetworkMaskTests {
  @Test func `finds a further address with the mask of the network`() {
    expectFindings(
      of: AliasWithNetworkMask.self,
      in: """
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias0="inet «192.0.2.31» netmask 255.255.255.0"
        """, ["info: 192.0.2.31/24 on em0 is in the network of 192.0.2.10, with its mask"])
  }

  @Test(arguments: [
    "ifconfig_em0_alias0=\"inet 192.0.2.31/32\"", "ifconfig_em0_alias0=\"inet 198.51.100.31/24\"",
    "ifconfig_em0_alias0=\"inet 192.0.2.31/25\"", "ifconfig_em0_alias0=\"inet 192.0.2.31\"",
    "ifconfig_em1=\"inet 192.0.2.31/24\"",
    "cloned_interfaces=lo1\nifconfig_lo1=\"inet 127.1.0.1/24\"\nifconfig_lo1_alias0=\"inet 127.1.0.2/24\"",
    "ifconfig_em0_ipv6=\"inet6 2001:db8::1/64\"\nifconfig_em0_alias0=\"inet6 2001:db8::2/64\"",
  ])
  func `is silent about others`(_ lines: String) {
    expectSilence(
      of: AliasWithNetworkMask.self, in: "ifconfig_em0=\"inet 192.0.2.10/24\"\n\(lines)\n")
  }

  @Test func `offers /32`() {
    expectWays(
      of: AliasWithNetworkMask.self,
      in: """
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias0="inet 192.0.2.31 netmask 255.255.255.0"
        """,
      """
      review: write /32 behind 192.0.2.31
      - ifconfig_em0_alias0="inet 192.0.2.31 netmask 255.255.255.0"
      + ifconfig_em0_alias0="inet 192.0.2.31 netmask 255.255.255.255"
      """)
  }
}
