import Testing

@testable import Rules

struct GlobalJailInterfaceTests {
  private func host(_ ip: String, _ interface: String = "jail_interface=em0") -> String {
    """
    ifconfig_em0="inet 192.0.2.10/24"
    jail_enable=YES
    jail_list=a
    \(interface)
    jail_a_hostname=a
    jail_a_rootdir=/jails/a
    jail_a_ip="\(ip)"

    """
  }

  @Test func `tells which jails it is about`() {
    expectFindings(
      of: GlobalJailInterface.self,
      in: host("192.0.2.31,em0|192.0.2.32", "jail_interface=«em0»"),
      ["info: jail_interface puts bare addresses of a jail on em0"])
  }

  @Test func `is silent where no address is bare`() {
    expectSilence(of: GlobalJailInterface.self, in: host("em0|192.0.2.31"))
    expectSilence(of: GlobalJailInterface.self, in: host("192.0.2.31", ""))
  }
}
