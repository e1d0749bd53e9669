import Testing

@testable import Rules

struct AddressListedTwiceTests {
  private func host(_ addresses: String) -> String {
    """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    jail_enable="YES"
    == /etc/jail.conf
    a { persist; path = /jails/a; \(addresses) }
    """
  }

  @Test(arguments: [
    ("ip4.addr = ‹192.0.2.31›, «192.0.2.31»;", "192.0.2.31"),
    ("ip4.addr = \"‹em0|192.0.2.31›\", «192.0.2.31»;", "192.0.2.31"),
    ("ip6.addr = ‹2001:db8::1›, «2001:db8:0:0::1»;", "2001:db8::1"),
  ])
  func `names the address and both places`(_ addresses: String, _ address: String) {
    expectFindings(
      of: AddressListedTwice.self, in: host(addresses), ["error: jail a lists \(address) twice"])
  }

  @Test(arguments: [
    "ip4.addr = 192.0.2.31, 192.0.2.32;", "ip4.addr = 192.0.2.31; ip6.addr = 2001:db8::1;",
    "ip4.addr = 192.0.2.31; ip4.addr = 192.0.2.31;",
  ])
  func `is silent about lists without one`(_ addresses: String) {
    expectSilence(of: AddressListedTwice.self, in: host(addresses))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: AddressListedTwice.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          ip4.addr = "em0|192.0.2.31", "192.0.2.31";
          persist;
        }
        """,
      """
      review: remove 192.0.2.31 from jail www
      -   ip4.addr = "em0|192.0.2.31", "192.0.2.31";
      +   ip4.addr = "em0|192.0.2.31";
      review: remove em0|192.0.2.31 from jail www
      -   ip4.addr = "em0|192.0.2.31", "192.0.2.31";
      +   ip4.addr = "192.0.2.31";
      """)
    expectWays(
      of: AddressListedTwice.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ezjail_enable="YES"
        == /usr/local/etc/ezjail/mail
        export jail_mail_hostname="mail.example.org"
        export jail_mail_rootdir="/jails/mail"
        export jail_mail_ip="em0|192.0.2.31,em0|192.0.2.32,em0|192.0.2.31"
        """,
      """
      safe: remove em0|192.0.2.31 from jail mail
      - export jail_mail_ip="em0|192.0.2.31,em0|192.0.2.32,em0|192.0.2.31"
      + export jail_mail_ip="em0|192.0.2.31,em0|192.0.2.32"
      """)
  }
}
