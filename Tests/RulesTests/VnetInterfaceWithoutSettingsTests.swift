import Testing

@testable import Rules

struct VnetInterfaceWithoutSettingsTests {
  private func host(_ inside: String, interface: String = "epair1b") -> String {
    """
    == /etc/rc.conf
    cloned_interfaces="epair0 epair1"
    jail_enable=YES
    == /etc/jail.conf
    www {
      path = /jails/www;
      exec.start = "/bin/sh /etc/rc";
      vnet;
      vnet.interface = \(interface);
    }
    == /jails/www/etc/rc.conf
    \(inside)
    """
  }

  @Test func `names both interfaces`() {
    expectFindings(
      of: VnetInterfaceWithoutSettings.self,
      in: host("ifconfig_epair0b=«\"inet 192.0.2.31/24\"»"),
      ["warning: jail www gets epair1b and configures epair0b"])
  }

  @Test(arguments: [
    "ifconfig_epair1b=\"inet 192.0.2.31/24\"", "ifconfig_epair1b=DHCP",
    "ifconfig_epair1b_name=vnet0\nifconfig_vnet0=\"inet 192.0.2.31/24\"",
    "hostname=www", "ifconfig_DEFAULT=DHCP",
    "ifconfig_epair1b=\"inet 192.0.2.31/24\"\nifconfig_epair0b=\"inet 192.0.2.31/24\"",
  ])
  func `is silent where the interface has an address or nothing is configured`(_ inside: String) {
    expectSilence(of: VnetInterfaceWithoutSettings.self, in: host(inside))
  }
}
