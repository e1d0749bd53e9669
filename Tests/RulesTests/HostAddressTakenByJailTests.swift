import Testing

@testable import Rules

struct HostAddressTakenByJailTests {
  private func host(_ jail: String, enable: String = "YES") -> String {
    """
    == hardware: em0 em1
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_alias0="inet ‹192.0.2.20›/32"
    ifconfig_em0_alias1="inet vhid 1 alias 192.0.2.21/32"
    jail_enable="\(enable)"
    == /etc/jail.conf
    persist; path = "/jails/$name";
    \(jail)
    """
  }

  @Test(arguments: ["em0|192.0.2.20", "em0|192.0.2.20/32"])
  func `names both places`(_ address: String) {
    expectFindings(
      of: HostAddressTakenByJail.self, in: host("a { ip4.addr = \"«\(address)»\"; }"),
      ["warning: jail a takes over 192.0.2.20/32 on em0, which the host sets, too"])
  }

  @Test func `finds a jail that nothing starts`() {
    expectFindings(
      of: HostAddressTakenByJail.self,
      in: host("a { ip4.addr = \"«em0|192.0.2.20»\"; }", enable: "NO"),
      ["warning: jail a takes over 192.0.2.20/32 on em0, which the host sets, too"])
  }

  @Test(arguments: [
    "ip4.addr = 192.0.2.20;",  // used as it is found
    "ip4.addr = \"em0|192.0.2.22\";",  // the jail's own
    "ip4.addr = \"em1|192.0.2.20\";", "ip4.addr = \"em0|192.0.2.20/24\";",
    "ip4.addr = \"em0|192.0.2.10/24\";", "ip4.addr = \"em0|192.0.2.21/32\";",  // other rules
  ])
  func `is silent about other addresses`(_ setting: String) {
    expectSilence(
      of: HostAddressTakenByJail.self,
      in: host("a { \(setting) }").filter { !"‹›".contains($0) })
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: HostAddressTakenByJail.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias0="inet 192.0.2.20/32"
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          ip4.addr = "em0|192.0.2.20";
          exec.start = "/bin/sh /etc/rc";
        }
        """,
      """
      safe: drop em0| so that jail www uses the host's 192.0.2.20
      -   ip4.addr = "em0|192.0.2.20";
      +   ip4.addr = "192.0.2.20";
      review: remove ifconfig_em0_alias0
      - ifconfig_em0_alias0="inet 192.0.2.20/32"
      """)
  }

  @Test func `drops the length by which iocage misses the host's address`() {
    expectWays(
      of: HostAddressTakenByJail.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias0="inet 192.0.2.20/24"
        iocage_enable="YES"
        == /iocage/jails/web/config.json
        {
            "CONFIG_VERSION": "29",
            "boot": 1,
            "host_hostuuid": "web",
            "ip4": "new",
            "ip4_addr": "192.0.2.20/24"
        }
        """,
      """
      safe: drop /24 so that jail ioc-web uses the host's 192.0.2.20
      -     "ip4_addr": "192.0.2.20/24"
      +     "ip4_addr": "192.0.2.20"
      review: remove ifconfig_em0_alias0
      - ifconfig_em0_alias0="inet 192.0.2.20/24"
      """)
  }
}
