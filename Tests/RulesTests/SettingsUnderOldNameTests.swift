import Testing

@testable import Rules

struct SettingsUnderOldNameTests {
  private func host(_ rc: String) -> String {
    "== hardware: em0\n== /etc/rc.conf\nifconfig_em0_name=‹lan›\n\(rc)"
  }

  @Test func `names the settings that are not read`() {
    expectFindings(
      of: SettingsUnderOldName.self,
      in: host("ifconfig_em0=«DHCP»\nifconfig_em0_alias0=‹\"inet 192.0.2.20/32\"›"),
      ["warning: 2 settings are for em0, which is renamed to lan"])
  }

  @Test(arguments: ["ifconfig_lan=DHCP", "", "ifconfig_em1=DHCP"])
  func `is silent about the new name`(_ rc: String) {
    expectSilence(of: SettingsUnderOldName.self, in: host(rc).filter { !"‹›".contains($0) })
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: SettingsUnderOldName.self,
      in: """
        == hardware: em0
        == /etc/rc.conf
        ifconfig_em0_name="lan"
        ifconfig_em0="inet 192.0.2.10/24"
        """,
      """
      safe: write lan in place of em0 in the names
      - ifconfig_em0="inet 192.0.2.10/24"
      + ifconfig_lan="inet 192.0.2.10/24"
      """)
  }
}
