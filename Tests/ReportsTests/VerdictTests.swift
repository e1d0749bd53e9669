import HostModel
import Reports
import SourceText
import TestHosts
import Testing

/// What makes a boot safe, worth a look, not safe, unknown.
struct VerdictTests {
  private func verdict(_ host: HostSketch) -> Verdict {
    Assessment(host.forecast, host.capture).verdict
  }

  @Test func `safe when every jail starts and nothing is taken`() {
    #expect(verdict(HostSketch(jails: #"a { ip4.addr = "vtnet0|192.0.2.30"; }"#)) == .safe)
    #expect(verdict(HostSketch(jails: "")) == .safe)
  }

  @Test(arguments: [
    // the mask of an alias of the host is replaced
    (
      #"a { ip4.addr = "vtnet0|198.51.100.7"; }"#, #"ifconfig_vtnet0_alias0="inet 198.51.100.7/24""#
    ),
    // an alias of the host is claimed
    (
      #"a { ip6.addr = "vtnet0|2001:db8::7/64"; }"#,
      #"ifconfig_vtnet0_alias0="inet6 2001:db8::7 prefixlen 64""#
    ),
    // no interface has the address
    (#"a { ip4.addr = 192.0.2.77; }"#, ""),
    // a jail that jail_list leaves out
    ("a { } b { }", #"jail_list="a""#),
    ("", #"ezjail_enable="maybe""#),
  ])
  func `safe with warnings when something needs a look`(_ jails: String, _ rc: String) {
    #expect(verdict(HostSketch(rc: rc, jails: jails)) == .safeWithWarnings)
  }

  @Test(arguments: [
    (#"a { ip4.addr = "em7|192.0.2.30"; }"#, ""),
    // the host's primary address is taken
    (#"a { ip4.addr = "vtnet0|192.0.2.10"; }"#, ""),
    (#"a { ip6.addr = "vtnet0|2001:db8::1/64"; }"#, ""),
    // a command of netif fails
    ("a { }", #"ifconfig_vtnet0_alias0="inet6 2001:db8::7 prefixlen bad""#),
    ("a { depend = b; } ", ""),
    ("a { path = }", ""),
    ("}", ""),
    ("", #"x="never closed"#),
    ("a { }", #"jail_list="nosuch""#),
  ])
  func `not safe when anything is known to fail or the host to lose its address`(
    _ jails: String, _ rc: String
  ) {
    #expect(verdict(HostSketch(rc: rc, jails: jails)) == .notSafe)
  }

  @Test func `not safe when an ezjail file ends the start of all`() {
    let host = HostSketch([
      "/etc/rc.conf": "ezjail_enable=YES\n",
      "/usr/local/etc/ezjail/a": "export jail_a_rootdir=\"/jails/a\"\n",
      "/usr/local/etc/ezjail/b": "export jail_b_ip=\"192.0.2.30\n",
    ])
    #expect(verdict(host) == .notSafe)
  }

  @Test func `not safe when a jail is refused before it is tried`() {
    let listed = HostSketch(["/etc/rc.conf": "jail_enable=YES\njail_list=web\n"])
    #expect(verdict(listed) == .notSafe)
    let rootless = HostSketch(
      [
        "/etc/rc.conf": "ezjail_enable=YES\n",
        "/usr/local/etc/ezjail/a": "export jail_a_rootdir=/jails/a\n",
      ], missingPaths: ["/jails/a"])
    #expect(verdict(rootless) == .notSafe)
  }

  @Test func `a jail that is switched off needs no look`() {
    let host = HostSketch([
      "/etc/rc.conf": "ezjail_enable=YES\n",
      "/usr/local/etc/ezjail/a.norun": "export jail_a_rootdir=/jails/a\n",
    ])
    #expect(verdict(host) == .safe)
    let disabled = HostSketch([
      "/etc/rc.conf": "hostname=host.example.org\n",
      "/etc/jail.conf": "a { path = /a; persist; }\n",
    ])
    #expect(verdict(disabled) == .safe)
  }

  @Test func `not safe when no file says whether jails start and one could not`() {
    let jails = ["/etc/jail.conf": "a { path = /a; }\n"]
    #expect(verdict(HostSketch(["/etc/rc.conf": "x=1\n"].merging(jails) { $1 })) == .notSafe)
    let disabled = ["/etc/rc.conf": "jail_enable=NO\n"].merging(jails) { $1 }
    #expect(verdict(HostSketch(disabled)) == .safeWithWarnings)
  }

  @Test func `the worst of several hosts counts, and what is known to fail most`() {
    #expect(Verdict.worst(of: []) == .safe)
    #expect(Verdict.worst(of: [.safe, .safeWithWarnings]) == .safeWithWarnings)
    #expect(Verdict.worst(of: [.unknown, .safeWithWarnings]) == .unknown)
    #expect(Verdict.worst(of: [.unknown, .notSafe, .safe]) == .notSafe)
  }

  @Test(arguments: ["/etc/rc.conf.local", "/etc/jail.conf"])
  func `unknown when a file could not be read`(_ path: String) {
    let host = HostSketch(
      ["/etc/rc.conf": "jail_enable=YES\n"], entries: [path: .unreadable("permission denied")])
    #expect(verdict(host) == .unknown)
  }

  @Test func `unknown when a file was not collected or code is not followed`() {
    let rc = ["/etc/rc.conf": "jail_enable=YES\n"]
    #expect(verdict(HostSketch(rc, uncollected: ["/etc/jail.conf"])) == .unknown)
    #expect(verdict(HostSketch(rc: "/usr/local/bin/setup", jails: "a { }")) == .unknown)
  }

  @Test func `what fails for sure outweighs what is unknown`() {
    let host = HostSketch(
      rc: "/usr/local/bin/setup", jails: #"a { ip4.addr = "em7|192.0.2.30"; }"#)
    #expect(verdict(host) == .notSafe)
  }

  @Test(arguments: [
    (Verdict.safe, Int32(0)), (.safeWithWarnings, 1), (.notSafe, 2), (.unknown, 3),
  ])
  func `each has its exit status`(_ verdict: Verdict, _ status: Int32) {
    #expect(verdict.exitCode == status)
  }
}
