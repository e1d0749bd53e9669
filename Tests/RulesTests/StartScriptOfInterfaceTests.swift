import Testing

@testable import Rules

struct StartScriptOfInterfaceTests {
  @Test func `points at the first command`() {
    expectFindings(
      of: StartScriptOfInterface.self,
      in: """
        == hardware: em0
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        == /etc/start_if.em0
        # jumbo frames
        «ifconfig em0 mtu 9000»
        """, ["info: /etc/start_if.em0 runs before em0 is configured"])
  }

  @Test(arguments: ["em7", "em0\n# nothing"])
  func `is silent about what is not run or empty`(_ file: String) {
    expectSilence(
      of: StartScriptOfInterface.self,
      in: "== hardware: em0\n== /etc/rc.conf\nifconfig_em0=up\n== /etc/start_if.\(file)")
  }
}
