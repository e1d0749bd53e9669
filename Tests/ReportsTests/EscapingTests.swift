import CellGrid
import HostModel
import Reports
import SourceText
import TestHosts
import Testing

/// Nothing that comes from a host reaches a terminal as it is.
struct EscapingTests {
  @Test(arguments: [
    ("plain ~ text", "plain ~ text"), ("a\nb", "a\\nb"), ("a\tb", "a\\tb"),
    ("\u{1b}[31m", "\\x1b[31m"), ("\0\u{7}\u{7f}", "\\x00\\x07\\x7f"), ("\r", "\\x0d"),
    ("\u{9b}31m", "\\u{9b}31m"), ("\u{85}", "\\u{85}"), ("\u{202e}x", "\\u{202e}x"),
    ("\u{2066}\u{2069}\u{200f}\u{61c}", "\\u{2066}\\u{2069}\\u{200f}\\u{61c}"),
    ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"), ("\u{fffd}", "\\u{fffd}"),
    ("\u{feff}\u{200b}\u{a0}", "\\u{feff}\\u{200b}\\u{a0}"), ("\u{e000}", "\\u{e000}"),
    ("\u{e0041}", "\\u{e0041}"), ("é 漢 🙂", "é 漢 🙂"), ("e\u{301}", "e\u{301}"), ("\\", "\\"),
  ])
  func `what does not show as itself becomes visible`(_ text: String, _ escaped: String) {
    #expect(escapeForTerminal(text) == escaped)
    #expect(escapeForTerminal(escaped) == escaped)
  }

  /// One of each kind of character that must not get through.
  static let raw = "\u{1b}]0;x\u{7}\u{9b}2J\u{202e}\u{2028}\r\u{85}\u{200b}"

  /// Hosts with that text wherever a host can put text.
  static let hosts: [HostSketch] = [
    // names, values, addresses, commands and their messages
    HostSketch(
      [
        "/etc/rc.conf": """
        hostname="host\(raw)"
        ifconfig_vtnet0="inet 192.0.2.10/24 \(raw)"
        ifconfig_vtnet1="DHCP"
        ifconfig_vtnet0_alias0="inet6 2001:db8::3 prefixlen 64"
        ifconfig_vtnet0_ipv6="inet6 2001:db8::1 prefixlen 64"
        cloned_interfaces="lo1\(raw)"
        x=$(\(raw) y)
        jail_enable="YES"
        ezjail_enable="x\(raw)"

        """,
        "/etc/jail.conf": """
        exec.start = "/bin/sh /etc/rc";
        "a\(raw)" { ip6.addr = "vtnet0|2001:db8::3"; path = "/\(raw)"; }
        "b\(raw)" { ip4.addr = "\(raw)|192.0.2.30"; }
        "c\(raw)" { ip4.addr = "192.0.2.40\(raw)"; exec.prestart = "\(raw) b"; }
        "d\(raw)" { path = "/gone\(raw)"; ip4.addr = "vtnet0|192.0.2.10"; }
        "e\(raw)" { depend = "a\(raw)"; }
        "f\(raw)" { vnet; vnet.interface = "vtnet2\(raw)"; }
        "g\(raw)" { ip4.addr = 192.0.2.99; }
        "h\(raw)" { exec.prestart = "/opt/\(raw)"; }
        "i\(raw)" { "\(raw)" = 1; }

        """,
      ], hardware: ["vtnet0", "vtnet1", "vtnet2\(raw)"], missingPaths: ["/gone\(raw)"]),
    // paths and reasons
    HostSketch(
      [
        "/etc/rc.conf": "jail_enable=YES\nezjail_enable=YES\njail_list=\"b\(raw)\"\n",
        "/usr/local/etc/ezjail/a\(raw)": "export jail_a_rootdir=\"/a\(raw)\"\n",
      ],
      entries: [
        "/etc/rc.conf.local": .unreadable("\(raw)"), "/etc/x\(raw)": .unreadable("no"),
      ]),
    HostSketch([
      "/etc/rc.conf": "jail_enable=YES\njail_conf=\"/etc/j\(raw)\"\n",
      "/etc/j\(raw)": "a\(raw) {\n}}\n",
    ]),
    HostSketch(
      ["/etc/rc.conf": ". \"/etc/\(raw)\"\njail_enable=YES\n"],
      uncollected: ["/etc/\(raw)", "/etc/jail.conf"]),
    // the line sh(1) ends with
    HostSketch(["/etc/rc.conf": "a=b\n. \"/etc/\(raw)\"\n", "/etc/\(raw)": "if \(raw)\n"]),
  ]

  @Test(arguments: ReportKind.allCases, hosts.indices)
  func `no report lets anything raw through`(_ kind: ReportKind, _ index: Int) {
    let text = kind.text(Self.hosts[index])
    #expect(text.unicodeScalars.contains { $0 == "\\" }, "the host's text is not in the report")
    #expect(Self.rawScalars(in: text) == [])
  }

  @Test(arguments: hosts.indices)
  func `no JSON document lets a control character through`(_ index: Int) {
    let host = Self.hosts[index]
    var forecast = ForecastJSON(host.forecast, capture: host.capture)
    var status = StatusJSON(Assessment(host.forecast, host.capture))
    var show = ShowJSON(Assessment(host.forecast, host.capture))
    for document in [forecast.document(), status.document(), show.document()] {
      let controls = String(decoding: document, as: UTF8.self).unicodeScalars.filter {
        $0.properties.generalCategory == .control && $0 != "\n"
      }
      #expect(controls.isEmpty)
    }
  }

  @Test(arguments: ReportKind.allCases, hosts.indices)
  func `the only sequences in a coloured report are its own`(_ kind: ReportKind, _ index: Int) {
    let host = Self.hosts[index]
    var text = kind.text(host, .colored)
    for codes in ["0", "1", "1;31", "31", "32", "33", "36"] {
      text = text.split(separator: "\u{1b}[\(codes)m", omittingEmptySubsequences: false).joined()
    }
    #expect(text == kind.text(host))
  }

  private static func rawScalars(in text: String) -> [String] {
    text.unicodeScalars.filter { scalar in
      if scalar == "\n" { return false }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse: return true
      default: return scalar == "\u{fffd}"
      }
    }.map { String($0.value, radix: 16) }
  }
}
