import HostModel
import Reports
import Rules
import SourceText
import TestHosts
import Testing

/// What check prints for people, editors and prompts.
struct CheckReportTests {
  private func check(_ host: HostSketch, root: String = "/") -> CheckedHost {
    CheckedHost(root: root, Assessment(host.forecast, host.capture, today: Day("2026-11-25")))
  }

  private func text(
    _ host: HostSketch, columns: Int = 80, silenced: Bool = false
  ) -> [String] {
    checkReport([check(host)], style: .plain, columns: columns, silenced: silenced)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func `a conflict is shown with both sides marked and what it leads to`() {
    #expect(
      text(conflict) == [
        "/etc/jail.conf:3:19: error: jail git asks for 2001:db8::3/128 by default on vtnet0, "
          + "where the host has /64 [prefix-length-conflict]",
        #"   3 | git { ip6.addr = "vtnet0|2001:db8::3"; }"#,
        #"     |                   ^~~~~~~~~~~~~~~~~~ the jail asks for /128 by default"#,
        "/etc/rc.conf:5:31: note: the host's address, /64",
        #"   5 | ifconfig_vtnet0_alias0="inet6 2001:db8::3 prefixlen 64""#,
        #"     |                               ^~~~~~~~~~~"#,
        "  runs: /sbin/ifconfig vtnet0 inet6 2001:db8::3 prefixlen 128 alias",
        "  prints: ifconfig: ioctl (SIOCAIFADDR): Invalid argument",
        "  effect: jail git is not created",
        "",
        "NOT BOOT-SAFE  1 error",
        "",
      ])
  }

  @Test func `a host without a finding has its verdict and nothing else`() {
    let host = HostSketch(jails: #"a { ip4.addr = "vtnet0|192.0.2.30"; }"#)
    #expect(text(host) == ["BOOT-SAFE  no findings", ""])
  }

  @Test func `gcc's form has a line for each place, openable from where the check was started`() {
    #expect(
      gccReport([check(conflict, root: "hosts/web1/")]) == """
        hosts/web1/etc/jail.conf:3:19: error: jail git asks for 2001:db8::3/128 by default \
        on vtnet0, where the host has /64 [prefix-length-conflict]
        hosts/web1/etc/rc.conf:5:31: note: the host's address, /64

        """)
  }

  @Test func `what is silenced is counted, and listed with its reason when asked for`() {
    let host = HostSketch(
      jails: """
        # jailscope: allow interface-missing the card comes on Monday
        git { ip4.addr = "em7|192.0.2.30"; }
        """)
    #expect(text(host) == ["NOT BOOT-SAFE  no findings, 1 silenced", ""])
    let listed = text(host, silenced: true)
    #expect(listed[0].hasSuffix("[interface-missing] (silenced)"))
    #expect(listed[1] == "  silenced at /etc/jail.conf:3:1: the card comes on Monday")
    #expect(gccReport([check(host)]) == "")
    #expect(gccReport([check(host)], silenced: true).hasSuffix("[interface-missing] (silenced)\n"))
  }

  @Test func `what is not known is told below the findings`() {
    let host = HostSketch(jails: "a { exec.prestart = /opt/setup; }")
    #expect(text(host)[0] == "not known: jail a: whether `/opt/setup` succeeds is not known")
    let card = HostSketch(
      [
        "/etc/rc.conf": "jail_enable=YES\n",
        "/etc/jail.conf": "a { path = /; persist; ip4.addr = \"em7|192.0.2.1\"; }",
      ], hardware: nil)
    #expect(
      text(card).contains(
        "--facts FILE tells which network cards there are: {\"hardware\": [\"em0\"]}"))
  }

  @Test func `what is not known is a note in gcc's form`() {
    let host = HostSketch(jails: "a { exec.prestart = /opt/setup; }")
    #expect(
      gccReport([check(host, root: "hosts/web1/")])
        == "hosts/web1/etc/jail.conf:3:1: note: not known: jail a: whether `/opt/setup` succeeds "
        + "is not known\n")
    #expect(text(host).contains("UNKNOWN  no findings"))
  }

  @Test func `several hosts are told apart and summed up`() {
    let safe = HostSketch(jails: #"a { ip4.addr = "vtnet0|192.0.2.30"; }"#)
    let hosts = [check(conflict, root: "a"), check(safe, root: "b/")]
    let report = checkReport(hosts, style: .plain)
    #expect(report.contains("\na: NOT BOOT-SAFE  1 error\n"))
    #expect(report.contains("\nb: BOOT-SAFE  no findings\n"))
    #expect(report.hasSuffix("\nNOT BOOT-SAFE  1 of 2 hosts; 1 error\n"))
    #expect(onelineReport(hosts, style: .plain) == "NOT BOOT-SAFE  1 of 2 hosts; 1 error\n")
    #expect(onelineReport([hosts[1]], style: .plain) == "BOOT-SAFE  no findings\n")
  }

  @Test func `settings of the asking person are not looked for below the root`() throws {
    let path = "/home/op/.config/jailscope/jailscope.toml"
    var capture = conflict.capture
    capture.entries[path] = .file(SourceFile(path: path, bytes: Array("speed = 1\n".utf8)))
    let assessment = Assessment(
      conflict.forecast, capture, settings: Settings(capture, paths: [path]))
    let host = CheckedHost(root: "hosts/a", assessment, own: [path])
    #expect(gccReport([host]).contains("\n\(path):1:1: warning: "))
  }

  @Test(arguments: [40, 60, 80, 140])
  func `no line but those with a position is too long`(_ columns: Int) {
    let long = String(repeating: "x", count: 300)
    let host = HostSketch(
      jails: """
        \(long) { ip6.addr = "vtnet0|2001:db8::1/48", "vtnet0|2001:db8::3"; }
        b { path = "/\(long)"; $v = "\(long)"; ip4.addr = "em7|192.0.2.30", "em7|192.0.2.31/33"; }
        """, missingPaths: ["/\(long)"])
    let lines = text(host, columns: columns)
    #expect(lines.count > 4)
    for line in lines where !line.hasPrefix("/etc/") {
      #expect(line.unicodeScalars.count <= columns, "\(line)")
    }
  }

  @Test func `the mark stands below what it marks, whatever is in front of it`() throws {
    for front in ["\t", "  ", "/* ä漢 */ ", "/* \u{1b} */ ", String(repeating: " ", count: 400)] {
      let host = HostSketch(jails: front + #"a { ip4.addr = "em7|192.0.2.30"; }"#)
      let lines = text(host)
      let row = try #require(lines.firstIndex { $0.contains("^") })
      let column = Self.width(of: lines[row].prefix { $0 != "^" })
      let marked = Self.text(of: lines[row - 1], from: column)
      #expect(marked.hasPrefix("em7"), "\(lines[row - 1])\n\(lines[row])")
    }
  }

  private static func width(of text: Substring) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x4e00 ? 2 : 1) }
  }

  private static func text(of line: String, from column: Int) -> String {
    var rest = line[...]
    while let first = rest.first, width(of: line[..<rest.startIndex]) < column {
      _ = first
      rest = rest.dropFirst()
    }
    return String(rest)
  }
}
