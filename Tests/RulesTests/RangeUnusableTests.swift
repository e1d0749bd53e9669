import Testing

@testable import Rules

struct RangeUnusableTests {
  private func host(_ alias: String) -> String {
    """
    == hardware: em0
    == /etc/rc.conf
    netif_ipexpand_max=20
    ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
    ifconfig_em0_alias0="\(alias)"
    """
  }

  @Test(arguments: [
    ("inet «192.0.2.30-20/32»", "192.0.2.30-20/32"),
    ("inet6 «2001:db8::20-10/64»", "2001:db8::20-10/64"),
    ("inet «192.0.2.20--30/32»", "192.0.2.20--30/32"),
  ])
  func `finds a range that gives nothing`(_ alias: String, _ range: String) {
    expectFindings(
      of: RangeUnusable.self, in: host(alias),
      ["warning: \(range) of ifconfig_em0_alias0 gives no address"])
  }

  @Test func `finds a range that is too large`() {
    expectFindings(
      of: RangeUnusable.self, in: host("inet «192.0.2.20-60/32»"),
      ["warning: 192.0.2.20-60/32 of ifconfig_em0_alias0 is cut after 22 addresses"])
  }

  @Test(arguments: ["inet 192.0.2.20-30/24", "inet6 2001:db8::20-2f/64", "inet 192.0.2.20/32"])
  func `is silent about ranges that work`(_ alias: String) {
    expectSilence(of: RangeUnusable.self, in: host(alias))
  }

  @Test func `is silent about an interface that is not there`() {
    expectSilence(
      of: RangeUnusable.self, in: host("inet 192.0.2.30-20/32").replacing(": em0", with: ": em1"))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: RangeUnusable.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias0="inet 192.0.2.30-20/32"
        """,
      """
      review: write 192.0.2.20-30/32 in place of 192.0.2.30-20/32
      - ifconfig_em0_alias0="inet 192.0.2.30-20/32"
      + ifconfig_em0_alias0="inet 192.0.2.20-30/32"
      """)
  }
}
