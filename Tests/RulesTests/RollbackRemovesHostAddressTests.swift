import Testing

@testable import Rules

struct RollbackRemovesHostAddressTests {
  private func host(_ jail: String) -> String {
    """
    == missing: /jails/gone
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_alias0="inet ‹192.0.2.20›/32"
    jail_enable="YES"
    == /etc/jail.conf
    exec.start = "/bin/sh /etc/rc"; path = "/jails/$name";
    \(jail)
    """
  }

  @Test(arguments: [
    "gone { ip4.addr = \"«em0|192.0.2.20»\"; }",
    "a { ip4.addr = \"«em0|192.0.2.20»\"; exec.prestart = \"false\"; }",
    "a { ip4.addr = \"«em0|192.0.2.20»\", \"em9|192.0.2.21\"; }",
  ])
  func `names the address that the failed start takes`(_ jail: String) {
    let name = jail.prefix { $0 != " " }
    expectFindings(
      of: RollbackRemovesHostAddress.self, in: "== hardware: em0\n" + host(jail),
      ["warning: the failed start of jail \(name) takes 192.0.2.20/32 off em0"])
  }

  @Test(arguments: [
    "a { ip4.addr = \"em0|192.0.2.20\"; }",  // starts
    "gone { ip4.addr = 192.0.2.20; }",  // touches no interface
    "gone { ip4.addr = \"em0|192.0.2.30\"; }",  // the jail's own
    "gone { ip4.addr = \"em0|192.0.2.10/24\"; }",  // the primary address has another rule
    "gone { ip4.addr = \"em0|192.0.2.20\"; } a { ip4.addr = \"em0|192.0.2.20\"; }",  // put back
  ])
  func `is silent where nothing of the host goes`(_ jail: String) {
    expectSilence(
      of: RollbackRemovesHostAddress.self, in: host(jail).filter { !"‹›".contains($0) })
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: RollbackRemovesHostAddress.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias0="inet 192.0.2.20/32"
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          ip4.addr = "em0|192.0.2.20";
          exec.prestart = "false";
          exec.start = "/bin/sh /etc/rc";
        }
        """,
      """
      safe: drop em0| so that jail www uses the host's 192.0.2.20
      -   ip4.addr = "em0|192.0.2.20";
      +   ip4.addr = "192.0.2.20";
      """)
  }
}
