import Testing

@testable import Rules

struct BlankInAddressListTests {
  private func host(_ list: String) -> String {
    """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    ezjail_enable=YES
    == /usr/local/etc/ezjail/a
    export jail_a_hostname=a
    export jail_a_rootdir=/jails/a
    export jail_a_ip=\(list)
    """
  }

  @Test(arguments: ["192.0.2.31, 192.0.2.32", "em0|192.0.2.31 em0|192.0.2.32"])
  func `is an error when the jail fails or lacks an address`(_ list: String) {
    expectFindings(
      of: BlankInAddressList.self, in: host("«\"\(list)\"»"),
      ["error: jail_a_ip has a blank in it: \(list)"])
  }

  @Test(arguments: ["192.0.2.31 em0", "em0|192.0.2.31 netmask 255.255.255.0"])
  func `warns when the jail has all its addresses`(_ list: String) {
    expectFindings(
      of: BlankInAddressList.self, in: host("«\"\(list)\"»"),
      ["warning: jail_a_ip has a blank in it: \(list)"])
  }

  @Test(arguments: ["\"192.0.2.31,192.0.2.32\"", "\"em0|192.0.2.31\"", "\" 192.0.2.31 \"", "\"\""])
  func `is silent about lists without one`(_ list: String) {
    expectSilence(of: BlankInAddressList.self, in: host(list))
  }
}
