import Testing

@testable import Rules

struct InterfaceNotStartedTests {
  private func host(_ rc: String) -> String {
    "== hardware: em0 em1\n== /etc/rc.conf\n\(rc)\nifconfig_em0=\"inet 192.0.2.10/24\""
  }

  @Test func `names the list that leaves it out`() {
    expectFindings(
      of: InterfaceNotStarted.self,
      in: host("network_interfaces=‹\"lo0 em0\"›\nifconfig_em1=«\"inet 198.51.100.10/24\"»"),
      ["warning: em1 has settings and is not started: network_interfaces leaves it out"])
  }

  @Test func `names NOAUTO when there are aliases`() {
    expectFindings(
      of: InterfaceNotStarted.self,
      in: host(
        "ifconfig_em1=‹\"NOAUTO DHCP\"›\nifconfig_em1_alias0=«\"inet 198.51.100.11/32\"»"),
      ["warning: em1 has settings and is not started: NOAUTO leaves it alone"])
  }

  @Test(arguments: [
    "ifconfig_em1=\"NOAUTO DHCP\"", "ifconfig_em1=\"inet 198.51.100.10/24\"",
    "network_interfaces=\"em0\"", "network_interfaces=AUTO\nifconfig_em1=DHCP",
    "network_interfaces=\"em0 em1\"\nifconfig_em1=\"inet 198.51.100.10/24\"",
  ])
  func `is silent about what is started or switched off`(_ rc: String) {
    expectSilence(of: InterfaceNotStarted.self, in: host(rc))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: InterfaceNotStarted.self,
      in: """
        == hardware: em0 em1
        == /etc/rc.conf
        network_interfaces="lo0 em0"
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em1="inet 198.51.100.10/24"
        """,
      """
      review: remove network_interfaces
      - network_interfaces="lo0 em0"
      review: add em1 to network_interfaces
      - network_interfaces="lo0 em0"
      + network_interfaces="lo0 em0 em1"
      """)
    expectWays(
      of: InterfaceNotStarted.self,
      in: """
        == hardware: em0 em1
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24 NOAUTO"
        ifconfig_em0_alias0="inet 192.0.2.11/32"
        """,
      """
      review: remove NOAUTO from ifconfig_em0
      - ifconfig_em0="inet 192.0.2.10/24 NOAUTO"
      + ifconfig_em0="inet 192.0.2.10/24"
      """)
  }
}
