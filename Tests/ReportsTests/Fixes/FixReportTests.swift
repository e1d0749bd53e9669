import HostModel
import Reports
import Rules
import SourceText
import TestHosts
import Testing

/// How fixes are put to people.
struct FixReportTests {
  private static let analysis = Analysis(conflict.forecast, conflict.capture)

  @Sendable private static func reanalyse(_ capture: HostCapture) -> Analysis {
    Analysis(
      forecastBoot(
        capture, facts: HostFacts(hardware: ["vtnet0"]), release: Release(major: 14, minor: 3)),
      capture)
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  @Test func `a finding comes with its ways out and the recommended change`() throws {
    let guide = Guide(FixSession(Self.analysis), reanalyse: Self.reanalyse)
    let question = try #require(guide.question)
    let report = QuestionReport(question, Self.analysis, columns: 80)
    #expect(
      lines(report.text(number: 1, style: .plain)) == [
        "finding 1: error: jail git asks for 2001:db8::3/128 by default on vtnet0, where",
        "    the host has /64",
        "  /sbin/ifconfig vtnet0 inet6 2001:db8::3 prefixlen 128 alias",
        "  ifconfig: ioctl (SIOCAIFADDR): Invalid argument",
        "  jail git is not created",
        "  at /etc/jail.conf:3, /etc/rc.conf:5 [prefix-length-conflict]",
        "",
        " 1  drop vtnet0| so that jail git uses the host's 2001:db8::3  (safe,",
        "    recommended)",
        "    the host owns the address: neither stopping jail git nor a failed start",
        "    takes it away",
        "    fixes 1, brings 0; jails that start: 0 before, 1 after",
        " 2  write /64 on the side of jail git  (review)",
        " 3  remove ifconfig_vtnet0_alias0  (review)",
        " 4  give 2001:db8::3 in ifconfig_vtnet0_alias0 the length /128  (review)",
        "",
        "--- a/etc/jail.conf",
        "+++ b/etc/jail.conf",
        "@@ -2,2 +2,2 @@",
        " path = \"/jails/$name\";",
        "-git { ip6.addr = \"vtnet0|2001:db8::3\"; }",
        "+git { ip6.addr = \"2001:db8::3\"; }",
      ])
  }

  @Test func `each other way is told in full when it is asked for`() throws {
    let guide = Guide(FixSession(Self.analysis), reanalyse: Self.reanalyse)
    let report = QuestionReport(try #require(guide.question), Self.analysis, columns: 80)
    #expect(
      lines(report.way(2, style: .plain)) == [
        " 3  remove ifconfig_vtnet0_alias0  (review)",
        "    the address comes and goes with jail git; now the host still has it, so take",
        "    it off first, which cuts its connections",
        "    fixes 1, brings 0; jails that start: 0 before, 1 after",
        "    on the running host, by hand: ifconfig vtnet0 inet6 2001:db8::3 -alias",
        "--- a/etc/rc.conf",
        "+++ b/etc/rc.conf",
        "@@ -4,2 +4,1 @@",
        " jail_enable=\"YES\"",
        "-ifconfig_vtnet0_alias0=\"inet6 2001:db8::3 prefixlen 64\"",
      ])
    #expect(report.way(9, style: .plain).isEmpty)
  }

  @Test func `a way has one line however narrow the terminal is`() throws {
    let guide = Guide(FixSession(Self.analysis), reanalyse: Self.reanalyse)
    let report = QuestionReport(try #require(guide.question), Self.analysis, columns: 50)
    let text = lines(report.text(number: 1, style: .plain))
    #expect(text.contains(" 4  give 2001:db8::3 in ifconfig_vtnet0…  (review)"))
  }

  @Test func `the words that differ are marked in colour`() throws {
    let guide = Guide(FixSession(Self.analysis), reanalyse: Self.reanalyse)
    let report = QuestionReport(try #require(guide.question), Self.analysis, columns: 80)
    let diff = report.diff(of: 0, style: .colored)
    #expect(diff.contains("\u{1b}[7;31mvtnet0|\u{1b}[0m"))
    #expect(report.diff(of: 9, style: .plain).isEmpty)
  }

  @Test func `what is chosen is summed up, and what came of it`() throws {
    let safe = SafeFixes(FixSession(Self.analysis), reanalyse: Self.reanalyse)
    #expect(
      lines(proofReport(safe.session, style: .plain, columns: 80)) == [
        "- drop vtnet0| so that jail git uses the host's 2001:db8::3",
        "fixes 1, brings 0; jails that start: 0 before, 1 after",
      ])
    let capture = try #require(Self.analysis.capture(with: safe.session.edits))
    let report = changeReport(
      before: Self.analysis, after: Self.reanalyse(capture), style: .plain, columns: 80)
    #expect(
      lines(report) == [
        "fixed 1, new 0, left 0",
        "fixed: jail git asks for 2001:db8::3/128 by default on vtnet0, where the host",
        "    has /64",
        "BOOT-SAFE",
      ])
  }

  @Test func `nothing raw gets into a diff for people, and everything into one for patch`() throws {
    let path = "/etc/rc\u{1b}[31m.conf"
    let file = SourceFile(path: path, bytes: Array("a=\u{1b}]0;x\u{7}\n".utf8))
    let edits = [path: try EditSet([.insert([98], at: 0)])]
    let changes = FileChange.all(edits, in: HostCapture(entries: [path: .file(file)]))
    let text = diffReport(changes, style: .plain)
    #expect(!text.contains("\u{1b}"))
    #expect(text.contains("+ba=\\x1b]0;x\\x07"))
    #expect(String(decoding: patch(changes), as: UTF8.self).contains("+ba=\u{1b}]0;x\u{7}\n"))
  }
}
