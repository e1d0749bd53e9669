import Testing

@testable import Rules

struct JailAddressAbsentTests {
  private func host(_ rc: String, _ jail: String) -> String {
    """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    \(rc)
    jail_enable="YES"
    == /etc/jail.conf
    a { persist; path = /jails/a; \(jail) }
    """
  }

  @Test(arguments: [
    ("ip4.addr = «192.0.2.31»;", "192.0.2.31"), ("ip6.addr = «2001:db8::1»;", "2001:db8::1"),
    ("ip4.addr = 192.0.2.10, «192.0.2.31»;", "192.0.2.31"),
  ])
  func `names the address`(_ jail: String, _ address: String) {
    expectFindings(
      of: JailAddressAbsent.self, in: host("", jail),
      ["warning: jail a runs with \(address), which no interface has"])
  }

  @Test func `is an info when a lease may bring the address`() {
    expectFindings(
      of: JailAddressAbsent.self,
      in: host("ifconfig_em0=DHCP", "ip4.addr = «192.0.2.31»;"),
      ["info: jail a runs with 192.0.2.31, which no interface has"])
  }

  @Test func `finds a jail that nothing starts`() {
    expectFindings(
      of: JailAddressAbsent.self,
      in: host("", "ip4.addr = «192.0.2.31»;").replacing("YES", with: "NO"),
      ["warning: jail a is to have 192.0.2.31, which no interface has"])
  }

  @Test func `is silent when nothing is known of the host`() {
    expectSilence(
      of: JailAddressAbsent.self,
      in: "== /etc/jail.conf\na { persist; path = /jails/a; ip4.addr = 192.0.2.31; }")
  }

  @Test(arguments: [
    ("", "ip4.addr = 192.0.2.10;"), ("", "ip4.addr = \"em0|192.0.2.31\";"), ("", "ip4 = inherit;"),
    ("ifconfig_em0_alias0=\"inet 192.0.2.31/32\"", "ip4.addr = 192.0.2.31;"), ("", "vnet;"),
  ])
  func `is silent where it is there`(_ rc: String, _ jail: String) {
    expectSilence(of: JailAddressAbsent.self, in: host(rc, jail))
  }

  @Test(arguments: ["YES", "NO"])
  func `is silent where an alias that is not applied is found`(_ enable: String) {
    expectSilence(
      of: JailAddressAbsent.self,
      in: host("ifconfig_em0_alias0=\"inet6 2001:db8::3/64\"", "ip6.addr = 2001:db8::3;")
        .replacing("YES", with: enable))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: JailAddressAbsent.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          ip4.addr = "192.0.2.31";
          persist;
        }
        """,
      """
      review: add 192.0.2.31/32 to em0 by ifconfig_em0_alias0
      + ifconfig_em0_alias0="inet 192.0.2.31/32"
      review: write em0| in front of 192.0.2.31
      -   ip4.addr = "192.0.2.31";
      +   ip4.addr = "em0|192.0.2.31";
      """)
    expectWays(
      of: JailAddressAbsent.self,
      in: """
        == hardware: em0
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias0="inet 192.0.2.11/32" # first
        ifconfig_em0_alias3="inet 192.0.2.12/32"
        hostname="host"
        jail_enable="YES"
        jail_list="www"
        jail_www_rootdir="/jails/www"
        jail_www_hostname="www"
        jail_www_ip="192.0.2.11,192.0.2.31"
        """,
      """
      review: add 192.0.2.31/32 to em0 by ifconfig_em0_alias4
      + ifconfig_em0_alias4="inet 192.0.2.31/32"
      review: write em0| in front of 192.0.2.31
      - jail_www_ip="192.0.2.11,192.0.2.31"
      + jail_www_ip="192.0.2.11,em0|192.0.2.31"
      """)
  }
}
