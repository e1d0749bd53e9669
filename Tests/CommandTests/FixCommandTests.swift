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
    #expect(again.output == "nothing is found that needs mending\n")
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
    let file = "\(host.path)/etc/jail.conf"
    #expect(stale.errors.contains("\(file) was changed meanwhile, nothing is written"))
    #expect(stale.errors.contains("jailscope plan makes another"))
    let again = try await Program.run(["apply", plan, "--yes", "--root", copy.path])
    #expect(again.exitCode == 74)
    #expect(again.errors.contains("this plan is applied already, by "))
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

  @Test func `an undo is undone by the name it prints`() async throws {
    let host = try host()
    let options = ["--yes", "--root", host.path]
    let fix = try await Program.run(["fix", "--safe"] + options)
    #expect(fix.output.contains("\nwritten: \(host.path)/etc/jail.conf\n"))
    let undo = try await Program.run(["undo"] + options)
    #expect(undo.output.contains("\nnow BOOT-SAFE, with it NOT BOOT-SAFE\n"))
    #expect(undo.output.contains("\nrestored: \(host.path)/etc/jail.conf\n"))
    let name = try #require(
      undo.output.split(separator: "\n").first { $0.hasPrefix("journal: ") }?.split(separator: " ")[
        1])
    #expect(
      undo.output.contains("\njournal: \(name) (jailscope undo \(name) takes the undo back)\n"))
    let plain = try await Program.run(["undo"] + options)
    #expect(plain.exitCode == 74)
    #expect(plain.errors.contains("jailscope undo \(name) takes the last undo back"))
    #expect(try await Program.run(["undo", String(name)] + options).exitCode == 0)
  }

  @Test func `an undo tells what its manager has to be told`() async throws {
    let jails = "/usr/local/bastille/jails/web"
    let host = try TemporaryHost([
      "/etc/rc.conf": """
      ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
      ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
      bastille_enable="YES"

      """,
      "/usr/local/etc/bastille/bastille.conf": "bastille_prefix=/usr/local/bastille\n",
      "\(jails)/jail.conf":
        "web { path = \(jails)/root; ip6.addr = em0|2001:db8::3; ip6 = new; persist; }\n",
    ])
    try host.folder("/var/db/x")
    let options = ["--yes", "--root", host.path]
    let fix = try await Program.run(["fix", "--safe"] + options)
    #expect(fix.output.contains("\n  bastille restart web\n"), "\(fix.output)")
    let undo = try await Program.run(["undo"] + options)
    #expect(undo.output.contains("\n  bastille restart web\n"))
  }

  @Test(arguments: [
    ("Y\n", true), ("yes\n", true), ("\nwhat\n y\n", true), ("no\ny\n", false), ("\n", false),
    ("j\n", false),
  ])
  func `yes and no are taken as people say them, and else it is asked again`(
    _ answer: String, _ isWritten: Bool
  ) async throws {
    let host = try host()
    let fix = ["fix", "--safe", "--root", host.path]
    _ = try await Program.run(fix, input: answer)
    #expect(try isUnchanged(host) != isWritten)
    guard answer == "j\n" else { return }
    let german = try await Program.run(fix, input: answer, environment: ["LANG": "de_DE.UTF-8"])
    #expect(german.exitCode == 0, "\(german.output)")
  }

  @Test(arguments: [
    (["fix", "backup", "--way", "9", "--yes"], "there is no way 9, the last one is "),
    (["fix", "--safe", "--yes"], "nothing that is found is safe to mend"),
    (["fix", "what"], "nothing is found about what"),
    (["diff", "what"], "nothing is found about what"),
    (["plan", "what"], "nothing is found about what"),
  ])
  func `why there is nothing to write is told`(_ words: [String], _ reason: String) async throws {
    let host = try TemporaryHost([
      "/etc/rc.conf": """
      ifconfig_em0="inet 192.0.2.10/24"
      ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
      ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
      jail_enable="YES"

      """,
      "/etc/jail.conf": words.contains("--safe")
        ? "a { persist; path = /; exec.prestart = false; }\n"
        : "persist; path = /; backup { ip6.addr = \"em0|2001:db8::3\"; }\n",
    ])
    let run = try await Program.run(words + ["--root", host.path])
    #expect((run.output + run.errors).contains(reason), "\(run.output)\(run.errors)")
    #expect(run.exitCode == 2)
  }

  @Test func `a jail that is not known is told where nothing is found about it`() async throws {
    let host = try TemporaryHost([
      "/etc/rc.conf": "jail_enable=YES\n",
      "/etc/jail.conf": "mail { persist; path = /; ip4.addr = \"em7|192.0.2.1\"; }\n",
    ])
    let run = try await Program.run(["fix", "mail", "--root", host.path])
    #expect(
      run.output == """
        nothing is found about mail
        not known: jail mail: whether the host has em7 is not known

        """)
    let all = try await Program.run(["fix", "--root", host.path])
    #expect(
      all.output.contains("not everything is known: see jailscope status\n--facts FILE tells"))
    #expect(all.exitCode == 3)
  }

  @Test func `who can't write is told so before anything is asked`() async throws {
    let host = try host()
    let capture = "\(host.path)/capture"
    _ = try await Program.run(["capture", "--root", host.path, "-o", capture])
    let run = try await Program.run(["fix", "--capture", capture], input: "")
    #expect(run.errors.contains("nothing can be written; jailscope plan writes down what would be"))
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
