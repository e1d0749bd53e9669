import Testing

@testable import Rules

struct AddressListGapTests {
  private func host(_ lines: String) -> String {
    "== /etc/rc.conf\njail_enable=YES\njail_list=a\njail_a_hostname=a\njail_a_rootdir=/a\n\(lines)\n"
  }

  @Test(arguments: [
    ("jail_a_ip=192.0.2.1\njail_a_ip_multi1=«192.0.2.2»", "jail_a_ip_multi1", "jail_a_ip_multi0"),
    (
      "jail_a_ip=192.0.2.1\njail_a_ip_multi0=192.0.2.2\njail_a_ip_multi2=«192.0.2.3»",
      "jail_a_ip_multi2", "jail_a_ip_multi1"
    ),
    ("jail_a_ip_multi0=«192.0.2.2»", "jail_a_ip_multi0", "jail_a_ip"),
  ])
  func `names what is not read and why`(_ lines: String, _ name: String, _ missing: String) {
    expectFindings(
      of: AddressListGap.self, in: host(lines),
      ["warning: \(name) is never read: \(missing) is not set"])
  }

  @Test(arguments: [
    "jail_a_ip=192.0.2.1\njail_a_ip_multi0=192.0.2.2\njail_a_ip_multi1=192.0.2.3",
    "jail_a_ip=192.0.2.1", "",
  ])
  func `is silent about numbers without a gap`(_ lines: String) {
    expectSilence(of: AddressListGap.self, in: host(lines))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: AddressListGap.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        jail_enable="YES"
        jail_list="www"
        jail_www_hostname="www.example.org"
        jail_www_rootdir="/jails/www"
        jail_www_ip="em0|192.0.2.31"
        jail_www_ip_multi1="em0|192.0.2.32"
        """,
      """
      safe: rename jail_www_ip_multi1 to jail_www_ip_multi0
      - jail_www_ip_multi1="em0|192.0.2.32"
      + jail_www_ip_multi0="em0|192.0.2.32"
      """)
  }
}
