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
}
