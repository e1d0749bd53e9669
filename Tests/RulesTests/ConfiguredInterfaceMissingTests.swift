import Testing

@testable import Rules

struct ConfiguredInterfaceMissingTests {
  @Test func `names a listed interface once`() {
    expectFindings(
      of: ConfiguredInterfaceMissing.self,
      in: """
        == hardware: em0
        == /etc/rc.conf
        network_interfaces="lo0 em0 «em1»"
        ifconfig_em1="inet 192.0.2.10/24"
        ifconfig_em1_alias0="inet 192.0.2.11/32"
        """,
      ["error: em1 is configured and is not there"])
  }

  @Test(arguments: [
    // auto configures what is there
    "ifconfig_em1=\"inet 192.0.2.10/24\"",
    "network_interfaces=\"lo0 em0\"\nifconfig_em1=\"inet 192.0.2.10/24\"",
    "network_interfaces=\"em0 lo1\"\ncloned_interfaces=lo1\nifconfig_lo1=\"inet 192.0.2.1/32\"",
  ])
  func `is silent about what is there or not asked for`(_ rc: String) {
    expectSilence(
      of: ConfiguredInterfaceMissing.self, in: "== hardware: em0\n== /etc/rc.conf\n" + rc)
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: ConfiguredInterfaceMissing.self,
      in: """
        == hardware: em0
        == /etc/rc.conf
        network_interfaces="lo0 em0 em1"
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em1="inet 198.51.100.10/24"
        """,
      """
      review: remove em1 from network_interfaces
      - network_interfaces="lo0 em0 em1"
      + network_interfaces="lo0 em0"
      """)
  }
}
