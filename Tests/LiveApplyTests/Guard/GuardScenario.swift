import Foundation
import LiveApply
import Testing

/// A way in which a change of the running host goes, or goes wrong.
struct GuardScenario: Sendable {
  /// What happens.
  let name: String
  /// The states it may end in; none for a change that there never was.
  let ends: [String]
  /// Lets it happen; the change is called `a1`.
  let run: @Sendable (GuardedHost) async throws -> Void

  init(
    _ name: String, _ ends: String..., run: @escaping @Sendable (GuardedHost) async throws -> Void
  ) {
    self.name = name
    self.ends = ends
    self.run = run
  }

  /// Seconds until a change is taken back that nobody is to confirm in time.
  static let short = 2
  /// Seconds that are enough to confirm one.
  static let long = 120

  // MARK: plans

  private static let scene = """
    from \(GuardedHost.connection)
    check address em0 inet 192.0.2.10/24
    check address em0 inet6 2001:db8::10/64
    check address lo0 inet 127.0.0.1/8
    check jail git 192.0.2.10,2001:db8::10
    check route 0.0.0.0/0 192.0.2.1 em0
    check route 198.51.100.0/24 192.0.2.9 em0
    way inet default

    """

  /// Puts an address there.
  static let harmless =
    scene + """
      do ifconfig em0 inet 192.0.2.20/32 alias
      undo ifconfig em0 inet 192.0.2.20 -alias
      verify has address em0 inet 192.0.2.20/32
      end

      """

  /// Takes the address away by which the host is reached.
  static let fatal =
    scene + """
      do ifconfig em0 inet 192.0.2.10 -alias
      do ifconfig em0 inet 198.51.100.5/24 alias
      do jail -m name=git ip4.addr=198.51.100.5
      undo jail -m name=git ip4.addr=192.0.2.10
      undo ifconfig em0 inet 198.51.100.5 -alias
      undo ifconfig em0 inet 192.0.2.10/24 alias
      verify lacks address em0 inet 192.0.2.10/24
      end

      """

  /// Its second command fails: the kernel has no such interface.
  static let broken =
    scene + """
      do ifconfig em0 inet 192.0.2.20/32 alias
      do ifconfig em7 inet 192.0.2.21/32 alias
      undo ifconfig em7 inet 192.0.2.21 -alias
      undo ifconfig em0 inet 192.0.2.20 -alias
      end

      """

  // MARK: scenarios

  /// All of them.
  static let all = confirming + losing + commanding + attacking

  private static let confirming = [
    GuardScenario("confirmed over a new connection", "confirmed") { host in
      try await host.make(harmless, seconds: long)
      try await host.ask(.confirm(id: "a1", nonce: host.note("nonce"), connection: "x"))
    },
    GuardScenario("never confirmed", "reverted") { try await $0.make(harmless, seconds: short) },
    GuardScenario("confirmed with another nonce", "reverted") { host in
      try await host.make(harmless, seconds: short)
      try await host.expect(
        .confirm(id: "a1", nonce: "00", connection: nil), says: "not the nonce")
    },
    GuardScenario("confirmed over the connection it was made by", "reverted") { host in
      try await host.make(harmless, seconds: long)
      try await host.expect(
        .confirm(id: nil, nonce: nil, connection: GuardedHost.connection), says: "log in anew")
      try await host.ask(.revert(id: nil))
    },
    GuardScenario("confirmed too late", "reverted") { host in
      try await host.make(harmless, seconds: short)
      try await host.settle()
      try await host.expect(.confirm(id: "a1", nonce: nil, connection: nil), says: "is reverted")
    },
    GuardScenario("confirmed while the time is over", "reverted", "confirmed") { host in
      try await host.make(harmless, seconds: short)
      try await Task.sleep(for: .milliseconds(Int.random(in: 1600...2300)))
      let answer = try await host.ask(.confirm(id: "a1", nonce: nil, connection: nil))
      try await host.settle()
      let isConfirmed = if case .change = answer { true } else { false }
      guard isConfirmed == (host.note("state") == "confirmed") else {
        throw GuardedHost.Trouble(text: "both won: \(answer), \(host.note("state"))")
      }
    },
    GuardScenario("the address of the connection is lost, nobody confirms", "reverted") { host in
      try await host.make(fatal, seconds: short)
    },
    GuardScenario("the way to the one who asks is lost", "reverted") { host in
      // the route to the network of the other end goes with the address
      let plan = fatal.replacing("way inet default\n", with: "way inet 192.0.2.200\n")
      try await host.make(plan, seconds: long)
    },
  ]

  private static let losing = [
    GuardScenario("the session is killed", "reverted", "failed") {
      try await $0.loseSession(harmless, by: SIGKILL)
    },
    GuardScenario("the session is killed, the change is fatal", "reverted", "failed") {
      try await $0.loseSession(fatal, by: SIGKILL)
    },
    GuardScenario("the session is hung up", "reverted", "failed") {
      try await $0.loseSession(harmless, by: SIGHUP)
    },
    GuardScenario("the session hangs until the time is over", "reverted", "failed") {
      try await $0.loseSession(harmless, by: SIGSTOP)
    },
    GuardScenario("the session hangs, the change is fatal", "reverted", "failed") {
      try await $0.loseSession(fatal, by: SIGSTOP)
    },
    GuardScenario("nobody reads what is answered", "reverted") { host in
      _ = try await host.ask(.arm(id: "a1", seconds: long), plan: harmless)
      for verb in [GuardCall.Verb.go(id: "a1"), .revert(id: "a1")] {
        _ = try await host.run("( sleep 0.2\n\(host.call(verb)) ) | true")
      }
    },
    GuardScenario("the plan is cut short") { host in
      let cut = String(harmless.prefix(Int.random(in: 1..<harmless.count - 1)))
      try await host.expect(.arm(id: "a1", seconds: short), plan: cut, says: "cut short")
      try await host.expect(.go(id: "a1"), says: "no live change")
    },
    GuardScenario("armed and never made", "failed") { host in
      _ = try await host.ask(.arm(id: "a1", seconds: short, patience: 1), plan: harmless)
    },
  ]

  /// What can happen besides to a host that is reached by a server.
  static let connecting = [
    GuardScenario("the server's session is killed", "reverted", "failed") {
      try await $0.loseSession(harmless, by: SIGKILL, atServer: true)
    },
    GuardScenario("the server's session is killed, the change is fatal", "reverted", "failed") {
      try await $0.loseSession(fatal, by: SIGKILL, atServer: true)
    },
    GuardScenario("the server's session hangs, the change is fatal", "reverted", "failed") {
      try await $0.loseSession(fatal, by: SIGSTOP, atServer: true)
    },
    GuardScenario("the connection is cut while the plan comes") { host in
      let cut = String(harmless.prefix(Int.random(in: 1..<harmless.count - 1)))
      let session = try host.startSession(
        host.call(.arm(id: "a1", seconds: short)), input: cut)
      try await Task.sleep(for: .milliseconds(Int.random(in: 50...900)))
      kill(-session.processIdentifier, SIGKILL)
      try await host.expect(.go(id: "a1"), says: "no live change")
    },
  ]

  private static let commanding = [
    GuardScenario("the second command fails", "reverted") { host in
      try await host.make(broken, seconds: long)
      try await host.settle()
      guard host.note("log").contains("failed: ifconfig em7") else {
        throw GuardedHost.Trouble(text: "the log has \(host.note("log"))")
      }
    },
    GuardScenario("the host is not as it was", "") { host in
      try host.write("host/state", GuardedHost.before + "addr em0 inet 192.0.2.99 32\n")
      try await host.expect(
        .arm(id: "a1", seconds: short), plan: harmless,
        says: "new is address em0 inet 192.0.2.99/32")
      try host.write("host/state", GuardedHost.before)
    },
    GuardScenario("a file is not as it was", "") { host in
      let sum = String(repeating: "0", count: 64)
      try await host.expect(
        .arm(id: "a1", seconds: short), plan: "file \(sum) /etc/rc.conf\n" + harmless,
        says: "/etc/rc.conf is not the file")
    },
    GuardScenario("somebody takes it back", "reverted") { host in
      try await host.make(harmless, seconds: long)
      try await host.ask(.revert(id: "a1"))
    },
    GuardScenario("the same change is armed twice", "reverted") { host in
      _ = try await host.ask(.arm(id: "a1", seconds: short), plan: harmless)
      try await host.expect(
        .arm(id: "a1", seconds: long), plan: harmless, says: "a change a1 already")
      _ = try await host.ask(.go(id: "a1"))
    },
    GuardScenario("another change is armed meanwhile", "reverted") { host in
      try await host.make(harmless, seconds: long)
      try await host.expect(
        .arm(id: "b2", seconds: long), plan: fatal, says: "change a1 is pending")
      guard host.has("em0 inet 192.0.2.20 32") else {
        throw GuardedHost.Trouble(text: "the second change undid the first")
      }
      try await host.ask(.revert(id: nil))
    },
    GuardScenario("a plan that would run another program", "reverted") { host in
      let plan = harmless.replacing(
        "do ifconfig",
        with: "do touch \(host.path)/ran; ifconfig em0 $(touch \(host.path)/ran)\ndo ifconfig")
      try await host.make(plan, seconds: long)
      guard host.text("ran").isEmpty, !FileManager.default.fileExists(atPath: "\(host.path)/ran")
      else { throw GuardedHost.Trouble(text: "it ran") }
    },
  ]

  private static let attacking = [
    GuardScenario("the worker is sent HUP, INT and TERM", "reverted") { host in
      try await host.make(harmless, seconds: short)
      for signal in [SIGHUP, SIGINT, SIGTERM] { kill(host.pid(of: "worker"), signal) }
    },
    GuardScenario("the worker is killed", "reverted") { host in
      try await host.make(harmless, seconds: short)
      try await Task.sleep(for: .milliseconds(Int.random(in: 0...900)))
      kill(host.pid(of: "worker"), SIGKILL)
    },
    GuardScenario("the worker is killed, the change is fatal", "reverted") { host in
      try await host.make(fatal, seconds: short)
      kill(host.pid(of: "worker"), SIGKILL)
    },
    GuardScenario("the backup is killed", "reverted") { host in
      try await host.make(harmless, seconds: short)
      kill(host.pid(of: "backup"), SIGKILL)
    },
    GuardScenario("both are killed, and somebody looks", "reverted") { host in
      try await host.make(fatal, seconds: long)
      try await host.killGuards()
      try await host.ask(.status(id: nil))
    },
    GuardScenario("both are killed, and somebody confirms", "reverted") { host in
      try await host.make(harmless, seconds: long)
      try await host.killGuards()
      try await host.expect(.confirm(id: "a1", nonce: nil, connection: nil), says: "is reverted")
    },
    GuardScenario("a command hangs", "reverted") { host in
      try host.write("host/fault", "hang ifconfig em0 inet 192.0.2.20/32 alias\n")
      try await host.make(harmless, seconds: short)
    },
    GuardScenario("a command of the way back fails", "reverted-with-errors") { host in
      try host.write("host/fault", "fail ifconfig em0 inet 192.0.2.20 -alias\n")
      try await host.make(harmless, seconds: short)
    },
  ]
}

extension GuardedHost {
  /// Asks for what has to be refused.
  func expect(_ verb: GuardCall.Verb, plan: String? = nil, says: String) async throws {
    let answer = try await ask(verb, plan: plan)
    guard case .refused(let reason) = answer, reason.contains(says) else {
      throw Trouble(text: "\(answer) doesn't say \(says)")
    }
  }

  /// Kills both guards, and waits until they are gone: one that still ends is one that still guards.
  func killGuards() async throws {
    let guards = ["worker", "backup"].map { pid(of: $0) }
    for number in guards { kill(number, SIGKILL) }
    try await wait(for: "the end of the guards") { !guards.contains(where: isGuard) }
  }

  /// Has a change made by a session that ends, or hangs, at some moment.
  ///
  /// - Parameter atServer: whether that happens to the server's side of it.
  func loseSession(_ plan: String, by signal: Int32, atServer: Bool = false) async throws {
    _ = try await ask(.arm(id: "a1", seconds: GuardScenario.short, patience: 3), plan: plan)
    let session = try startSession(call(.go(id: "a1")) + "sleep 1000\n")
    if atServer { try await wait(for: "the server's session") { serverSession != nil } }
    try await Task.sleep(for: .milliseconds(Int.random(in: 20...900)))
    if atServer, let there = serverSession {
      kill(there.server, signal)
    } else {
      kill(-session.processIdentifier, signal)
    }
    try await settle()
    kill(-session.processIdentifier, SIGKILL)
    // what the server started for it goes on without it
    guard let there = serverSession else { return }
    kill(there.server, SIGKILL)
    kill(-there.shell, SIGKILL)
  }
}
