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

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: BlankInAddressList.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ezjail_enable="YES"
        == /usr/local/etc/ezjail/mail
        export jail_mail_hostname="mail.example.org"
        export jail_mail_rootdir="/jails/mail"
        export jail_mail_ip="em0|192.0.2.31, em0|192.0.2.32"
        """,
      """
      safe: remove the blanks from jail_mail_ip
      - export jail_mail_ip="em0|192.0.2.31, em0|192.0.2.32"
      + export jail_mail_ip="em0|192.0.2.31,em0|192.0.2.32"
      """)
    expectWays(
      of: BlankInAddressList.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0_ipv6="inet6 2001:db8::1/64"
        ezjail_enable="YES"
        == /usr/local/etc/ezjail/mail
        export jail_mail_hostname="mail.example.org"
        export jail_mail_rootdir="/jails/mail"
        export jail_mail_ip='em0|2001:db8::5 prefixlen 64,em0|2001:db8::6 prefixlen 64'
        """,
      """
      safe: write the lengths in jail_mail_ip as /N
      - export jail_mail_ip='em0|2001:db8::5 prefixlen 64,em0|2001:db8::6 prefixlen 64'
      + export jail_mail_ip='em0|2001:db8::5/64,em0|2001:db8::6/64'
      """)
  }
}
