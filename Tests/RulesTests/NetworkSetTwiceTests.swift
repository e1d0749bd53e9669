import Testing

@testable import Rules

struct NetworkSetTwiceTests {
  private func host(_ rc: String, _ jail: String = "", sysctl: String = "1") -> String {
    """
    == hardware: em0 em1
    == /etc/sysctl.conf
    net.inet.ip.no_same_prefix=\(sysctl)
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    \(rc)
    jail_enable="YES"
    == /etc/jail.conf
    persist; path = "/jails/$name";
    \(jail)
    """
  }

  @Test func `names what is refused and what is there`() {
    expectFindings(
      of: NetworkSetTwice.self,
      in: host(
        "ifconfig_em1=\"inet «192.0.2.11»/24\"", "a { ip4.addr = \"«em0|192.0.2.31/24»\"; }"),
      [
        "error: rc.conf(5) brings 192.0.2.0/24 to em1, and em0 has it already",
        "error: jail a brings 192.0.2.0/24 to em0, and em0 has it already",
      ])
  }

  @Test func `is silent where the kernel takes it, or refuses it for another reason`() {
    for rc in [
      "ifconfig_em0_alias0=\"inet 192.0.2.11/32\"", "ifconfig_em1=\"inet 192.0.2.129/25\"",
      "ifconfig_em1=\"inet 198.51.100.1/24\"",
    ] {
      expectSilence(of: NetworkSetTwice.self, in: host(rc, "a { ip4.addr = \"em0|192.0.2.31\"; }"))
    }
    expectSilence(
      of: NetworkSetTwice.self, in: host("ifconfig_em1=\"inet 192.0.2.11/24\"", sysctl: "0"))
  }

  @Test func `offers /32 for a further address, and nothing for an interface's own`() {
    expectWays(
      of: NetworkSetTwice.self, in: host("ifconfig_em0_alias0=\"inet 192.0.2.11/24\""),
      """
      review: write /32 behind 192.0.2.11
      - ifconfig_em0_alias0="inet 192.0.2.11/24"
      + ifconfig_em0_alias0="inet 192.0.2.11/32"
      """)
    expectWays(
      of: NetworkSetTwice.self, in: host("", "a { ip4.addr = em0|192.0.2.31/24; }"),
      """
      review: write /32 behind 192.0.2.31
      - a { ip4.addr = em0|192.0.2.31/24; }
      + a { ip4.addr = em0|192.0.2.31/32; }
      """)
    expectWays(of: NetworkSetTwice.self, in: host("ifconfig_em1=\"inet 192.0.2.11/24\""), "")
  }
}
