import Foundation
import HostAccess
import LoopbackSSH
import Remote
import Testing

@testable import LiveApply

/// A host that is a file, with programs that stand in for those of the base system, in a directory
/// that goes when the test is over.
final class GuardedHost: Sendable {
  static let connection = "203.0.113.9 50022 192.0.2.10 22"
  static let otherConnection = "203.0.113.9 50023 192.0.2.10 22"

  /// What the host is like before anything happens to it.
  static let before = """
    if em0 UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST
    if lo0 UP,LOOPBACK,RUNNING,MULTICAST
    addr em0 inet 192.0.2.10 24
    addr em0 inet6 2001:db8::10 64
    addr lo0 inet 127.0.0.1 8
    jail 1 git 192.0.2.10,2001:db8::10
    route default 192.0.2.1 em0
    route 198.51.100.0/24 192.0.2.9 em0

    """

  let path: String
  private let shell: String
  private let server: LoopbackSSH?

  /// - Parameters:
  ///   - shell: runs what is sent to the host, and the guards.
  ///   - server: by which it is reached, over a connection for each call; nil for this machine.
  init(shell: String = "/bin/sh", over server: LoopbackSSH? = nil) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "jailscope-\(UUID())")
    path = folder.path(percentEncoded: false)
    self.shell = shell
    self.server = server
    for name in ["programs", "host", "root/etc"] {
      try FileManager.default.createDirectory(
        atPath: "\(path)/\(name)", withIntermediateDirectories: true)
    }
    let standin = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/live-host/standin").standardized
    try FileManager.default.copyItem(
      atPath: standin.path(percentEncoded: false), toPath: "\(path)/programs/standin")
    for name in [
      "ifconfig", "jls", "jail", "netstat", "route", "mount", "iscsictl", "logger", "wall",
    ] {
      try link("programs/\(name)", to: "standin")
    }
    try link("programs/sh", to: shell)
    try write("host/state", Self.before)
    try write("root/etc/rc.conf", "hostname=\"host.example.org\"\n")
  }

  deinit {
    // guards that are left look for their directory and end
    try? FileManager.default.removeItem(atPath: path)
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(name)", withDestinationPath: target)
  }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
  }

  /// A file; nothing when it isn't there.
  func text(_ name: String) -> String {
    (try? String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)) ?? ""
  }

  /// A file of a change, without the newline.
  func note(_ name: String, of id: String = "a1") -> String {
    text("root/var/run/jailscope/\(id)/\(name)").filter { $0 != "\n" }
  }

  /// The host is as it was; the order of addresses may differ.
  var isAsBefore: Bool { Self.lines(text("host/state")) == Self.lines(Self.before) }

  /// It has an address now.
  func has(_ address: String) -> Bool {
    text("host/state").split(separator: "\n").contains { $0 == "addr \(address)" }
  }

  private static func lines(_ text: String) -> [Substring] { text.split(separator: "\n").sorted() }

  // MARK: the guard

  /// The text that asks the guard for something.
  func call(_ verb: GuardCall.Verb) -> String {
    GuardCall(verb, at: GuardCall.Place(root: "\(path)/root", programs: "\(path)/programs")).text
  }

  /// Asks the guard for something.
  ///
  /// - Parameter plan: what comes on standard input.
  @discardableResult
  func ask(_ verb: GuardCall.Verb, plan: String? = nil) async throws -> GuardAnswer {
    GuardAnswer(Array(try await run(call(verb), input: plan ?? "").utf8))
  }

  /// Arms a change and has it made.
  func make(_ plan: String, seconds: Int) async throws {
    let armed = try await ask(.arm(id: "a1", seconds: seconds), plan: plan)
    guard case .change = armed else { throw Trouble(text: "not armed: \(armed)") }
    _ = try await ask(.go(id: "a1"))
  }

  struct Trouble: Error {
    let text: String
  }

  /// Runs a text by the shell and returns what it prints.
  ///
  /// A thread waits for it: what Foundation starts hands a socket down to the guards, and counts as
  /// running as long as they do.
  func run(_ text: String, input: String = "") async throws -> String {
    let call = ProgramCall(path: shell, arguments: ["-c", text], input: Array(input.utf8))
    let link = try link()
    return await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        let output =
          if let link {
            (try? link.exchange(.shell(text, input: call.input)))?.body ?? []
          } else {
            HostAccess.ask([call], milliseconds: 300_000)[0].output
          }
        continuation.resume(returning: String(decoding: output, as: UTF8.self))
      }
    }
  }

  /// A connection to it; nil on this machine.
  private func link() throws -> SSHLink? {
    guard let server else { return nil }
    let host = try #require(Destination(LoopbackSSH.host))
    return SSHLink(
      ConnectionOptions(host, configuration: server.configuration), outlastsTerminal: true,
      patience: 300)
  }

  /// Starts a text by the shell in a process group of its own, to be killed as one; on a host that is reached
  /// by a server the session is that of its client.
  ///
  /// - Parameter input: what comes on standard input before nothing more does for long; nil for none.
  func startSession(_ text: String, input: String? = nil) throws -> Process {
    var text = text
    if let server {
      let there = "echo $PPID $$ >'\(path)/session'\n\(text)"
      text = "ssh -T -F '\(server.configuration)' \(LoopbackSSH.host) \(GuardCall.quoted(there))"
    }
    if let input {
      try write("input", input)
      text = "{ cat '\(path)/input'; sleep 1000; } | \(text)"
    }
    let process = Process()
    process.executableURL = URL(filePath: shell)
    process.arguments = ["-c", text]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// The numbers of the server's process for the session that was started, and of the shell below it;
  /// nil as long as there is none.
  var serverSession: (server: Int32, shell: Int32)? {
    let numbers = text("session").split { " \n".contains($0) }.compactMap { Int32($0) }
    return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
  }

  /// The number of a guard.
  func pid(of role: String) -> Int32 { Int32(note(role)) ?? 0 }

  /// Waits until something is so, however slow the machine is.
  func wait(
    for what: String, sourceLocation: SourceLocation = #_sourceLocation, until isSo: () -> Bool
  ) async throws {
    let limit = ContinuousClock.now + .seconds(120)
    while !isSo() {
      guard .now < limit else {
        Issue.record("waited 120 s for \(what)", sourceLocation: sourceLocation)
        return
      }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// Waits until a change is over.
  func settle(_ id: String = "a1") async throws {
    try await wait(for: "the end of \(id)") {
      !["armed", "applied"].contains(note("state", of: id))
    }
  }
}
