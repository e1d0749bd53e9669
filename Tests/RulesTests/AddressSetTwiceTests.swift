import Testing

@testable import Rules

struct AddressSetTwiceTests {
  @Test func `is an error for IPv6, where the second fails`() {
    expectFindings(
      of: AddressSetTwice.self,
      in: """
        ifconfig_em0_ipv6="inet6 auto_linklocal"
        ifconfig_em0_alias0="inet6 ‹2001:db8::3› prefixlen 128"
        ifconfig_em0_alias1="inet6 «2001:0db8::3» prefixlen 64"
        """, ["error: em0 is given 2001:db8::3 twice, first with /128"])
  }

  @Test func `says that the first is the interface's own`() {
    expectFindings(
      of: AddressSetTwice.self,
      in: """
        ifconfig_em0_ipv6="inet6 ‹2001:db8::1› prefixlen 64"
        ifconfig_em0_alias0="inet6 «2001:db8::1» prefixlen 128"
        """,
      ["error: em0 is given 2001:db8::1 twice, first as its own address with /64"])
  }

  @Test func `warns for IPv4, where the second replaces the first`() {
    expectFindings(
      of: AddressSetTwice.self,
      in: """
        ifconfig_em0="inet ‹192.0.2.10›/24"
        ifconfig_em0_alias0="inet «192.0.2.10»/32"
        """,
      ["warning: em0 is given 192.0.2.10 twice, first as its own address with /24"])
  }

  @Test(arguments: [
    "ifconfig_em0=\"inet 192.0.2.10/24\"\nifconfig_em0_alias0=\"inet 192.0.2.10/24\"",
    "ifconfig_em0_ipv6=\"inet6 2001:db8::1/64\"\nifconfig_em0_alias0=\"inet6 2001:db8::1/64\"",
    "ifconfig_em0=\"inet 192.0.2.10/24\"\nifconfig_em0_alias0=\"inet 192.0.2.11/32\"",
    "ifconfig_em0_ipv6=\"inet6 2001:db8::1/64\"\nifconfig_em0_alias0=\"inet6 2001:db8::3/0\"",
  ])
  func `is silent about the same length and other addresses`(_ rc: String) {
    expectSilence(of: AddressSetTwice.self, in: rc)
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: AddressSetTwice.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
        ifconfig_em0_alias0="inet6 2001:db8::1 prefixlen 128"
        """,
      """
      review: remove ifconfig_em0_alias0
      - ifconfig_em0_alias0="inet6 2001:db8::1 prefixlen 128"
      """)
  }
}
