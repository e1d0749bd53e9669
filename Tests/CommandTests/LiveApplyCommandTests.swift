import ConfigSyntax
import Foundation
import Testing

/// Changes of a running host that is a file, by the commands that people type.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["JAILSCOPE_GUARD_ROUNDS"] != nil,
    "guards outlive what starts them: .ci/run holds these by themselves"),
  .timeLimit(.minutes(15)))
struct LiveApplyCommandTests {
  private static let here = ["--connection", "203.0.113.9 50022 192.0.2.10 22"]
  private static let elsewhere = ["--connection", "203.0.113.9 50023 192.0.2.10 22"]

  static let state = """
    if em0 UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST
    if lo0 UP,LOOPBACK,RUNNING,MULTICAST
    addr em0 inet 192.0.2.10 24
    addr em0 inet 192.0.2.31 24
    addr lo0 inet 127.0.0.1 8
    addr lo0 inet6 ::1 128
    jail 1 git 192.0.2.31
    route default 192.0.2.1 em0

    """

  /// A host with a jail whose address has the length of the network.
  static func host(_ more: [String: String] = [:]) throws -> TemporaryHost {
    let host = try TemporaryHost(
      [
        "/host/state": state,
        "/root/etc/rc.conf": """
        hostname="host.example.org"
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias0="inet 192.0.2.31/24"
        defaultrouter="192.0.2.1"
        jail_enable="YES"

        """,
        "/root/etc/jail.conf": "git { path = /; persist; ip4.addr = \"em0|192.0.2.31\"; }\n",
      ].merging(more) { $1 })
    let standin = URL(filePath: #filePath).appending(path: "../../Fixtures/live-host/standin")
      .standardized
    try host.folder("/programs")
    try FileManager.default.copyItem(
      atPath: standin.path(percentEncoded: false), toPath: "\(host.path)/programs/standin")
    for name in [
      "ifconfig", "jls", "jail", "netstat", "route", "mount", "sysctl", "logger", "wall",
    ] {
      try host.link("/programs/\(name)", to: "standin")
    }
    return host
  }

  private func run(
    _ words: [String], on host: TemporaryHost, input: String? = nil
  ) async throws -> Program.Run {
    try await Program.run(
      words + ["--root", "\(host.path)/root", "--live-commands", "\(host.path)/programs"],
      input: input)
  }

  static let apply = [
    "apply", "alias-with-network-mask", "--live", "--yes", "--no-wait", "--window", "600",
  ]

  @Test func `a change is made, told, confirmed over another connection and written`() async throws
  {
    let host = try Self.host()
    let made = try await run(Self.apply + Self.here, on: host)
    #expect(
      made.output.contains("now, on the running host:\n  ifconfig em0 inet 192.0.2.31/32 alias"))
    #expect(made.output.contains("by:\n  ifconfig em0 inet 192.0.2.31/24 alias"))
    #expect(made.output.contains(": applied, "))
    #expect(made.exitCode == 4)
    #expect(try host.text("host/state").contains("addr em0 inet 192.0.2.31 32"))
    #expect(try !host.text("root/etc/rc.conf").contains("192.0.2.31/32"))

    let status = try await run(["status"], on: host)
    #expect(status.output.contains("s left: jailscope confirm keeps it,"))
    #expect(status.exitCode == 4)
    let document = try await run(["status", "--json"], on: host)
    #expect(document.output.contains(#""state": "applied""#))
    try DocumentTests.expectDescribed(document.output, in: "status")
    let metrics = try await run(["status", "--prometheus"], on: host)
    #expect(metrics.output.contains("jailscope_live_change{state=\"applied\"} 1\n"))
    #expect(metrics.exitCode == 4)

    let old = try await run(["confirm"] + Self.here, on: host)
    #expect(old.errors.contains("this connection is older than the change and proves nothing"))
    #expect(old.exitCode == 75)
    let wrong = try await run(["confirm", "--nonce", "00"] + Self.elsewhere, on: host)
    #expect(wrong.exitCode == 75)
    let second = try await run(Self.apply + Self.here, on: host)
    #expect(second.errors.contains("a live change is pending"))
    #expect(second.exitCode == 75)

    let kept = try await run(["confirm"] + Self.elsewhere, on: host)
    #expect(kept.output.contains("written: \(host.path)/root/etc/rc.conf\n"))
    #expect(try host.text("root/etc/rc.conf").contains("192.0.2.31/32"))
    let after = try await run(["status"], on: host)
    #expect(after.exitCode == 1)
    #expect(!after.output.contains("live change"))
  }

  @Test func `a change is taken back at once`() async throws {
    let host = try Self.host()
    #expect(try await run(Self.apply, on: host).exitCode == 4)
    let back = try await run(["revert"], on: host)
    #expect(back.output.contains("the host is as it was"))
    #expect(back.exitCode == 0)
    #expect(try host.text("host/state").contains("addr em0 inet 192.0.2.31 24"))
    #expect(try await run(["revert"], on: host).exitCode == 0)
    #expect(try await run(["confirm"], on: host).exitCode == 75)
  }

  @Test func `whoever watches is told of it from its beginning to its end`() async throws {
    let host = try Self.host()
    let running = try Program.start([
      "status", "--watch", "--root", "\(host.path)/root", "--live-commands",
      "\(host.path)/programs",
    ])
    try await running.wait(for: "the first line") { try $0.output.hasSuffix("\n") }
    #expect(try !running.output.contains("live change"))
    #expect(try await run(Self.apply, on: host).exitCode == 4)
    try await running.wait(for: "the change") { try $0.output.contains(": applied, ") }
    #expect(try await run(["revert"], on: host).exitCode == 0)
    try await running.wait(for: "its end") { running in
      try running.output.split(separator: "\n").last?.contains("live change") == false
    }
    running.process.kill(SIGTERM)
    #expect(try running.ended().exitCode == 1)
  }

  @Test func `whoever waits is told that nobody confirmed it`() async throws {
    let host = try Self.host()
    let run = try await run(
      ["apply", "alias-with-network-mask", "--live", "--short-window", "--window", "1"], on: host,
      input: "y\n")
    #expect(run.output.contains("taken back, for nobody confirmed it: the host is as it was"))
    #expect(run.exitCode == 74)
    #expect(try !host.text("root/etc/rc.conf").contains("192.0.2.31/32"))
  }

  @Test func `files that can't be written are told loudly, and tried again`() async throws {
    let host = try Self.host()
    #expect(try await run(Self.apply, on: host).exitCode == 4)
    let text = try host.text("root/etc/rc.conf")
    try host.file("/root/etc/rc.conf", text + "# changed\n")
    let failed = try await run(["confirm"], on: host)
    #expect(failed.errors.contains("the running host is changed, and its files are not"))
    #expect(failed.exitCode == 74)
    let status = try await run(["status"], on: host)
    #expect(status.output.contains("confirmed, and its files are not written"))
    #expect(status.exitCode == 4)
    try host.file("/root/etc/rc.conf", text)
    #expect(
      try await run(["confirm"], on: host).output.contains(
        "written: \(host.path)/root/etc/rc.conf\n"))
    #expect(try await run(["status"], on: host).exitCode == 1)
  }

  @Test func `a plan that was written down is made`() async throws {
    let host = try Self.host()
    let plan = try await run(
      ["plan", "alias-with-network-mask", "-o", "\(host.path)/plan"], on: host)
    #expect(plan.exitCode == 1)
    let made = try await run(
      ["apply", "\(host.path)/plan", "--live", "--yes", "--no-wait"], on: host)
    #expect(made.exitCode == 4)
    #expect(try await run(["revert"], on: host).exitCode == 0)
  }

  @Test func `what only runs otherwise is mended without a file`() async throws {
    let host = try Self.host([
      "/host/state": Self.state.replacing("addr em0 inet 192.0.2.31 24\n", with: "")
    ])
    let made = try await run(
      ["apply", "address-missing-now", "--live", "--yes", "--no-wait"], on: host)
    #expect(made.output.contains("ifconfig em0 inet 192.0.2.31/24 alias"))
    #expect(made.exitCode == 4)
    let kept = try await run(["confirm"], on: host)
    #expect(kept.output.contains("it stays"))
    #expect(try host.text("host/state").contains("addr em0 inet 192.0.2.31 24"))
  }

  @Test func `the own address is changed only when it is asked for twice`() async throws {
    let host = try Self.host()
    let own = ["--connection", "203.0.113.9 50022 192.0.2.31 22"]
    let refused = try await run(Self.apply + own, on: host)
    #expect(refused.errors.contains("192.0.2.31 is the address by which you are connected"))
    #expect(try host.text("host/state") == Self.state)
    let unsure = try await run(Self.apply + own + ["--own-address"], on: host, input: "n\n")
    #expect(unsure.output.contains("your connection goes to 192.0.2.31, and may end: go on?"))
    #expect(try host.text("host/state") == Self.state)
    let sure = try await run(Self.apply + own + ["--own-address"], on: host, input: "y\n")
    #expect(sure.exitCode == 4)
    #expect(try await run(["revert"], on: host).exitCode == 0)
  }

  @Test(arguments: [
    ["apply"], ["apply", "x", "--window", "60", "--no-wait"], ["apply", "--live", "--window", "5"],
    ["apply", "--live", "--window", "601"],
  ])
  func `what makes no sense is refused`(words: [String]) async throws {
    #expect(try await Program.run(words + ["--root", "/nonexistent"]).exitCode == 64)
  }

  @Test func `nothing is done where nothing runs`() async throws {
    let host = try Self.host()
    let run = try await Program.run([
      "apply", "alias-with-network-mask", "--live", "--yes", "--root", "\(host.path)/root",
    ])
    #expect(run.errors.contains("what runs now is not known"))
    #expect(run.exitCode == 74)
    #expect(try await Program.run(["confirm", "--root", "\(host.path)/root"]).exitCode == 75)
  }
}
