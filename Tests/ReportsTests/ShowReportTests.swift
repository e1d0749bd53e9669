import HostModel
import Reports
import TestHosts
import Testing

/// Interfaces, addresses and jails side by side.
struct ShowReportTests {
  private func lines(_ host: HostSketch, columns: Int = 80) -> [String] {
    ReportKind.show.lines(host, columns: columns)
  }

  @Test func `a row where host and jail disagree stands out and has both lengths`() {
    #expect(
      lines(conflict) == [
        "NOT BOOT-SAFE  host.example.org, FreeBSD 14.3",
        "",
        "INTERFACE   ADDRESS         WHOSE           JAILS        STATE",
        "lo0         ::1/128         default",
        "            127.0.0.1/8     default",
        "vtnet0      192.0.2.10/24   /etc/rc.conf:2",
        "            2001:db8::1/64  /etc/rc.conf:3",
        "           !2001:db8::3/64  /etc/rc.conf:5  git (fails)  /64 vs /128",
        "              jail git asks for /128 by default (/etc/jail.conf:3)",
        "",
        "! a jail asks for another length, changes the address or takes it away",
      ])
  }

  @Test(arguments: [
    (
      #"a { ip4.addr = "vtnet0|192.0.2.30"; }"#,
      "            192.0.2.30/32   jail a,           a      /32 by default"
    ),
    (
      #"a { ip4.addr = "vtnet0|192.0.2.10"; }"#,
      "vtnet0     !192.0.2.10/32   /etc/rc.conf:2  a      /24 -> /32"
    ),
    (
      #"a { ip6.addr = "vtnet0|2001:db8::1/64"; }"#,
      "            2001:db8::1/64  /etc/rc.conf:3  a      stop removes it"
    ),
    (
      #"a { path = /nope; ip6.addr = "vtnet0|2001:db8::1/64"; }"#,
      "           !2001:db8::1/64  /etc/rc.conf:3  a (fails)  gone"
    ),
    ("a { vnet; vnet.interface = vtnet0; }", "  a: vtnet0"),
    ("a { }", "  a"),
    ("a { ip4.addr = 192.0.2.77; }", "  192.0.2.77  jail a (/etc/jail.conf:3)"),
  ])
  func `the table says what becomes of an address`(_ jails: String, _ row: String) {
    let host = HostSketch(jails: jails, missingPaths: ["/nope"])
    let text = lines(host)
    #expect(
      text.contains { $0.hasPrefix(row.prefix { $0 != "," }) || $0 == row }, "\(text)")
  }

  @Test func `an interface without an address and one with a lease have a row`() {
    let host = HostSketch([
      "/etc/rc.conf": "cloned_interfaces=lo1\nifconfig_vtnet0=DHCP\n"
    ])
    let text = lines(host)
    #expect(text.contains { $0.hasPrefix("lo1         no address") && $0.hasSuffix("created") })
    #expect(text.contains { $0.hasPrefix("vtnet0     ?not known") })
    #expect(text.contains("? not known"))
  }

  @Test func `each address has one row however many jails name it`() {
    let host = HostSketch(jails: "a { ip4.addr = 192.0.2.10; } b { ip4.addr = 192.0.2.10; }")
    let rows = lines(host).filter { $0.contains("192.0.2.10") }
    #expect(rows == ["vtnet0      192.0.2.10/24   /etc/rc.conf:2  a, b"])
  }

  @Test(arguments: [20, 40, 60, 80, 100, 140])
  func `no line is too long`(_ columns: Int) {
    let long = "2001:db8:1111:2222:3333:4444:5555"
    let jails = (0..<30).map {
      "a-jail-with-a-long-name-\($0) { ip6.addr = \"vtnet0|\(long):\($0 % 3)\"; }\n"
    }
    let host = HostSketch(
      rc: "ifconfig_vtnet0_alias0=\"inet6 \(long):1 prefixlen 64\"", jails: jails.joined())
    #expect(lines(host, columns: columns).allSatisfy { $0.unicodeScalars.count <= columns })
  }

  @Test func `a vnet jail is shown with what its own files make of it`() {
    let host = HostSketch(
      [
        "/etc/rc.conf": "cloned_interfaces=epair0\njail_enable=YES\n",
        "/etc/jail.conf":
          "a { path = /a; exec.start = \"/bin/sh /etc/rc\"; vnet; vnet.interface = epair0b; }\n",
        "/a/etc/rc.conf": "ifconfig_epair0b=\"inet 192.0.2.31/24\"\n",
      ])
    let text = lines(host)
    let start = text.firstIndex(of: "vnet jails") ?? 0
    #expect(
      Array(text[start...].prefix(4)) == [
        "vnet jails", "  a: epair0b", "  inside a", "    epair0b  192.0.2.31/24",
      ])
    let forecast = ReportKind.forecast.lines(host)
    #expect(
      forecast.contains(
        "    inside: ok  /sbin/ifconfig epair0b inet 192.0.2.31/24  /a/etc/rc.conf:1"))
    #expect(forecast.contains("    inside: epair0b  192.0.2.31/24"))
  }
}
