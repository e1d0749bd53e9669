import Testing

@testable import Rules

struct InterfaceTakenByVnetJailTests {
  private func host(_ jails: String) -> String {
    """
    == hardware: em0 em1
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    jail_enable="YES"
    == /etc/jail.conf
    persist; path = "/jails/$name";
    \(jails)
    """
  }

  @Test func `names the jail that has it`() {
    expectFindings(
      of: InterfaceTakenByVnetJail.self,
      in: host("r { vnet; vnet.interface = ‹em1›; } a { ip4.addr = \"«em1»|198.51.100.5\"; }"),
      ["error: jail a needs em1, which jail r has taken"])
  }

  @Test(arguments: [
    "a { ip4.addr = \"em1|198.51.100.5\"; } r { vnet; }",
    "a { ip4.addr = \"em0|192.0.2.5\"; } r { vnet; vnet.interface = em1; }",
    "a { ip4.addr = \"em7|192.0.2.5\"; }",
  ])
  func `is silent about others`(_ jails: String) {
    expectSilence(of: InterfaceTakenByVnetJail.self, in: host(jails))
  }
}
