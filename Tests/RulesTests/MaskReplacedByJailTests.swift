import TestHosts
import Testing

@testable import Rules

struct MaskReplacedByJailTests {
  private func host(_ jail: String) -> String {
    """
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_alias0="inet ‹198.51.100.5›/24"
    ifconfig_em0_ipv6="inet6 2001:db8::1/64"
    jail_enable="YES"
    == /etc/jail.conf
    persist; path = "/jails/$name";
    \(jail)
    """
  }

  @Test(arguments: [("em0|198.51.100.5", 32), ("em0|198.51.100.5/28", 28)])
  func `names both masks`(_ address: String, _ length: Int) {
    expectFindings(
      of: MaskReplacedByJail.self, in: host("a { ip4.addr = \"«\(address)»\"; }"),
      ["warning: jail a makes 198.51.100.5/24 of the host on em0 a /\(length)"])
  }

  @Test(arguments: [
    ("YES", "em0 has 198.51.100.5/32 and loses the route to the network of /24"),
    (
      "NO",
      "once jail a starts, em0 has 198.51.100.5/32 and loses the route to the network of /24"
    ),
  ])
  func `tells what the boot does from what a start by hand would`(
    _ enabled: String, _ effect: String
  ) {
    let text = host("a { ip4.addr = \"em0|198.51.100.5\"; }").replacing("YES", with: enabled)
    let sketch = HostText(text).sketch
    let findings = Examination(
      sketch.forecast, capture: sketch.capture, rules: [MaskReplacedByJail.self]
    ).findings
    #expect(findings.map(\.effect) == [effect])
  }

  @Test(arguments: [
    "ip4.addr = 198.51.100.5;", "ip4.addr = \"em0|198.51.100.5/24\";",
    "ip4.addr = \"em0|198.51.100.6/32\";",
    "ip4.addr = \"em0|192.0.2.10\";",  // the primary address has another rule
    "ip6.addr = \"em0|2001:db8::1\";",  // IPv6 fails instead
  ])
  func `is silent where no mask changes`(_ setting: String) {
    expectSilence(
      of: MaskReplacedByJail.self, in: host("a { \(setting) }").filter { !"‹›".contains($0) })
  }

  @Test func `is silent about an address that another jail set`() {
    expectSilence(
      of: MaskReplacedByJail.self,
      in: host(
        "a { ip4.addr = \"em0|192.0.2.31/24\"; } b { ip4.addr = \"em0|192.0.2.31/32\"; }"
      ).filter { !"‹›".contains($0) })
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: MaskReplacedByJail.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias0="inet 198.51.100.5/24"
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          ip4.addr = "em0|198.51.100.5";
          exec.start = "/bin/sh /etc/rc";
        }
        """,
      """
      safe: drop em0| so that jail www uses the host's 198.51.100.5
      -   ip4.addr = "em0|198.51.100.5";
      +   ip4.addr = "198.51.100.5";
      review: write /24 on the side of jail www
      -   ip4.addr = "em0|198.51.100.5";
      +   ip4.addr = "em0|198.51.100.5/24";
      review: remove ifconfig_em0_alias0
      - ifconfig_em0_alias0="inet 198.51.100.5/24"
      """)
  }
}
