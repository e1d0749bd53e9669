import SourceText
import TestHosts
import Testing

@testable import Rules

/// Finding after finding, with a person's answers.
struct GuideTests {
  private static let host = Mending(
    """
    == hardware: em0
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
    ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
    jail_enable="YES"
    == /etc/jail.conf
    persist; path = "/jails/$name";
    a { ip6.addr = "em0|2001:db8::3"; }
    b { ip4.addr = "em0|192.0.2.10"; }
    """)

  private func guide(where isWanted: @escaping @Sendable (Finding) -> Bool = { _ in true }) -> Guide
  {
    Guide(FixSession(Self.host.analysis), where: isWanted, reanalyse: Self.host.reanalyse)
  }

  private func lines(_ guide: Guide) -> [String] {
    Self.host.lines(of: guide.session.edits, "/etc/jail.conf")
  }

  @Test func `asks about each finding that can be mended, and ends`() throws {
    var guide = guide()
    #expect(guide.question?.finding.rule == HostPrimaryTakenByJail.name)
    #expect(guide.rest == 1)
    expect(&guide, .take(0), true)
    #expect(guide.question?.finding.rule == PrefixLengthConflict.name)
    #expect(guide.number == 2)
    expect(&guide, .take(1), true)
    // writing the length on the jail's side lets its stop take the alias: worth another question
    #expect(guide.question?.finding.rule == HostAddressTakenByJail.name)
    expect(&guide, .skip, true)
    #expect(guide.question == nil)
    expect(&guide, .skip, false)
    #expect(
      lines(guide)[1...2] == [
        #"a { ip6.addr = "em0|2001:db8::3/64"; }"#, #"b { ip4.addr = "192.0.2.10"; }"#,
      ])
  }

  @Test func `silences with a reason, and not without one`() {
    var guide = guide()
    expect(&guide, .silence(reason: " "), false)
    #expect(guide.number == 1)
    expect(&guide, .silence(reason: "meant so"), true)
    #expect(guide.question?.finding.rule == PrefixLengthConflict.name)
    #expect(
      lines(guide).contains("# jailscope: allow \(HostPrimaryTakenByJail.name.text) meant so"))
  }

  @Test func `goes back, and takes back what was chosen`() {
    var guide = guide()
    expect(&guide, .back, false)
    expect(&guide, .take(0), true)
    expect(&guide, .skip, true)
    #expect(guide.question == nil)
    expect(&guide, .back, true)
    #expect(guide.question?.finding.rule == PrefixLengthConflict.name)
    expect(&guide, .back, true)
    #expect(guide.question?.finding.rule == HostPrimaryTakenByJail.name)
    #expect(guide.session.edits.isEmpty)
  }

  @Test func `takes all that is safe from here on, but not what was skipped`() {
    var guide = guide()
    expect(&guide, .skip, true)
    expect(&guide, .takeSafe, true)
    #expect(guide.question == nil)
    #expect(
      lines(guide)[1...2] == [
        #"a { ip6.addr = "2001:db8::3"; }"#, #"b { ip4.addr = "em0|192.0.2.10"; }"#,
      ])
  }

  @Test func `refuses a way that there is not`() {
    var guide = guide()
    expect(&guide, .take(7), false)
    expect(&guide, .take(-1), false)
    #expect(guide.question?.finding.rule == HostPrimaryTakenByJail.name)
  }

  @Test func `asks only about what is wanted`() {
    let guide = guide { $0.rule == PrefixLengthConflict.name }
    #expect(guide.question?.finding.jails == ["a"])
  }

  private func expect(
    _ guide: inout Guide, _ answer: Guide.Answer, _ isTaken: Bool,
    location: SourceLocation = #_sourceLocation
  ) {
    let got = guide.answer(answer, reanalyse: Self.host.reanalyse)
    #expect(got == isTaken, sourceLocation: location)
  }
}
