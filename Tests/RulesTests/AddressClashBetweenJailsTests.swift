import Testing

@testable import Rules

struct AddressClashBetweenJailsTests {
  private func host(_ jails: String) -> String {
    """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
    jail_enable="YES"
    == /etc/jail.conf
    persist; path = "/jails/$name";
    \(jails)
    """
  }

  @Test(arguments: [
    ("a { ip4.addr = ‹192.0.2.10›; } b { ip4.addr = «192.0.2.10», 192.0.2.11; }", "192.0.2.10"),
    ("a { ip4.addr = 192.0.2.11, ‹192.0.2.10›; } b { ip4.addr = «192.0.2.10»; }", "192.0.2.10"),
    (
      "a { ip6.addr = ‹2001:db8::1›; } b { ip6.addr = 2001:db8::2, «2001:db8:0::1»; }",
      "2001:db8::1"
    ),
  ])
  func `names address and jail`(_ jails: String, _ address: String) {
    expectFindings(
      of: AddressClashBetweenJails.self, in: host(jails),
      ["error: jail b shares \(address) with jail a, and one of them has more addresses"])
  }

  @Test(arguments: [
    "a { ip4.addr = 192.0.2.10; } b { ip4.addr = 192.0.2.10; }",
    "a { ip4.addr = 192.0.2.10, 192.0.2.11; } b { ip4.addr = 192.0.2.12; }",
    "a { ip4.addr = 192.0.2.10; ip6.addr = 2001:db8::1; } b { ip4.addr = 192.0.2.10; }",
  ])
  func `is silent about what the kernel allows`(_ jails: String) {
    expectSilence(of: AddressClashBetweenJails.self, in: host(jails))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: AddressClashBetweenJails.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias0="inet 192.0.2.11/32"
        jail_enable="YES"
        == /etc/jail.conf
        persist;
        path = "/jails/$name";
        www { ip4.addr = "192.0.2.10"; }
        mail { ip4.addr = "192.0.2.10", "192.0.2.11"; }
        """,
      """
      review: take 192.0.2.10 away from jail mail
      - mail { ip4.addr = "192.0.2.10", "192.0.2.11"; }
      + mail { ip4.addr = "192.0.2.11"; }
      review: take 192.0.2.10 away from jail www
      - www { ip4.addr = "192.0.2.10"; }
      + www { }
      """)
    expectWays(
      of: AddressClashBetweenJails.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias0="inet 192.0.2.11/32"
        ezjail_enable="YES"
        == /usr/local/etc/ezjail/mail
        export jail_mail_hostname="mail.example.org"
        export jail_mail_rootdir="/jails/mail"
        export jail_mail_ip="192.0.2.10"
        == /usr/local/etc/ezjail/www
        export jail_www_hostname="www.example.org"
        export jail_www_rootdir="/jails/www"
        export jail_www_ip="192.0.2.10,192.0.2.11"
        """,
      """
      review: take 192.0.2.10 away from jail www
      - export jail_www_ip="192.0.2.10,192.0.2.11"
      + export jail_www_ip="192.0.2.11"
      """)
  }
}
