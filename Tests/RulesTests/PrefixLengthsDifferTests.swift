import Testing

@testable import Rules

struct PrefixLengthsDifferTests {
  @Test func `names the alias first`() {
    expectFindings(
      of: PrefixLengthsDiffer.self,
      in: """
        ifconfig_em0_ipv6="inet6 ‹2001:db8::1› prefixlen 124"
        ifconfig_em0_alias0="inet6 «2001:db8::2» prefixlen 64"
        """,
      ["warning: 2001:db8::1/124 and 2001:db8::2/64 are of one network on em0"])
  }

  @Test func `finds masks of IPv4`() {
    expectFindings(
      of: PrefixLengthsDiffer.self,
      in: """
        ifconfig_em0="inet ‹192.0.2.10›/24"
        ifconfig_em0_alias0="inet «192.0.2.20»/28"
        """,
      ["warning: 192.0.2.20/28 and 192.0.2.10/24 are of one network on em0"])
  }

  @Test(arguments: [
    "ifconfig_em0=\"inet 192.0.2.10/24\"\nifconfig_em0_alias0=\"inet 192.0.2.20/32\"",
    "ifconfig_em0=\"inet 192.0.2.10/24\"\nifconfig_em0_alias0=\"inet 192.0.2.20/24\"",
    "ifconfig_em0=\"inet 192.0.2.10/24\"\nifconfig_em0_alias0=\"inet 198.51.100.2/28\"",
    "ifconfig_em0_ipv6=\"inet6 2001:db8::1/64\"\nifconfig_em0_alias0=\"inet6 2001:db8::2/128\"",
    "cloned_interfaces=lo1\nifconfig_lo1=\"inet 192.0.2.1/24\"\nifconfig_lo1_alias0=\"inet 192.0.2.2/28\"",
  ])
  func `is silent about single addresses and other networks`(_ rc: String) {
    expectSilence(of: PrefixLengthsDiffer.self, in: rc)
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: PrefixLengthsDiffer.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 124"
        ifconfig_em0_alias0="inet6 2001:db8::2 prefixlen 64"
        """,
      """
      review: give 2001:db8::2 in ifconfig_em0_alias0 the length /124
      - ifconfig_em0_alias0="inet6 2001:db8::2 prefixlen 64"
      + ifconfig_em0_alias0="inet6 2001:db8::2 prefixlen 124"
      review: give 2001:db8::2 in ifconfig_em0_alias0 the length /128
      - ifconfig_em0_alias0="inet6 2001:db8::2 prefixlen 64"
      + ifconfig_em0_alias0="inet6 2001:db8::2 prefixlen 128"
      """)
  }
}
