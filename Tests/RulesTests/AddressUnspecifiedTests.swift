import Testing

@testable import Rules

struct AddressUnspecifiedTests {
  private func host(_ addresses: String) -> String {
    "== /etc/rc.conf\njail_enable=YES\n== /etc/jail.conf\na { persist; path = /jails/a; \(addresses) }\n"
  }

  @Test(arguments: [
    ("ip4.addr = «0.0.0.0»;", "0.0.0.0"), ("ip6.addr = «::»;", "::"),
    ("ip4.addr = «255.255.255.255»;", "255.255.255.255"),
  ])
  func `names the address`(_ addresses: String, _ address: String) {
    expectFindings(
      of: AddressUnspecified.self, in: host(addresses),
      ["error: jail a is given \(address), which is no host's address"])
  }

  @Test(arguments: ["ip4.addr = 192.0.2.1;", "ip6.addr = ::1;", "ip4 = inherit;"])
  func `is silent about others`(_ addresses: String) {
    expectSilence(of: AddressUnspecified.self, in: host(addresses))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: AddressUnspecified.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          ip4.addr = "0.0.0.0";
          persist;
        }
        """,
      """
      review: set ip4 = inherit in place of 0.0.0.0
      -   ip4.addr = "0.0.0.0";
      +   ip4 = inherit;
      """)
  }
}
