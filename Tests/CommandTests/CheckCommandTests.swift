import Foundation
import Testing

/// The commands about findings, as a person and a script run them.
@Suite(.timeLimit(.minutes(15)))
struct CheckCommandTests {
  private static let unsafe = [
    "/etc/rc.conf": "ifconfig_vtnet0=\"inet 192.0.2.10/24\"\njail_enable=\"YES\"\n",
    "/etc/jail.conf": "git { path = /; persist; ip4.addr = \"em7|192.0.2.31\"; }\n",
    "/facts.json": "{\"hardware\": [\"vtnet0\"]}",
  ]
  private static let safe = [
    "/etc/rc.conf": "ifconfig_vtnet0=\"inet 192.0.2.10/24\"\njail_enable=\"YES\"\n",
    "/etc/jail.conf": "git { path = /; persist; ip4.addr = \"vtnet0|192.0.2.31\"; }\n",
  ]

  @Test func `many hosts are checked in one call, and the worst counts`() async throws {
    let (good, bad) = (try TemporaryHost(Self.safe), try TemporaryHost(Self.unsafe))
    let facts = ["--facts", bad.path + "/facts.json"]
    let run = try await Program.run(["check", good.path, bad.path] + facts)
    #expect(run.exitCode == 2)
    #expect(run.output.contains("\(bad.path)/etc/jail.conf:1:38: error: "))
    #expect(run.output.hasPrefix("\(good.path): BOOT-SAFE  no findings\n"))
    #expect(run.output.hasSuffix("\nNOT BOOT-SAFE  1 of 2 hosts; 1 error\n"))
    #expect(try await Program.run(["check", good.path, good.path] + facts).exitCode == 0)
  }

  @Test func `a root that is not there does not keep the others from being checked`() async throws {
    let good = try TemporaryHost(Self.safe)
    let run = try await Program.run(["check", good.path + "/none", good.path])
    #expect(run.exitCode == 3)
    #expect(run.errors.contains("\(good.path)/none: no such file or directory"))
    #expect(run.output == "BOOT-SAFE  no findings\n")
  }

  @Test(arguments: [
    ["--format", "gcc"], ["--format", "sarif"], ["--format", "junit"], ["--oneline"],
  ])
  func `the exit status is the same in every form`(options: [String]) async throws {
    let run = try await Program.run(["demo", "check"] + options)
    #expect(run.exitCode == 2)
    #expect(!run.output.isEmpty)
  }

  @Test func `status has the same line, and its own exit status`() async throws {
    for files in [Self.safe, Self.unsafe] {
      let host = try TemporaryHost(files)
      let words = ["--oneline", "--root", host.path]
      let status = try await Program.run(["status"] + words)
      let check = try await Program.run(["check"] + words)
      #expect(status.output == check.output)
      #expect(status.exitCode == check.exitCode)
    }
  }

  @Test func `settings silence what they say, and only until their last day`() async throws {
    let host = try TemporaryHost(Self.unsafe)
    let settings = """
      [[ignore]]
      rule = "interface-missing"
      reason = "the card comes on Monday"

      """
    try host.file("/.config/jailscope/jailscope.toml", settings)
    try host.file("/expired.toml", settings + "until = 2020-01-01\n")
    let check = ["check", host.path, "--facts", host.path + "/facts.json"]
    let silenced = try await Program.run(check, home: host.path)
    // silencing the reason makes no jail start
    #expect(silenced.output == "NOT BOOT-SAFE  no findings, 1 silenced\n")
    #expect(silenced.exitCode == 2)
    let listed = try await Program.run(check + ["--silenced"], home: host.path)
    #expect(listed.output.contains("the card comes on Monday"))
    let expired = try await Program.run(check + ["--config", host.path + "/expired.toml"])
    #expect(expired.output.contains("[interface-missing]"))
    #expect(expired.output.contains("\(host.path)/expired.toml:2:8: warning: "))
  }

  @Test func `settings that can't be read are told`() async throws {
    let host = try TemporaryHost(Self.safe)
    try host.folder("/.config/jailscope/jailscope.toml")
    let run = try await Program.run(["check", host.path], home: host.path)
    #expect(run.output.contains("jailscope.toml: can't be read: is a directory"))
    #expect(run.exitCode == 1)
  }

  @Test func `a rule is explained, and a name that is none answered with likely ones`() async throws
  {
    let page = try await Program.run(["explain", "prefix-length-conflict"])
    #expect(page.exitCode == 0)
    #expect(page.output.hasPrefix("prefix-length-conflict\n\nAt worst: error.\n"))
    #expect(!page.output.contains("```"))
    let typo = try await Program.run(["explain", "prefix-lenght-conflict"])
    #expect(typo.errors.contains("did you mean prefix-length-conflict"))
  }

  @Test func `every rule is listed with its severity`() async throws {
    let list = try await Program.run(["rules"])
    #expect(list.exitCode == 0)
    #expect(list.output.contains("prefix-length-conflict              error     Host and jail"))
  }
}
