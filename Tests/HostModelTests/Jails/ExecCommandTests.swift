import SourceText
import Testing

@testable import HostModel

/// Command lines of `exec.*` parameters.
struct ExecCommandTests {
  @Test(arguments: [
    ("/bin/sh /etc/rc", ["/bin/sh", "/etc/rc"]),
    ("  a \t b\u{0B}c\r\nd\u{0C}e ", ["a", "b", "c", "d", "e"]),
    ("a", ["a"]), ("", []), (" \t", []), ("&", []), ("a b &", ["a", "b"]), ("a b&", ["a", "b"]),
    ("a # b", ["a", "#", "b"]), ("a=b", ["a=b"]), ("a%b^c", ["a%b^c"]),
    ("a\u{A0}b c\u{0301}", ["a\u{A0}b", "c\u{0301}"]),
    ("a\u{2028}b \u{0301}c", ["a\u{2028}b", "\u{0301}c"]),
  ])
  func `a plain line is split at white space`(_ line: String, _ argv: [String]) {
    #expect(ExecCommand(line).argv == argv)
  }

  @Test(arguments: [
    "a; b", "a && b", "a & b", "a | b", "echo $x", "echo \"x\"", "echo 'x'", "(a)", "a*", "a?",
    "a > b", "a < b", "[ a ]", "a\\b", "`a`", "{ a", "a }", "! a", "~/a", "a &&", "a & ",
  ])
  func `a line with a character of the shell is handed to sh`(_ line: String) {
    #expect(ExecCommand(line).argv == ["/bin/sh", "-c", line])
  }

  @Test(
    arguments: [
      (["/bin/sh", "/etc/rc"], 0), (["true"], 0), (["/usr/bin/true"], 0), (["/bin/sleep", "3"], 0),
      (["echo", "x"], 0), (["false"], 1), (["/usr/bin/false"], 1),
      (["/bin/sh", "-c", "exit 3"], 3),
      (["sh", "-c", "exit 256"], 0), (["sh", "-c", "exit -1"], 255),
      (["sh", "-c", "exit 1; x"], nil),
      (["sh", "-c", "true"], nil), (["/bin/sh", "/etc/rc", "x"], nil), (["nginx"], nil), ([], nil),
      ([""], nil),
    ] as [([String], Int?)])
  func `the status inside a jail is told where it can be`(_ argv: [String], _ status: Int?) {
    #expect(ExecCommand.statusInside(argv) == status)
  }

  private func run(_ line: String) -> (status: Int?, runner: ExecRunner) {
    let host = BootHost(
      capture: HostCapture(), facts: HostFacts(), release: Release(major: 14, minor: 3))
    var runner = ExecRunner(host: host)
    let status = runner.run(ExecCommand(line).argv)
    return (status, runner)
  }

  @Test(
    arguments: [
      ("true", 0), ("false", 1), ("/bin/echo x", 0), ("logger x", 0), ("sleep 1 &", 0),
      ("exit 4", nil), ("sh -c true", nil), ("nginx -t", nil), ("false || true", 0), ("exit 4;", 4),
      ("nginx || true", nil), ("true; false;", 1), ("'", 2),
    ] as [(String, Int?)])
  func `the status on the host is told where it can be`(_ line: String, _ status: Int?) {
    #expect(run(line).status == status)
  }

  @Test func `ifconfig acts on the host, alone and in shell code`() {
    for line in [
      "ifconfig lo0 inet 192.0.2.1/32 alias", "/sbin/ifconfig lo0 inet 192.0.2.1/32 alias",
      "for a in 192.0.2.1; do ifconfig lo0 inet \"$a/32\" alias; done",
    ] {
      let (status, runner) = run(line)
      #expect(status == 0)
      #expect(runner.host.kernel.hasAddress(.inet(IPv4Address(0xc000_0201))))
    }
  }

  @Test func `what ifconfig complains of is on the console`() {
    let (status, runner) = run("ifconfig em7 up")
    #expect(status == 1)
    #expect(runner.console.allLines == ["ifconfig: interface em7 does not exist"])
  }
}
