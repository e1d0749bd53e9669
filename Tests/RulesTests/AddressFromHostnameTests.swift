import Testing

@testable import Rules

struct AddressFromHostnameTests {
  private func host(_ jail: String) -> String {
    """
    jail_enable=YES
    == /etc/hosts
    192.0.2.31 a.example.org
    == /etc/jail.conf
    persist; path = "/jails/$name"; host.hostname = "$name.example.org";
    \(jail)
    """
  }

  @Test func `is an error when nothing can resolve the name`() {
    expectFindings(
      of: AddressFromHostname.self, in: host("«b» { ip_hostname; }"),
      ["error: jail b has the addresses that b.example.org resolves to"])
  }

  @Test func `warns when hosts has the name`() {
    expectFindings(
      of: AddressFromHostname.self, in: host("«a» { ip_hostname; }"),
      ["warning: jail a has the addresses that a.example.org resolves to"])
  }

  @Test(arguments: ["b { }", "b { noip_hostname; }", "b { ip4.addr = 192.0.2.32; }"])
  func `is silent about jails that name their addresses`(_ jail: String) {
    expectSilence(of: AddressFromHostname.self, in: host(jail))
  }
}
