import Testing

@testable import Rules

struct JailStartsOnlyAtBootTests {
  private let files = """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_ipv6="inet6 2001:db8::1/64"
    jail_enable="YES"
    == /etc/jail.conf
    persist; path = "/jails/$name";
    a { ip6.addr = "em0|2001:db8::3"; }
    b { ip4.addr = "em0|192.0.2.31"; }

    """
  private let network = "inet6 2001:db8::1 prefixlen 64"

  @Test(arguments: [("1", 0), ("0", 1)])
  func `the running host's sysctl decides what a start meets now`(_ value: String, _ count: Int) {
    expectFindings(
      of: JailStartsOnlyAtBoot.self,
      in: """
        == release: 15.0
        == hardware: em0
        == /etc/rc.conf
        ifconfig_em0="up"
        jail_enable="YES"
        == /etc/jail.conf
        a { persist; path = /jails/a; ip4.addr = "em0|192.0.2.31/32"; }
        == live: ifconfig
        em0: flags=8843<UP,BROADCAST> metric 0 mtu 1500
        bridge0: flags=8843<UP,BROADCAST> metric 0 mtu 1500
          member: em0 flags=143<LEARNING>
          groups: bridge
        == live: jls

        == live: sysctl
        net.link.bridge.member_ifaddrs: \(value)

        """,
      Array(
        repeating: "info: jail a can't be started now and will start at the next boot", count: count
      ))
  }

  @Test func `finds a start that an address of the running host is in the way of`() {
    let host =
      files.replacing("a {", with: "«a» {")
      + RunningHost.em0(network, "inet6 2001:db8::3 prefixlen 64")
      + RunningHost.jls(("b", "192.0.2.31"))
    expectFindings(
      of: JailStartsOnlyAtBoot.self, in: host,
      ["info: jail a can't be started now and will start at the next boot"])
    expectCommands(
      of: JailStartsOnlyAtBoot.self, in: host,
      """
      take off what is in the way of jail a
        ifconfig em0 inet6 2001:db8::3 -alias
      """)
  }

  @Test func `finds a start that a running jail with the same address is in the way of`() {
    expectFindings(
      of: JailStartsOnlyAtBoot.self,
      in: files + RunningHost.em0(network) + RunningHost.jls(("old", "192.0.2.31,192.0.2.32")),
      ["info: jail b can't be started now and will start at the next boot"])
  }

  @Test(arguments: [
    // it runs
    ("inet6 2001:db8::3 prefixlen 64", RunningHost.jls(("a", ""), ("b", "192.0.2.31"))),
    // nothing is in the way
    ("inet6 2001:db8::4 prefixlen 64", RunningHost.jls(("b", "192.0.2.31"))),
    ("inet6 2001:db8::3 prefixlen 128", RunningHost.jls(("b", "192.0.2.31"))),
    // nobody knows which jails run
    ("inet6 2001:db8::3 prefixlen 64", ""),
    (
      "inet6 2001:db8::3 prefixlen 64", "== live: jls\nJID IP Address Hostname Path\n1 a /jails/a\n"
    ),
  ])
  func `is silent where it runs, can start, or nobody knows`(_ address: String, _ jails: String) {
    expectSilence(
      of: JailStartsOnlyAtBoot.self, in: files + RunningHost.em0(network, address) + jails)
  }
}
