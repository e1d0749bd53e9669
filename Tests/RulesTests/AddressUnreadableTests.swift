import Testing

@testable import Rules

struct AddressUnreadableTests {
  private func host(_ jails: String) -> String {
    """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    jail_enable="YES"
    == /etc/jail.conf
    persist; path = "/jails/$name";
    \(jails)
    """
  }

  @Test(arguments: [
    (
      #"a { ip4.addr = "«host.example.org»"; }"#,
      "host.example.org is no IPv4 address; names are not looked up here"
    ),
    (#"a { ip4.addr = "em0|«2001:db8::1»"; }"#, "2001:db8::1 is an IPv6 address, IPv4 is wanted"),
    (#"a { ip6.addr = "em0|«192.0.2.31»"; }"#, "192.0.2.31 is an IPv4 address, IPv6 is wanted"),
    (
      #"a { ip4.addr = "em0|192.0.2.31,«em0|192.0.2.32»"; }"#,
      "one pair of quotes holds several addresses: em0|192.0.2.31,em0|192.0.2.32"
    ),
    (#"a { ip4.addr = "«192.0.2»"; }"#, "192.0.2 is no IPv4 address"),
    (
      #"a { ip6.addr = "«fe80::1%em0»"; }"#,
      "fe80::1%em0 has a zone, which an address of a jail can't have"
    ),
  ])
  func `says what is wrong with the text`(_ jail: String, _ message: String) {
    expectFindings(of: AddressUnreadable.self, in: host(jail), ["error: jail a: \(message)"])
  }

  @Test(arguments: [
    #"a { ip4.addr = "192.0.2.31,192.0.2.32"; }"#,  // bare ones are split once more
    #"a { ip4.addr = "em0|192.0.2.31", "em0|192.0.2.32"; }"#,
    #"a { ip4.addr = "em0|192.0.2.31/24"; }"#, #"a { ip6.addr = "em0|2001:db8::1"; }"#,
  ])
  func `is silent about addresses`(_ jail: String) {
    expectSilence(of: AddressUnreadable.self, in: host(jail))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: AddressUnreadable.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          ip4.addr = "em0|192.0.2.31,em0|192.0.2.32";
          persist;
        }
        """,
      """
      safe: put each address in quotes of its own
      -   ip4.addr = "em0|192.0.2.31,em0|192.0.2.32";
      +   ip4.addr = "em0|192.0.2.31", "em0|192.0.2.32";
      """)
    expectWays(
      of: AddressUnreadable.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        ifconfig_em0_ipv6="inet6 2001:db8::1/64"
        == /etc/jail.conf
        www { path = "/jails/www"; persist; ip4.addr = 2001:db8::1; }
        """,
      """
      safe: write ip6.addr in place of ip4.addr
      - www { path = "/jails/www"; persist; ip4.addr = 2001:db8::1; }
      + www { path = "/jails/www"; persist; ip6.addr = 2001:db8::1; }
      """)
  }
}
