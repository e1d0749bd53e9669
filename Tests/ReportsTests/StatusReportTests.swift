import HostModel
import Reports
import TestHosts
import Testing

/// The glance: what it says, and that it stays a glance.
struct StatusReportTests {
  private func lines(_ host: HostSketch) -> [String] { ReportKind.status.lines(host) }

  @Test func `a prefix length conflict is told from both sides`() {
    #expect(
      lines(conflict) == [
        "NOT BOOT-SAFE  host.example.org, FreeBSD 14.3",
        "1 of 1 jail will not start at the next boot",
        "",
        "git will not start",
        "  /sbin/ifconfig vtnet0 inet6 2001:db8::3 prefixlen 128 alias",
        "  ifconfig: ioctl (SIOCAIFADDR): Invalid argument",
        "  2001:db8::3 is on vtnet0 with /64 (/etc/rc.conf:5), the jail asks for /128 by",
        "    default (/etc/jail.conf:3)",
        "",
        "jails: 0 start, 1 fail   interfaces: 2   addresses: 5   commands: 8 (1 fail)",
      ])
  }

  @Test func `a safe host takes four lines`() {
    #expect(
      lines(HostSketch(jails: #"a { ip4.addr = "vtnet0|192.0.2.30"; }"#)) == [
        "BOOT-SAFE  host.example.org, FreeBSD 14.3",
        "every jail will start at the next boot",
        "",
        "jails: 1 start, 0 fail   interfaces: 2   addresses: 5   commands: 8",
      ])
  }

  @Test func `a release nobody told is said to be assumed`() {
    let host = HostSketch(["/etc/rc.conf": ""], release: nil)
    #expect(lines(host).first == "BOOT-SAFE  FreeBSD 14.3, assumed")
  }

  @Test func `a boot that stops is told with the line sh prints`() {
    let host = HostSketch(rc: #"x="never closed"#, jails: "a { } b { }")
    #expect(
      lines(host).prefix(3) == [
        "NOT BOOT-SAFE  host.example.org, FreeBSD 14.3",
        "the boot stops while /etc/rc reads its settings: no network, none of 2 jails",
        "/etc/rc.conf: 5: Syntax error: Unterminated quoted string",
      ])
  }

  @Test(arguments: [
    (
      #"a { path = /nope; ip4.addr = "vtnet0|192.0.2.10/24"; }"#,
      "the failed start of jail a takes 192.0.2.10/24 off vtnet0 (/etc/rc.conf:2)"
    ),
    (
      #"a { ip4.addr = "vtnet0|192.0.2.10"; }"#,
      "jail a makes 192.0.2.10/24 on vtnet0 a /32 (/etc/rc.conf:2)"
    ),
    (
      #"a { ip6.addr = "vtnet0|2001:db8::1/64"; }"#,
      "stopping jail a will take 2001:db8::1/64 off vtnet0 (/etc/rc.conf:3)"
    ),
    ("a { vnet; vnet.interface = vtnet0; }", "jail a takes vtnet0 with 192.0.2.10/24"),
    ("a { ip4.addr = 192.0.2.77; }", "jail a starts with 192.0.2.77, which no interface has"),
    (
      "a { depend = b; } b { path = /nope; mount.devfs; }",
      "  it depends on b, which does not start"
    ),
    (
      "a { ip4.addr = 192.0.2.10; } b { ip4.addr = 192.0.2.10, 192.0.2.11; }",
      "  jail a has 192.0.2.10 already"
    ),
    ("a { ip4.addr = 192.0.2.10, 192.0.2.10; }", "  it lists 192.0.2.10 twice"),
    (
      "a { exec.prestart = /opt/setup; }",
      "not known: jail a: whether `/opt/setup` succeeds is not known"
    ),
  ])
  func `what happens to a jail or the host is one line`(_ jails: String, _ line: String) {
    let host = HostSketch(jails: jails, missingPaths: ["/nope"])
    #expect(lines(host).contains { $0.hasPrefix(line) }, "\(lines(host))")
  }

  @Test func `jails a broken file takes down are told together`() {
    let jails = (0..<9).map { "j\($0) { }" }.joined(separator: "\n") + "\n}"
    let text = lines(HostSketch(jails: jails))
    #expect(text.contains("j0, j1, j2, j3 and 5 more will not start"))
    #expect(text.count { $0.contains("syntax error") } == 1)
  }

  /// Every jail fails, takes an address or can't be told, in numbers that fit and that don't.
  @Test(arguments: [1, 2, 3, 4, 5, 6, 8, 12, 20, 40, 200], [20, 40, 80, 140])
  func `it has at most 20 lines and no line is too long`(_ count: Int, _ columns: Int) {
    var rc = ""
    var jails = ""
    for number in 0..<count {
      rc += "ifconfig_vtnet0_alias\(number)=\"inet6 2001:db8::1:\(number) prefixlen 64\"\n"
      jails += "fails\(number) { ip6.addr = \"vtnet0|2001:db8::1:\(number)\"; }\n"
      jails += "takes\(number) { ip4.addr = \"vtnet0|192.0.2.10/\(number % 8 + 20)\"; }\n"
      jails += "unknown\(number) { exec.prestart = /opt/setup; }\n"
      jails += "absent\(number) { ip4.addr = 198.51.100.\(number); }\n"
    }
    let host = HostSketch(rc: rc + "/opt/\(count)\n", jails: jails)
    let lines = ReportKind.status.lines(host, columns: columns)
    #expect(lines.count <= 20)
    #expect(lines.allSatisfy { $0.unicodeScalars.count <= columns })
    #expect(lines.first?.hasPrefix("NOT BOOT-SAFE") == true)
    if columns >= 80 { #expect(lines.contains { $0.hasPrefix("jails: ") }) }
  }

  @Test func `ten thousand failing jails are counted`() {
    let jails = (0..<10_000).map { "j\($0) { ip4.addr = \"em7|192.0.2.30\"; }\n" }.joined()
    let text = lines(HostSketch(jails: jails))
    #expect(text.count <= 20)
    #expect(text[1] == "10000 of 10000 jails will not start at the next boot")
    #expect(text.contains { $0.hasPrefix("… and 99") && $0.hasSuffix("…") })
  }
}
