import HostModel
import Rules
import TestHosts
import Testing

/// What comments and settings silence.
struct SuppressionTests {
  private func examine(_ text: String, today: String? = nil) -> Examination {
    let host = HostText(text).sketch
    return Examination(
      host.forecast, capture: host.capture, today: today.flatMap { Day($0) })
  }

  private func told(_ examination: Examination) -> [String] {
    examination.findings.map(\.rule.text)
  }

  private static let alias = #"ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64""#
  private static let primary = #"ifconfig_em0="inet 192.0.2.10/24""#

  @Test(arguments: [
    "\(alias) # jailscope: allow inet6-alias-not-applied kept for later",
    "# jailscope: allow inet6-alias-not-applied kept for later\n\(alias)",
    "# jailscope: allow inet6-alias-not-applied kept for later\n\n# more\n\(alias)",
    "if true; then\n  # jailscope: allow inet6-alias-not-applied kept for later\n  \(alias)\nfi",
  ])
  func `a comment beside or above the line silences`(_ lines: String) {
    let examination = examine("\(Self.primary)\n\(lines)\n")
    #expect(told(examination) == [])
    #expect(examination.silenced.map(\.finding.rule.text) == ["inet6-alias-not-applied"])
    #expect(examination.silenced.first?.suppression.reason == "kept for later")
  }

  @Test(arguments: [
    ("# jailscope: allow inet6-alias-not-applied x\n\(primary)\n\(alias)", "suppression-unused"),
    ("# jailscope: allow inet6-alias-not-applied\n\(alias)", "suppression-invalid"),
    ("# jailscope: allow no-such-rule x\n\(alias)", "suppression-invalid"),
    ("# jailscope: deny inet6-alias-not-applied x\n\(alias)", "suppression-invalid"),
    ("note=\"jailscope: allow inet6-alias-not-applied x\"\n\(alias)", nil),
  ])
  func `what silences nothing is told`(_ lines: String, _ rule: String?) {
    let rules = told(examine("\(Self.primary)\n\(lines)\n"))
    #expect(Set(rules) == Set(["inet6-alias-not-applied", rule].compactMap { $0 }))
  }

  private static let shared = """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_alias0="inet 192.0.2.20/32"
    jail_enable="YES"
    == /etc/jail.conf
    exec.start = "/bin/sh /etc/rc";
    path = "/jails/$name";

    """

  @Test(arguments: [
    "a {\n  ip4.addr = \"em0|192.0.2.20\"; // jailscope: allow host-address-taken-by-jail ours\n}",
    "a {\n  /* jailscope: allow host-address-taken-by-jail ours */\n  ip4.addr = \"em0|192.0.2.20\";\n}",
    "a {\n  # jailscope: allow host-address-taken-by-jail ours\n  ip4.addr = \"em0|192.0.2.20\";\n}",
  ])
  func `every kind of comment of a jail file silences`(_ jails: String) {
    let examination = examine(Self.shared + jails)
    #expect(examination.silenced.map(\.suppression.reason) == ["ours"])
    #expect(!told(examination).contains("host-address-taken-by-jail"))
  }

  private func entry(_ more: String) -> String {
    """
    \(Self.shared)a { ip4.addr = "em0|192.0.2.20"; }
    == /usr/local/etc/jailscope.toml
    [[ignore]]
    rule = "host-address-taken-by-jail"
    reason = "only the jail uses it"
    \(more)
    """
  }

  @Test(arguments: [
    "", "jail = \"a\"", "address = \"192.0.2.20\"", "file = \"/etc/jail.conf\"",
    "until = 2026-11-24",
  ])
  func `an entry of the settings silences what it describes`(_ more: String) {
    let examination = examine(entry(more), today: "2026-11-24")
    #expect(examination.silenced.count == 1)
    #expect(told(examination) == [])
  }

  @Test(arguments: [
    ("jail = \"b\"", "suppression-unused"), ("address = \"192.0.2.21\"", "suppression-unused"),
    ("file = \"/etc/jail2.conf\"", "suppression-unused"),
    ("until = 2026-11-23", "suppression-expired"), ("jial = \"a\"", "settings-unreadable"),
    ("until = \"soon\"", "settings-unreadable"), ("address = \"a\"", "settings-unreadable"),
  ])
  func `an entry that does not fit is told`(_ more: String, _ rule: String) {
    let examination = examine(entry(more), today: "2026-11-24")
    #expect(Set(told(examination)) == ["host-address-taken-by-jail", rule])
    #expect(examination.silenced.isEmpty)
  }

  @Test func `the use of the provider's networks is counted`() throws {
    let examination = examine(
      """
      == /usr/local/etc/jailscope.toml
      allocation = ["2001:db8::/124", "192.0.2.0/28"]
      == /etc/rc.conf
      ifconfig_em0="inet 192.0.2.10/24"
      ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
      == /etc/jail.conf
      a { path = "/jails/a"; persist; ip6.addr = "2001:db8::2", "2001:db8::1"; }
      """)
    #expect(examination.allocations.map(\.used) == [2, 1])
    #expect(examination.allocations.map(\.prefix.count) == [16, 16])
  }
}
