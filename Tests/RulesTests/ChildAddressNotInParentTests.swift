import Testing

@testable import Rules

struct ChildAddressNotInParentTests {
  private func host(_ inner: String) -> String {
    """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    jail_enable="YES"
    == /etc/jail.conf
    persist; path = "/jails/$name";
    o { children.max = 3; ip4.addr = "em0|192.0.2.31"; }
    o.i { \(inner) }
    """
  }

  @Test func `names the address`() {
    expectFindings(
      of: ChildAddressNotInParent.self, in: host("ip4.addr = «192.0.2.32»;"),
      ["error: jail o.i has 192.0.2.32, which jail o lacks"])
  }

  @Test(arguments: ["ip4.addr = 192.0.2.31;", "vnet;"])
  func `is silent about the parent's own`(_ inner: String) {
    expectSilence(of: ChildAddressNotInParent.self, in: host(inner))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: ChildAddressNotInParent.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        jail_enable="YES"
        == /etc/jail.conf
        persist;
        outer { path = "/jails/outer"; children.max = 3; ip4.addr = "em0|192.0.2.31"; }
        outer.inner { path = "/jails/outer/inner"; ip4.addr = "192.0.2.32"; }
        """,
      """
      review: give 192.0.2.31 of jail outer in place of 192.0.2.32
      - outer.inner { path = "/jails/outer/inner"; ip4.addr = "192.0.2.32"; }
      + outer.inner { path = "/jails/outer/inner"; ip4.addr = "192.0.2.31"; }
      """)
  }
}
