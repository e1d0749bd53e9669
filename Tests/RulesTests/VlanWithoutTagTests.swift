import Testing

@testable import Rules

struct VlanWithoutTagTests {
  private func host(_ rc: String) -> String { "== hardware: em0\n== /etc/rc.conf\n\(rc)" }

  @Test(arguments: ["jails", "vlan5"])
  func `names the interface without a number`(_ name: String) {
    expectFindings(
      of: VlanWithoutTag.self, in: host("vlans_em0=\"100 «\(name)»\"\nifconfig_em0=up"),
      ["warning: \(name) is created without the number of a vlan"])
  }

  @Test(arguments: [
    "vlans_em0=\"100 101\"", "vlans_em0=\"jails\"\ncreate_args_jails=\"vlan 100\"",
    "vlans_em0=\"vlan5\"\nifconfig_vlan5=\"vlan 5 vlandev em0\"",
  ])
  func `is silent where a number is`(_ rc: String) {
    expectSilence(of: VlanWithoutTag.self, in: host(rc))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: VlanWithoutTag.self,
      in: """
        == hardware: em0
        == /etc/rc.conf
        vlans_em0="net100"
        ifconfig_em0="up"
        ifconfig_net100="inet 192.0.2.1/24"
        """,
      """
      review: set create_args_net100 to "vlan 100"
      + create_args_net100="vlan 100"
      """)
  }
}
