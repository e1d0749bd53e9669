import TestHosts
import Testing

@testable import Rules

struct HostPrimaryTakenByJailTests {
  private func host(_ jail: String, enable: String = "YES") -> String {
    """
    == missing: /jails/gone
    == /etc/rc.conf
    ifconfig_em0="inet ‹192.0.2.10›/24"
    ifconfig_em0_alias0="inet 192.0.2.20/32"
    jail_enable="\(enable)"
    == /etc/jail.conf
    persist; path = "/jails/$name";
    \(jail)
    """
  }

  @Test(arguments: ["em0|192.0.2.10", "em0|192.0.2.10/24"])
  func `is an error with any mask`(_ address: String) {
    expectFindings(
      of: HostPrimaryTakenByJail.self, in: host("a { ip4.addr = \"«\(address)»\"; }"),
      ["error: jail a takes over 192.0.2.10/24, the primary address of em0"])
  }

  @Test func `is an error when a failed start takes it off`() {
    expectFindings(
      of: HostPrimaryTakenByJail.self, in: host("gone { ip4.addr = \"«em0|192.0.2.10/24»\"; }"),
      ["error: jail gone takes over 192.0.2.10/24, the primary address of em0"])
  }

  @Test func `warns when nothing starts the jail`() {
    expectFindings(
      of: HostPrimaryTakenByJail.self,
      in: host("a { ip4.addr = \"«em0|192.0.2.10»\"; }", enable: "NO"),
      ["warning: jail a takes over 192.0.2.10/24, the primary address of em0"])
  }

  @Test func `finds the primary address of IPv6`() {
    expectFindings(
      of: HostPrimaryTakenByJail.self,
      in: """
        ifconfig_em0_ipv6="inet6 ‹2001:db8::1› prefixlen 64"
        jail_enable=YES
        == /etc/jail.conf
        a { path = /jails/a; persist; ip6.addr = "«em0|2001:db8::1/64»"; }
        """, ["error: jail a takes over 2001:db8::1/64, the primary address of em0"])
  }

  @Test(arguments: [
    "a { ip4.addr = 192.0.2.10; }", "a { ip4 = inherit; }", "a { ip4.addr = \"em0|192.0.2.20\"; }",
    "a { ip4.addr = \"em0|192.0.2.30\"; }",
  ])
  func `is silent about jails that leave it alone`(_ jail: String) {
    expectSilence(
      of: HostPrimaryTakenByJail.self, in: host(jail).filter { !"‹›".contains($0) })
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: HostPrimaryTakenByJail.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        defaultrouter="192.0.2.1"
        jail_enable="YES"
        == /etc/jail.conf
        app {
          path = "/jails/app";
          ip4.addr = "em0|192.0.2.10";
          exec.start = "/bin/sh /etc/rc";
        }
        """,
      """
      safe: drop em0| so that jail app uses the host's 192.0.2.10
      -   ip4.addr = "em0|192.0.2.10";
      +   ip4.addr = "192.0.2.10";
      """)
  }

  @Test func `is told behind what makes the start fail`() {
    let sketch = HostText(
      """
      == missing: /jails/gone
      == /etc/rc.conf
      ifconfig_em0="inet 192.0.2.10/24"
      jail_enable="YES"
      == /etc/jail.conf
      app { path = "/jails/gone"; persist; ip4.addr = "em0|192.0.2.10"; }
      """
    ).sketch
    let found = Examination(sketch.forecast, capture: sketch.capture).findings
    #expect(found.map(\.rule).prefix(2) == [PathMissing.name, HostPrimaryTakenByJail.name])
  }
}
