import Testing

@testable import Rules

struct ListInsideStringTests {
  private func host(_ line: String) -> String {
    """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    jail_enable=YES
    == /etc/jail.conf
    $two = "192.0.2.31", "192.0.2.32";
    $one = "192.0.2.33";
    a { persist; path = /jails/a; \(line) }
    """
  }

  @Test(arguments: ["ip4.addr = «\"em0|$two\"»;", "ip4.addr = «\"${two}/32\"»;"])
  func `finds a list among other text`(_ line: String) {
    expectFindings(
      of: ListInsideString.self, in: host(line),
      ["error: jail a: ip4.addr has a list of values inside a longer text"])
  }

  @Test(arguments: ["ip4.addr = $two;", "ip4.addr = \"$two\";", "ip4.addr = \"em0|$one\";"])
  func `is silent where it stands alone`(_ line: String) {
    expectSilence(of: ListInsideString.self, in: host(line))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: ListInsideString.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        jail_enable="YES"
        == /etc/jail.conf
        $ips = "192.0.2.31", "192.0.2.32";
        www {
          path = "/jails/www";
          ip4.addr = "em0|$ips";
          persist;
        }
        """,
      """
      review: write the values of $ips out
      -   ip4.addr = "em0|$ips";
      +   ip4.addr = "em0|192.0.2.31", "em0|192.0.2.32";
      """)
  }
}
