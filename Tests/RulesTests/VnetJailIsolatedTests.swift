import Testing

@testable import Rules

struct VnetJailIsolatedTests {
  private func host(_ jail: String) -> String {
    """
    == /etc/rc.conf
    cloned_interfaces=epair0
    jail_enable=YES
    == /etc/jail.conf
    \(jail)
    """
  }

  @Test func `finds an empty stack`() {
    expectFindings(
      of: VnetJailIsolated.self, in: host("«a» { persist; path = /a; vnet; }"),
      ["warning: jail a comes up with an empty network stack"])
  }

  @Test func `finds a legacy jail without addresses`() {
    expectFindings(
      of: VnetJailIsolated.self,
      in: "jail_enable=YES\njail_list=a\njail_a_hostname=a\njail_a_rootdir=«/jails/a»\n",
      ["warning: jail a comes up with an empty network stack, for it has no address"])
  }

  @Test func `offers the end of an epair that no jail has`() {
    expectWays(
      of: VnetJailIsolated.self, in: host("a { persist; path = /a; vnet; }"),
      """
      review: give epair0b to jail a
      - a { persist; path = /a; vnet; }
      + a { persist; path = /a; vnet; vnet.interface = "epair0b"; }
      """)
    expectWays(
      of: VnetJailIsolated.self,
      in: host(
        "b { persist; path = /b; vnet; vnet.interface = epair0b; }\na { persist; path = /a; vnet; }"
      ),
      "")
  }

  @Test(arguments: [
    "a { persist; path = /a; vnet; vnet.interface = epair0b; }",
    "a { persist; path = /a; vnet; exec.created = \"/opt/jib $name\"; }",
    "a { persist; path = /a; ip4 = inherit; }",
  ])
  func `is silent about others`(_ jail: String) {
    expectSilence(of: VnetJailIsolated.self, in: host(jail))
  }
}
