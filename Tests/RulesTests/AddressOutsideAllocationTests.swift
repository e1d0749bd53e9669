import Testing

@testable import Rules

struct AddressOutsideAllocationTests {
  private func host(_ allocation: String, _ lines: String, _ jails: String = "") -> String {
    """
    == /usr/local/etc/jailscope.toml
    allocation = [\(allocation)]
    == /etc/rc.conf
    \(lines)
    == /etc/jail.conf
    \(jails)
    """
  }

  @Test func `names the address wherever it is written`() {
    expectFindings(
      of: AddressOutsideAllocation.self,
      in: host(
        #"‹"192.0.2.0/28"›"#, #"ifconfig_em0="inet «192.0.2.20»/24""#,
        #"a { ip4.addr = "‹192.0.2.20›"; } b { ip4.addr = "«192.0.2.99»"; }"#),
      [
        "warning: 192.0.2.20 is in none of the networks that the provider gave",
        "warning: 192.0.2.99 is in none of the networks that the provider gave",
      ])
  }

  @Test(arguments: [
    (#""192.0.2.0/28""#, #"ifconfig_em0="inet 192.0.2.15/24""#),  // the last one inside
    (#""192.0.2.0/28""#, #"ifconfig_em0_ipv6="inet6 2001:db8::1""#),  // of another family
    (#""192.0.2.0/28""#, #"ifconfig_em0="inet 172.16.0.1/24""#),  // nobody routes it
    (#""192.0.2.0/28", "198.51.100.0/24""#, #"ifconfig_em0="inet 198.51.100.3/24""#),
    ("", #"ifconfig_em0="inet 192.0.2.15/24""#),  // nothing told
  ])
  func `is silent inside and about what is not the provider's`(
    _ allocation: String, _ line: String
  ) {
    expectSilence(of: AddressOutsideAllocation.self, in: host(allocation, line))
  }
}
