import Testing

@testable import Rules

struct FamilyNotFirstTests {
  @Test(arguments: [
    ("ifconfig_em0=\"up «inet 192.0.2.10/24»\"", "inet"),
    ("ifconfig_em0=\"inet 192.0.2.10/24 «inet6 2001:db8::1»\"", "inet6"),
  ])
  func `names the family that comes late`(_ rc: String, _ family: String) {
    expectFindings(
      of: FamilyNotFirst.self, in: rc,
      ["error: \(family) is not the first word of the setting of em0"])
  }

  @Test(arguments: [
    "ifconfig_em0=\"inet 192.0.2.10/24 up\"", "ifconfig_em0=\"192.0.2.10/24\"",
    "ifconfig_em0=\"DHCP inet 192.0.2.10/24\"",  // rc(8) takes DHCP out
    "ifconfig_em0_aliases=\"inet 192.0.2.10/24 inet6 2001:db8::1/64\"",
  ])
  func `is silent where the family is first`(_ rc: String) {
    expectSilence(of: FamilyNotFirst.self, in: rc)
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: FamilyNotFirst.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="up inet 192.0.2.10/24"
        """,
      """
      safe: put inet first in ifconfig_em0
      - ifconfig_em0="up inet 192.0.2.10/24"
      + ifconfig_em0="inet 192.0.2.10/24 up"
      """)
    expectWays(
      of: FamilyNotFirst.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24 inet6 2001:db8::1/64"
        """,
      """
      review: move inet6 2001:db8::1/64 to ifconfig_em0_ipv6
      - ifconfig_em0="inet 192.0.2.10/24 inet6 2001:db8::1/64"
      + ifconfig_em0="inet 192.0.2.10/24"
      + ifconfig_em0_ipv6="inet6 2001:db8::1/64"
      """)
  }
}
