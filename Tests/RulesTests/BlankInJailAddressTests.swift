import Testing

@testable import Rules

struct BlankInJailAddressTests {
  private func host(_ address: String) -> String {
    """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    jail_enable="YES"
    == /etc/jail.conf
    a { persist; path = /jails/a; ip4.addr = \(address); }
    """
  }

  @Test(arguments: ["em0 | 192.0.2.31", "em0 |192.0.2.31", "em0| 192.0.2.31"])
  func `finds blanks on either side`(_ text: String) {
    expectFindings(
      of: BlankInJailAddress.self, in: host("«\"\(text)\"»"),
      ["warning: jail a: blanks stand around the bar in \"\(text)\""])
  }

  @Test(arguments: [
    "\"em0|192.0.2.31\"", "\"em0|192.0.2.31 netmask 255.255.255.0\"", "\"192.0.2.31\"",
    "\"em0|192.0.2.31/24 vhid 1\"",
  ])
  func `is silent about words behind the address`(_ text: String) {
    expectSilence(of: BlankInJailAddress.self, in: host(text))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: BlankInJailAddress.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          ip4.addr = "em0 | 192.0.2.31";
          persist;
        }
        """,
      """
      safe: remove the blanks around the bar
      -   ip4.addr = "em0 | 192.0.2.31";
      +   ip4.addr = "em0|192.0.2.31";
      """)
  }
}
