import Foundation
import LiveApply
import LoopbackSSH
import TestHosts
import Testing

/// Changes of the running host that are broken on purpose: unless it was confirmed, the host is as it
/// was in the end.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["JAILSCOPE_GUARD_ROUNDS"] != nil,
    "guards outlive what starts them: .ci/run holds these by themselves"),
  .timeLimit(.minutes(15)))
struct GuardScenarioTests {
  /// `JAILSCOPE_GUARD_ROUNDS` of them, else one.
  static let rounds =
    ProcessInfo.processInfo.environment["JAILSCOPE_GUARD_ROUNDS"].flatMap { Int($0) } ?? 1

  @Test(.serialized, arguments: 1...rounds)
  func `whatever breaks, the host is as it was unless it was confirmed`(round: Int) async throws {
    try await Self.runAll(GuardScenario.all)
  }

  @Test(
    .enabled(if: LoopbackSSH.isInstalled, "sshd is not installed"), .serialized,
    arguments: 1...rounds)
  func `so it is on a host that is reached through ssh`(round: Int) async throws {
    try await Self.runAll(
      GuardScenario.all + GuardScenario.connecting, over: try await LoopbackSSH())
  }

  @Test(.serialized, arguments: ["/usr/bin/dash", "/usr/bin/mksh", "/usr/bin/bash"])
  func `it goes the same by every shell`(shell: String) async throws {
    guard FileManager.default.isExecutableFile(atPath: shell) else { return }
    let names = ["confirmed over a new connection", "never confirmed", "the second command fails"]
    try await Self.runAll(GuardScenario.all.filter { names.contains($0.name) }, shell: shell)
  }

  /// Lets scenarios happen side by side, each on a host of its own.
  private static func runAll(
    _ scenarios: [GuardScenario], shell: String = "/bin/sh", over server: LoopbackSSH? = nil
  ) async throws {
    var waiting = scenarios[...]
    try await withThrowingTaskGroup { group in
      // more at a time would only wait for each other's processes
      for scenario in waiting.prefix(12) {
        group.addTask { try await run(scenario, shell, server) }
      }
      waiting = waiting.dropFirst(12)
      while try await group.next() != nil {
        guard let scenario = waiting.popFirst() else { continue }
        group.addTask { try await run(scenario, shell, server) }
      }
    }
    noteFigure(
      server == nil
        ? "on the host itself"
        : "through ssh and a real server on loopback, each call by a connection of its own",
      scenarios.count)
  }

  private static func run(
    _ scenario: GuardScenario, _ shell: String, _ server: LoopbackSSH?
  ) async throws {
    let host = try GuardedHost(shell: shell, over: server)
    do {
      try await scenario.run(host)
    } catch let trouble as GuardedHost.Trouble {
      Issue.record("\(scenario.name): \(trouble.text)")
    }
    try await host.settle()
    let state = host.note("state")
    let ends = scenario.ends.filter { !$0.isEmpty }
    #expect(ends.isEmpty ? state.isEmpty : ends.contains(state), "\(scenario.name): \(state)")
    let isNew = ["confirmed", "reverted-with-errors"].contains(state)
    #expect(host.isAsBefore != isNew, "\(scenario.name): \(host.text("host/state"))")
    try await host.wait(for: "the guards to end after: \(scenario.name)") {
      ["worker", "backup"].allSatisfy { !host.isGuard(host.pid(of: $0)) }
    }
    try await host.wait(for: "the host to be held or free after: \(scenario.name)") {
      (host.text("root/var/run/jailscope/busy") != "") == (state == "confirmed")
    }
  }
}

extension GuardedHost {
  /// Whether a process is one of the guards here.
  func isGuard(_ pid: Int32) -> Bool {
    guard pid > 0, let bytes = try? Data(contentsOf: URL(filePath: "/proc/\(pid)/cmdline")) else {
      return false
    }
    return String(decoding: bytes, as: UTF8.self).contains(path)
  }
}
