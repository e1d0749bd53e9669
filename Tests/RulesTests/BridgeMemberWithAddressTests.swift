import Testing

@testable import Rules

struct BridgeMemberWithAddressTests {
  private func host(_ release: String, _ em0: String, _ jail: String = "") -> String {
    """
    == release: \(release)
    == hardware: em0 em1
    == /etc/rc.conf
    cloned_interfaces=bridge0
    ifconfig_bridge0="inet 192.0.2.10/24 addm em0"
    ifconfig_em0="\(em0)"
    jail_enable="YES"
    == /etc/jail.conf
    a { persist; path = /jails/a; \(jail) }
    """
  }

  @Test func `a jail's address on a member is refused by 15`() {
    expectFindings(
      of: BridgeMemberWithAddress.self,
      in: host("15.0", "up", "ip4.addr = «\"em0|192.0.2.31/32\"»;"),
      ["error: jail a puts an address on em0, a member of bridge0"])
  }

  @Test(arguments: [("1", 0), ("1 # until the move", 0), ("0", 1)])
  func `15 refuses it unless sysctl.conf(5) has it otherwise`(_ value: String, _ count: Int) {
    expectFindings(
      of: BridgeMemberWithAddress.self,
      in: host("15.0", "up", "ip4.addr = \"em0|192.0.2.31/32\";")
        + "\n== /etc/sysctl.conf\n# net.link.bridge.member_ifaddrs=1\n"
        + "net.link.bridge.member_ifaddrs=\(value)\n",
      Array(
        repeating: "error: jail a puts an address on em0, a member of bridge0", count: count))
  }

  @Test func `works before 15 and is told`() {
    expectFindings(
      of: BridgeMemberWithAddress.self,
      in: host("14.3", "up", "ip4.addr = \"«em0|192.0.2.31/32»\";"),
      ["warning: em0, a member of bridge0, has addresses; FreeBSD 15 refuses that"])
  }

  @Test(arguments: ["14.3", "15.0"])
  func `is silent about members without addresses`(_ release: String) {
    expectSilence(of: BridgeMemberWithAddress.self, in: host(release, "up"))
    expectSilence(
      of: BridgeMemberWithAddress.self,
      in: host(release, "up", "ip4.addr = \"bridge0|192.0.2.31/32\";"))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: BridgeMemberWithAddress.self,
      in: """
        == release: 15.0
        == hardware: em0
        == /etc/rc.conf
        cloned_interfaces="bridge0"
        ifconfig_bridge0="inet 192.0.2.10/24 addm em0"
        ifconfig_em0="up"
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          ip4.addr = "em0|192.0.2.31/32";
          persist;
        }
        """,
      """
      review: put it on bridge0
      -   ip4.addr = "em0|192.0.2.31/32";
      +   ip4.addr = "bridge0|192.0.2.31/32";
      """)
  }
}
