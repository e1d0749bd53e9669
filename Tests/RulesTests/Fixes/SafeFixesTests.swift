import SourceText
import TestHosts
import Testing

@testable import Rules

/// Mending all that is safe, and choosing one by one.
struct SafeFixesTests {
  private static let host = Mending(
    """
    == hardware: em0
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
    ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
    ifconfig_em0_alias1="inet6 2001:db8::4 prefixlen 64"
    jail_enable="YES"
    == /etc/jail.conf
    persist; path = "/jails/$name";
    a { ip6.addr = "em0|2001:db8::3", "em0|2001:db8::4"; }
    b { ip4.addr = "em0|192.0.2.10"; }
    """)

  @Test func `goes on until nothing safe is left`() throws {
    let safe = Self.host.safeFixes()
    #expect(safe.session.current.examination.findings.map(\.message) == [])
    #expect(safe.session.proof.startsBefore == 1)
    #expect(safe.session.proof.startsAfter == 2)
    #expect(safe.rounds == 2)
    let edited = try #require(Self.host.analysis.capture(with: safe.session.edits))
    guard case .file(let file)? = edited.entries["/etc/jail.conf"] else { return }
    #expect(
      file.text(SourceSpan(0, file.bytes.count)) == """
        persist; path = "/jails/$name";
        a { ip6.addr = "2001:db8::3", "2001:db8::4"; }
        b { ip4.addr = "192.0.2.10"; }

        """)
  }

  @Test func `mends only what is wanted`() {
    let safe = Self.host.safeFixes { $0.jails.contains("b") }
    #expect(safe.session.chosen.count == 1)
    let left = safe.session.current.examination.findings.map(\.rule.text)
    #expect(left == ["prefix-length-conflict", "prefix-length-conflict"])
  }

  @Test func `a choice can be taken back, and the edits are those of the files as they are`() throws
  {
    var session = FixSession(Self.host.analysis)
    for _ in 0..<2 {
      let finding = try #require(session.current.examination.findings.first)
      let fix = try #require(
        session.current.fixes(for: finding, reanalyse: Self.host.reanalyse).first)
      let isChosen = session.choose(fix, reanalyse: Self.host.reanalyse)
      #expect(isChosen)
    }
    #expect(session.chosen.count == 2)
    let capture = try #require(Self.host.analysis.capture(with: session.edits))
    let again = Self.host.reanalyse(capture)
    #expect(
      again.examination.findings.map(\.message)
        == session.current.examination.findings.map(\.message))
    session.takeBack()
    session.takeBack()
    session.takeBack()
    #expect(session.edits.isEmpty)
    #expect(session.chosen.isEmpty)
    #expect(
      session.current.examination.findings.map(\.message)
        == Self.host.analysis.examination.findings.map(\.message))
  }

  @Test func `a way that is safe only by another one is taken in a later round`() {
    let host = Mending(
      """
      == hardware: em0
      == /etc/rc.conf
      ifconfig_em0="inet 192.0.2.10/24"
      ifconfig_em0_alias0="inet 192.0.2.41/32"
      jail_enable="YES"
      == /etc/jail.conf
      persist; path = "/jails/$name";
      b { ip4.addr = "em0|192.0.2.41", 192.0.2.41; }
      """)
    let safe = host.safeFixes()
    #expect(
      safe.session.chosen.map(\.fix.title) == [
        "drop em0| so that jail b uses the host's 192.0.2.41", "remove 192.0.2.41 from jail b",
      ])
    #expect(
      host.lines(of: safe.session.edits, "/etc/jail.conf")[1] == "b { ip4.addr = \"192.0.2.41\"; }")
    #expect(safe.session.proof.startsAfter == 1)
  }

  @Test func `a way that meets another one is tried when that turns out not to be safe`() {
    let host = Mending(
      """
      == hardware: em0
      == /etc/rc.conf
      ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
      ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
      ezjail_enable="YES"
      == /usr/local/etc/ezjail/git
      export jail_git_hostname="git"
      export jail_git_rootdir="/jails/git"
      export jail_git_ip="em0|2001:db8::3 prefixlen 64"
      """)
    let safe = host.safeFixes()
    #expect(
      safe.session.chosen.map(\.fix.title) == [
        "drop em0| so that jail git uses the host's 2001:db8::3"
      ])
  }
}
