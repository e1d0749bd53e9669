import Testing

@testable import Rules

struct InterfaceCreatedTooLateTests {
  private func host(_ jail: String) -> String {
    """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    jail_enable="YES"
    == /etc/jail.conf
    a { persist; path = /jails/a; \(jail) ip4.addr = "‹lo1›|198.51.100.1"; }
    """
  }

  @Test(arguments: [
    "exec.prestart = «\"ifconfig lo1 create\"»;",
    "exec.created = «\"/sbin/ifconfig lo1 create up\"»;",
    "exec.prestart = «\"ifconfig lo1 create || true\"»;",
  ])
  func `finds a creation that comes too late`(_ jail: String) {
    expectFindings(
      of: InterfaceCreatedTooLate.self, in: host(jail),
      ["error: jail a creates lo1 only after it needs it"])
  }

  @Test(arguments: [
    "exec.prepare = \"ifconfig lo1 create\";", "exec.prestart = \"ifconfig lo11 create\";", "",
  ])
  func `is silent about others`(_ jail: String) {
    expectSilence(
      of: InterfaceCreatedTooLate.self, in: host(jail).filter { !"‹›".contains($0) })
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: InterfaceCreatedTooLate.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          exec.prestart = "ifconfig lo1 create";
          ip4.addr = "lo1|198.51.100.1";
          persist;
        }
        """,
      """
      review: add lo1 to cloned_interfaces, and remove the command that creates it
      -   exec.prestart = "ifconfig lo1 create";
      + cloned_interfaces="lo1"
      review: write exec.prepare in place of exec.prestart
      -   exec.prestart = "ifconfig lo1 create";
      +   exec.prepare = "ifconfig lo1 create";
      """)
  }
}
