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
        "NOT BOOT-SAFE  host.example.org, FreeBSD 14.3, plan only",
        "1 of 1 jail will not start at the next boot",
        "",
        "error: jail git asks for 2001:db8::3/128 by default on vtnet0, where the host",
        "    has /64",
        "  /sbin/ifconfig vtnet0 inet6 2001:db8::3 prefixlen 128 alias",
        "  ifconfig: ioctl (SIOCAIFADDR): Invalid argument",
        "  jail git is not created",
        "  at /etc/jail.conf:3, /etc/rc.conf:5",
        "",
        "jails: 0 start, 1 fail   interfaces: 2   addresses: 5   commands: 8 (1 fail)",
        "findings: 1 error (jailscope check shows them)",
      ])
  }

  @Test func `a safe host takes four lines`() {
    #expect(
      lines(HostSketch(jails: #"a { ip4.addr = "vtnet0|192.0.2.30"; }"#)) == [
        "BOOT-SAFE  host.example.org, FreeBSD 14.3, plan only",
        "every jail will start at the next boot",
        "",
        "jails: 1 start, 0 fail   interfaces: 2   addresses: 5   commands: 8",
      ])
  }

  @Test func `what is wrong inside of a vnet jail alone is not said of the host`() {
    let host = HostText(
      """
      == release: 15.0
      == /etc/rc.conf
      cloned_interfaces="epair0"
      jail_enable="YES"
      == /etc/jail.conf
      www {
        path = /jails/www; exec.start = "/bin/sh /etc/rc"; vnet; vnet.interface = epair0b;
      }
      == /jails/www/etc/rc.conf
      ifconfig_epair0b="inet 192.0.2.31"
      """
    ).sketch
    #expect(
      lines(host).dropFirst().first
        == "every jail will start, but the network inside of jail www is not safe")
  }

  @Test func `a release nobody told is said to be assumed`() {
    let host = HostSketch(["/etc/rc.conf": ""], release: nil)
    #expect(lines(host).first == "BOOT-SAFE  FreeBSD 14.3, assumed, plan only")
  }

  @Test func `a boot that stops is told with the line sh prints`() {
    let host = HostSketch(rc: #"x="never closed"#, jails: "a { } b { }")
    #expect(
      lines(host).prefix(2) == [
        "NOT BOOT-SAFE  host.example.org, FreeBSD 14.3, plan only",
        "the boot stops while /etc/rc reads its settings: no network, none of 2 jails",
      ])
    #expect(
      lines(host).contains { $0.hasSuffix("Syntax error: Unterminated quoted string") })
  }

  @Test(arguments: [
    (
      #"a { path = /nope; ip4.addr = "vtnet0|192.0.2.10/24"; }"#,
      "  the failed start of jail a takes 192.0.2.10 off vtnet0"
    ),
    (
      #"a { ip4.addr = "vtnet0|192.0.2.10"; }"#,
      "  vtnet0 has 192.0.2.10/32, and the routes of its network are gone"
    ),
    (
      #"a { ip6.addr = "vtnet0|2001:db8::1/64"; }"#,
      "  stopping jail a takes 2001:db8::1 off vtnet0"
    ),
    (
      "a { vnet; vnet.interface = vtnet0; }",
      "warning: jail a takes vtnet0 with the host's 192.0.2.10: the host loses vtnet0"
    ),
    (
      "a { ip4.addr = 192.0.2.77; }", "warning: jail a runs with 192.0.2.77, which no interface has"
    ),
    (
      "a { depend = b; } b { path = /nope; mount.devfs; }",
      "error: jail a depends on b, which does not start"
    ),
    (
      "a { ip4.addr = 192.0.2.10; } b { ip4.addr = 192.0.2.10, 192.0.2.11; }",
      "error: jail b shares 192.0.2.10 with jail a"
    ),
    ("a { ip4.addr = 192.0.2.10, 192.0.2.10; }", "error: jail a lists 192.0.2.10 twice"),
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
    #expect(text[1] == "9 of 9 jails will not start at the next boot")
    #expect(text.count { $0.hasPrefix("error: ") } == 1)
    #expect(text.contains("  no jail of /etc/jail.conf can be started"))
  }

  @Test func `a jail whose failure is silenced is still said not to start`() {
    let host = HostSketch(
      jails: """
        # jailscope: allow interface-missing the card comes on Monday
        git { ip4.addr = "em7|192.0.2.30"; }
        """)
    let text = lines(host)
    #expect(text[1] == "1 of 1 jail will not start at the next boot")
    #expect(text.contains("jail git will not start (silenced)"))
    #expect(text.contains("findings: no findings, 1 silenced (jailscope check shows them)"))
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
