import Testing

@testable import Rules

struct AddressSharedByJailsTests {
  private func host(_ jails: String) -> String {
    """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    jail_enable="YES"
    == /etc/jail.conf
    persist; path = "/jails/$name";
    \(jails)
    """
  }

  @Test func `warns when a stop takes it from the others`() {
    expectFindings(
      of: AddressSharedByJails.self,
      in: host("a { ip4.addr = \"«em0|192.0.2.31»\"; } b { ip4.addr = ‹192.0.2.31›; }"),
      ["warning: 192.0.2.31 is shared by jails a, b"])
  }

  @Test func `notes one that all use bare`() {
    expectFindings(
      of: AddressSharedByJails.self,
      in: host(
        "a { ip4.addr = «192.0.2.10»; } b { ip4.addr = ‹192.0.2.10›; } c { ip4.addr = 192.0.2.10; } d { ip4.addr = 192.0.2.10; }"
      ),
      ["info: 192.0.2.10 is shared by jails a, b, c and 1 more"])
  }

  @Test(arguments: [
    "a { ip4.addr = 192.0.2.10; } b { ip4.addr = 192.0.2.11; }",
    "a { ip4.addr = 192.0.2.10, 192.0.2.10; }",
    "a { children.max = 1; ip4.addr = 192.0.2.10; } a.b { ip4.addr = 192.0.2.10; }",
    "a { ip4.addr = 192.0.2.10, 192.0.2.11; } b { ip4.addr = 192.0.2.10; }",  // clashes
  ])
  func `is silent about others`(_ jails: String) {
    expectSilence(of: AddressSharedByJails.self, in: host(jails))
  }
}
