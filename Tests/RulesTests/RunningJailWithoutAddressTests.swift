import Testing

@testable import Rules

struct RunningJailWithoutAddressTests {
  private func files(_ parameter: String) -> String {
    """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_alias0="inet 192.0.2.20/32"
    jail_enable="YES"
    == /etc/jail.conf
    a { persist; path = /jails/a; \(parameter) }

    """
  }

  @Test func `finds an address that left its interface`() {
    let host =
      files("ip4.addr = \"«em0|192.0.2.31/32»\";") + RunningHost.em0()
      + RunningHost.jls(("a", "192.0.2.31"))
    expectFindings(
      of: RunningJailWithoutAddress.self, in: host,
      ["warning: jail a runs with 192.0.2.31, which no interface has now"])
    expectCommands(
      of: RunningJailWithoutAddress.self, in: host,
      """
      put 192.0.2.31/32 back on em0
        ifconfig em0 inet 192.0.2.31/32 alias
      """)
  }

  @Test func `takes interface and length from rc_conf for an address that the host lends`() {
    expectCommands(
      of: RunningJailWithoutAddress.self,
      in: files("ip4.addr = 192.0.2.20;") + RunningHost.em0()
        + RunningHost.jls(("a", "192.0.2.20")),
      """
      put 192.0.2.20/32 back on em0
        ifconfig em0 inet 192.0.2.20/32 alias
      """)
  }

  @Test func `finds it of a jail that nothing defines, too`() {
    expectFindings(
      of: RunningJailWithoutAddress.self,
      in: files("ip4.addr = 192.0.2.20;") + RunningHost.em0("inet 192.0.2.20 netmask 0xffffffff")
        + RunningHost.jls(("a", "192.0.2.20"), ("stray", "192.0.2.99")),
      ["warning: jail stray runs with 192.0.2.99, which no interface has now"])
  }

  @Test(arguments: [
    RunningHost.em0("inet 192.0.2.31 netmask 0xffffffff") + RunningHost.jls(("a", "192.0.2.31")),
    RunningHost.em0() + RunningHost.jls(),
    RunningHost.em0(),
    // what a network stack of its own has, the host doesn't show
    RunningHost.em0() + "== live: jls\njid=1 name=a path=/jails/a vnet=new ip4.addr=192.0.2.31\n",
    // a jail that is dying
    RunningHost.em0() + "== live: jls\njid=1 name=a dying vnet=inherit ip4.addr=192.0.2.31\n",
  ])
  func `is silent where it is there or no jail runs`(_ live: String) {
    expectSilence(
      of: RunningJailWithoutAddress.self, in: files("ip4.addr = \"em0|192.0.2.31\";") + live)
  }
}
