import Testing

@testable import Rules

struct AddressInTwoStacksTests {
  private func host(_ rc: String, _ www: String, _ git: String) -> String {
    """
    == hardware: em0
    == /etc/rc.conf
    cloned_interfaces="bridge0 bridge1 epair0 epair1"
    jail_enable=YES
    \(rc)
    == /etc/jail.conf
    path = "/jails/$name";
    exec.start = "/bin/sh /etc/rc";
    vnet;
    www { vnet.interface = "epair0b"; }
    git { vnet.interface = "epair1b"; }
    == /jails/www/etc/rc.conf
    ifconfig_epair0b="inet \(www)"
    == /jails/git/etc/rc.conf
    ifconfig_epair1b="inet \(git)"
    """
  }

  @Test(arguments: ["", "ifconfig_bridge0=\"addm epair0a addm epair1a\""])
  func `names both jails`(_ rc: String) {
    expectFindings(
      of: AddressInTwoStacks.self, in: host(rc, "‹192.0.2.31›/24", "«192.0.2.31»/32"),
      ["warning: 192.0.2.31 is an address of jail www and of jail git"])
  }

  @Test func `the host is one of them, too`() {
    expectFindings(
      of: AddressInTwoStacks.self,
      in: host("ifconfig_em0=\"inet ‹192.0.2.10›/24\"", "192.0.2.31/24", "«192.0.2.10»/24"),
      ["warning: 192.0.2.10 is an address of the host and of jail git"])
  }

  @Test(arguments: [
    ("ifconfig_bridge0=\"addm epair0a\"\nifconfig_bridge1=\"addm epair1a\"", "192.0.2.31/24"),
    ("", "192.0.2.32/24"),
  ])
  func `is silent about networks of their own and other addresses`(_ rc: String, _ git: String) {
    expectSilence(of: AddressInTwoStacks.self, in: host(rc, "192.0.2.31/24", git))
  }
}
