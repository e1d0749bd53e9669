import Foundation
import Testing

/// Mending a host from the command line, on copies of one.
@Suite(.timeLimit(.minutes(15)))
struct FixCommandTests {
  private static let files = [
    "/etc/rc.conf": """
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
    ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
    jail_enable="YES"

    """,
    "/etc/jail.conf": """
    persist; path = /;
    backup { ip6.addr = "em0|2001:db8::3"; }
    web { ip4.addr = "em0|192.0.2.10"; }

    """,
  ]

  private func host() throws -> TemporaryHost {
    let host = try TemporaryHost(Self.files)
    try host.folder("/var/db/x")
    return host
  }

  private func isUnchanged(_ host: TemporaryHost) throws -> Bool {
    try Self.files.allSatisfy { try host.text(String($0.key.dropFirst())) == $0.value }
  }

  @Test func `all that is safe is written at once, and undone byte for byte`() async throws {
    let host = try host()
    let fix = try await Program.run(["fix", "--safe", "--yes", "--root", host.path])
    #expect(fix.exitCode == 0)
    #expect(fix.output.contains("\nfixed 2, new 0, left 0\n"))
    #expect(fix.output.hasSuffix("\nBOOT-SAFE\n"))
    #expect(try host.text("etc/jail.conf").contains(#"backup { ip6.addr = "2001:db8::3"; }"#))
    let again = try await Program.run(["fix", "--safe", "--yes", "--root", host.path])
    #expect(again.output == "nothing is chosen that could be written\n")
    let undo = try await Program.run(["undo", "--yes", "--root", host.path])
    #expect(undo.exitCode == 2)
    #expect(try isUnchanged(host))
    let journal = try await Program.run(["journal", "--root", host.path])
    #expect(journal.output.contains("undone by"))
  }

  @Test func `answers choose, and nothing is written before the last one`() async throws {
    let host = try host()
    let fix = ["fix", "--root", host.path]
    for answers in ["", "y\n", "y\n2\ny\n", "y\n2\ny\nn\n", "q\n", "n\nn\n", "y\nq\nn\n"] {
      let run = try await Program.run(fix, input: answers)
      #expect(run.output.contains("othing is "), "\(answers)")
      #expect(try isUnchanged(host), "\(answers)")
      #expect(run.exitCode == 2)
    }
    let run = try await Program.run(fix, input: "n\n1\ny\ny\n")
    #expect(run.exitCode == 2)
    #expect(run.output.contains("\nfixed 1, new 0, left 1\n"))
    #expect(try host.text("etc/jail.conf").contains("em0|192.0.2.10"))
  }

  @Test func `only what is named is mended, in the way that is told`() async throws {
    for target in ["backup", "2001:db8:0::3", "prefix-length-conflict"] {
      let host = try host()
      let run = try await Program.run(
        ["fix", target, "--way", "2", "--yes", "--root", host.path])
      #expect(try host.text("etc/jail.conf").contains("em0|2001:db8::3/64"), "\(run.output)")
    }
    let host = try host()
    let nobody = try await Program.run(["fix", "nobody", "--root", host.path])
    #expect(nobody.output == "nothing is found about nobody\n")
  }

  @Test func `a plan is made by a reader and applied while the files are the same`() async throws {
    let host = try host()
    let plan = host.path + "/plan"
    #expect(try await Program.run(["plan", "-o", plan, "--root", host.path]).exitCode == 2)
    #expect(try isUnchanged(host))
    let copy = try self.host()
    let apply = try await Program.run(["apply", plan, "--yes", "--root", copy.path])
    #expect(apply.exitCode == 0)
    try host.file("/etc/jail.conf", Self.files["/etc/jail.conf", default: ""] + "# later\n")
    let stale = try await Program.run(["apply", plan, "--yes", "--root", host.path])
    #expect(stale.exitCode == 74)
    #expect(stale.errors.contains("/etc/jail.conf was changed meanwhile, nothing is written"))
    try host.file("/plan", "jailscope plan 1\n")
    #expect(try await Program.run(["apply", plan, "--root", host.path]).exitCode == 64)
  }

  @Test func `what diff prints applies with patch`() async throws {
    let host = try host()
    let diff = try await Program.run(["diff", "--root", host.path])
    try host.file("/change", diff.output)
    let patch = Process()
    patch.executableURL = URL(filePath: "/usr/bin/env")
    patch.arguments = ["patch", "-s", "-p1", "-d", host.path, "-i", host.path + "/change"]
    try patch.run()
    patch.waitUntilExit()
    #expect(patch.terminationStatus == 0)
    #expect(try await Program.run(["check", host.path]).exitCode == 0)
  }

  @Test func `an undoing that no longer fits shows all three versions`() async throws {
    let host = try host()
    _ = try await Program.run(["fix", "--safe", "--yes", "--root", host.path])
    try host.file(
      "/etc/jail.conf",
      try host.text("etc/jail.conf").replacingOccurrences(of: "backup {", with: "backup2 {"))
    let undo = try await Program.run(["undo", "--yes", "--root", host.path])
    #expect(undo.exitCode == 74)
    #expect(undo.errors.contains("changed since: /etc/jail.conf"))
    #expect(undo.output.contains("and since then:"))
    #expect(try host.text("etc/jail.conf").contains("backup2 {"))
  }

  @Test func `a journal elsewhere leaves nothing but the change on the host`() async throws {
    let host = try host()
    let state = try TemporaryHost()
    let options = ["--root", host.path, "--state", state.path]
    #expect(try await Program.run(["fix", "--safe", "--yes"] + options).exitCode == 0)
    #expect(!FileManager.default.fileExists(atPath: host.path + "/var/db/jailscope"))
    #expect(try await Program.run(["undo", "--yes"] + options).exitCode == 2)
    #expect(try isUnchanged(host))
  }

  @Test func `looking at the journal makes none`() async throws {
    let host = try host()
    let run = try await Program.run(["journal", "--root", host.path])
    #expect(run.output == "no change was made yet\n")
    #expect(!FileManager.default.fileExists(atPath: host.path + "/var/db/jailscope"))
  }

  @Test(arguments: [
    ["fix", "--yes"], ["fix", "--safe", "web"], ["diff", "--way", "1"], ["fix", "a", "--way", "0"],
    ["apply", "/nonexistent"], ["demo", "undo"], ["demo", "journal"],
  ])
  func `calls that make no sense are refused`(arguments: [String]) async throws {
    #expect(try await Program.run(arguments).exitCode == 64)
  }

  @Test func `a number shows a way, and y takes it`() async throws {
    let host = try host()
    let fix = ["fix", "backup", "--root", host.path]
    let run = try await Program.run(fix, input: "9\n2\ny\nq\ny\n")
    #expect(run.output.contains("there is no way 9\n"))
    #expect(run.output.contains("mend it by way 2? "))
    #expect(try host.text("etc/jail.conf").contains("em0|2001:db8::3/64"))
  }

  @Test func `a question about the demo host fits in 24 lines with its prompt`() async throws {
    let run = try await Program.run(["demo", "fix"], input: "")
    let question = run.output.components(separatedBy: "mend it")[0]
    #expect(question.split(separator: "\n", omittingEmptySubsequences: false).count <= 24)
  }

  @Test func `the demo host can be mended to see how, but not written`() async throws {
    let run = try await Program.run(["demo", "fix", "--safe"])
    #expect(run.output.contains("+export jail_backup_ip=\"lo1|127.0.0.3,2001:db8:17:42::3\""))
    #expect(run.output.hasSuffix("the demo host is built in: nothing is written\n"))
    #expect(run.exitCode == 2)
  }
}
