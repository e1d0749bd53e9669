import Testing

@testable import Rules

struct JailWithoutNetworkTests {
  private func host(_ jails: String) -> String {
    "jail_enable=YES\n== /etc/jail.conf\npersist; path = \"/jails/$name\";\n\(jails)"
  }

  @Test(arguments: ["«a» { }", "«a» { allow.raw_sockets; }"])
  func `finds a jail without addresses`(_ jails: String) {
    expectFindings(
      of: JailWithoutNetwork.self, in: host(jails), ["info: jail a has no addresses"])
  }

  @Test(arguments: [
    "a { ip4 = inherit; }", "a { ip4 = disable; }", "a { ip4.addr = 192.0.2.31; }", "a { vnet; }",
    "ip6 = inherit; a { }",
  ])
  func `is silent where something is said`(_ jails: String) {
    expectSilence(of: JailWithoutNetwork.self, in: host(jails))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: JailWithoutNetwork.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          persist;
        }
        """,
      """
      review: set ip4 = inherit for jail www
      +   ip4 = inherit;
      review: set ip4 = disable for jail www
      +   ip4 = disable;
      """)
  }
}
