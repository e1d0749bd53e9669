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
}
