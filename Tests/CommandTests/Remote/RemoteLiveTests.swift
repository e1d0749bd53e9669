import Foundation
import LoopbackSSH
import Testing

/// Changes of a running host that is reached through the real ssh(1), by the commands that people type:
/// each is another connection.
@Suite(
  .enabled(
    if: LoopbackSSH.isInstalled
      && ProcessInfo.processInfo.environment["JAILSCOPE_GUARD_ROUNDS"] != nil,
    "guards outlive what starts them: .ci/run holds these by themselves, with sshd"), .serialized,
  .timeLimit(.minutes(15)))
struct RemoteLiveTests {
  let server: LoopbackSSH
  let host: TemporaryHost

  init() async throws {
    server = try await LoopbackSSH()
    host = try LiveApplyCommandTests.host()
  }

  private var place: [String] {
    [
      "--host", LoopbackSSH.host, "--ssh-config", server.configuration, "--root",
      "\(host.path)/root", "--live-commands", "\(host.path)/programs",
    ]
  }

  private var environment: [String: String] { ["XDG_STATE_HOME": "\(server.folder)/state"] }

  private func far(_ words: [String]) async throws -> Program.Run {
    try await Program.run(words + place, environment: environment)
  }

  /// Begins a change and stays, as whoever types it does.
  private func begin(_ words: [String]) async throws -> Program.Running {
    let running = try Program.start(
      ["apply", "alias-with-network-mask", "--live", "--yes"] + words + place,
      environment: environment)
    try await running.wait(for: "the change") { try $0.output.contains(": applied, ") }
    return running
  }

  private var isChanged: Bool {
    get throws { try host.text("host/state").contains("addr em0 inet 192.0.2.31 32") }
  }

  private var isWritten: Bool {
    get throws { try host.text("root/etc/rc.conf").contains("192.0.2.31/32") }
  }

  /// The number of a guard there.
  private func guardian(_ role: String) throws -> pid_t {
    let busy = try host.text("root/var/run/jailscope/busy")
    let id = try #require(busy.split(separator: " ").first)
    let text = try host.text("root/var/run/jailscope/\(id)/\(role)").filter { $0 != "\n" }
    return try #require(pid_t(text))
  }

  private func killGuards() async throws {
    for number in [try guardian("worker"), try guardian("backup")] {
      kill(number, SIGKILL)
      let limit = ContinuousClock.now + .seconds(20)
      // one that still ends is one that still guards
      while let line = try? Data(contentsOf: URL(filePath: "/proc/\(number)/cmdline")),
        !line.isEmpty, .now < limit
      {
        try await Task.sleep(for: .milliseconds(10))
      }
    }
  }

  private func waitUntilTakenBack() async throws {
    let limit = ContinuousClock.now + .seconds(60)
    while try isChanged, .now < limit { try await Task.sleep(for: .milliseconds(50)) }
    #expect(try !isChanged)
  }

  @Test func `a change is made, told, confirmed over another connection and written`() async throws
  {
    let made = try await far(LiveApplyCommandTests.apply)
    #expect(made.errors.isEmpty)
    #expect(made.output.contains(": applied, "))
    #expect(made.exitCode == 4)
    #expect(try isChanged)
    #expect(try !isWritten)

    let status = try await far(["status"])
    #expect(status.output.contains("s left: jailscope confirm keeps it,"))
    #expect(status.exitCode == 4)
    #expect(try await far(["status", "--json"]).exitCode == 4)
    let second = try await far(LiveApplyCommandTests.apply)
    #expect(second.errors.contains("a live change is pending"))
    #expect(second.exitCode == 75)
    let wrong = try await far(["confirm", "--nonce", "00"])
    #expect(wrong.errors.contains("this is not the nonce"))

    let kept = try await far(["confirm"])
    #expect(kept.errors.isEmpty)
    #expect(kept.output.contains("written: /etc/rc.conf\n"))
    #expect(kept.exitCode == 1)
    #expect(try isWritten)
    #expect(try await far(["status"]).exitCode == 1)
    #expect(try await far(["journal"]).output.contains("127.0.0.1"))
  }

  @Test func `a change is taken back at once`() async throws {
    #expect(try await far(LiveApplyCommandTests.apply).exitCode == 4)
    let back = try await far(["revert"])
    #expect(back.output.contains("the host is as it was"))
    #expect(back.exitCode == 0)
    #expect(try !isChanged)
    #expect(try await far(["confirm"]).exitCode == 75)
  }

  @Test func `whoever waits is told that it was confirmed on the host itself`() async throws {
    let running = try await begin(["--window", "600"])
    let kept = try await Program.run([
      "confirm", "--root", "\(host.path)/root", "--live-commands", "\(host.path)/programs",
    ])
    #expect(kept.output.contains("written: \(host.path)/root/etc/rc.conf\n"))
    let run = try running.ended()
    // its files may not be written yet when that is told
    #expect(run.output.contains(": confirmed"))
    #expect(run.exitCode == 0)
  }

  @Test func `a change whose operator is gone is confirmed from a new login`() async throws {
    let running = try await begin(["--window", "600"])
    running.process.kill(SIGKILL)
    _ = try running.ended()
    #expect(try await far(["status"]).exitCode == 4)
    #expect(try await far(["confirm"]).output.contains("written: /etc/rc.conf\n"))
    #expect(try isChanged)
  }

  @Test func `a change whose operator is gone takes itself back`() async throws {
    let running = try await begin(["--window", "4", "--short-window"])
    running.process.kill(SIGKILL)
    _ = try running.ended()
    try await waitUntilTakenBack()
    #expect(try !isWritten)
    #expect(try await far(["status"]).exitCode != 4)
  }

  @Test func `a host that can't be reached any more takes it back, and that is told`() async throws
  {
    let running = try await begin(["--window", "2", "--short-window"])
    try FileManager.default.removeItem(atPath: server.configuration)
    let process = running.process.processIdentifier
    let clients = try String(
      contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8)
    for client in clients.split(separator: " ").compactMap({ pid_t($0) }) { kill(client, SIGKILL) }
    try await waitUntilTakenBack()
    while running.process.isRunning { try await Task.sleep(for: .milliseconds(100)) }
    let run = try running.ended()
    #expect(run.errors.contains("unless it is confirmed, the host takes it back by itself"))
    #expect(run.exitCode == 74)
    #expect(try !isWritten)
  }

  @Test func `a boot takes it back`() async throws {
    #expect(try await far(LiveApplyCommandTests.apply).exitCode == 4)
    try await killGuards()
    // what rc.d/cleanvar does, and the addresses that the files have
    try FileManager.default.removeItem(atPath: "\(host.path)/root/var/run/jailscope")
    try host.file("/host/state", LiveApplyCommandTests.state)
    #expect(try await far(["status"]).exitCode == 1)
    let late = try await far(["confirm"])
    #expect(late.errors.contains("no live change is pending"))
    #expect(late.exitCode == 75)
    #expect(try !isWritten)
  }

  @Test func `whoever looks finishes what killed guards left`() async throws {
    #expect(try await far(LiveApplyCommandTests.apply).exitCode == 4)
    try await killGuards()
    #expect(try await far(["status"]).exitCode == 1)
    #expect(try !isChanged)
    #expect(try await far(["confirm"]).exitCode == 75)
    #expect(try !isWritten)
  }
}
