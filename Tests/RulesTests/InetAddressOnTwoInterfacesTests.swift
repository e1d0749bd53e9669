import Testing

@testable import Rules

struct InetAddressOnTwoInterfacesTests {
  private func host(_ rc: String, _ jails: String = "") -> String {
    """
    == hardware: em0 em1
    == /etc/rc.conf
    cloned_interfaces=lo1
    ifconfig_em0="inet ‹192.0.2.10›/24"
    \(rc)
    jail_enable="YES"
    == /etc/jail.conf
    persist; path = "/jails/$name";
    \(jails)
    """
  }

  @Test func `names both interfaces`() {
    expectFindings(
      of: InetAddressOnTwoInterfaces.self, in: host("ifconfig_em1=\"inet «192.0.2.10»/24\""),
      ["warning: 192.0.2.10 is on em0 and on em1"])
  }

  @Test(arguments: [
    "ifconfig_em1=\"inet 192.0.2.11/24\"", "ifconfig_em1=\"inet 198.51.100.1/24\"",
    "ifconfig_em0_alias0=\"inet 192.0.2.10/32\"",
    "ifconfig_em1=\"inet 0.0.0.0/24\"\nifconfig_lo1=\"inet 0.0.0.0/24\"",
  ])
  func `is silent about others`(_ rc: String) {
    expectSilence(
      of: InetAddressOnTwoInterfaces.self, in: host(rc).filter { !"‹›".contains($0) })
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: InetAddressOnTwoInterfaces.self,
      in: """
        == hardware: em0 em1
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em1="inet 192.0.2.10/24"
        """,
      """
      review: remove ifconfig_em1
      - ifconfig_em1="inet 192.0.2.10/24"
      """)
  }
}
