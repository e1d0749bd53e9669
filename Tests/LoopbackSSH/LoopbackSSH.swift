import Foundation
import TestHosts

/// The real OpenSSH server on a port of loopback, with keys and configuration of its own, which ends
/// with its owner.
///
/// `Program.run(["status", "--host", LoopbackSSH.host, "--ssh-config", server.configuration, ...])`
/// reaches it. Tests that need it are enabled if `LoopbackSSH.isInstalled`.
package final class LoopbackSSH: @unchecked Sendable {
  /// The program of Debian's openssh-server and of FreeBSD's base system.
  private static let program = "/usr/sbin/sshd"

  /// Whether there is a server to start, and what is needed for it.
  package static let isInstalled = [program, "/usr/bin/ssh", "/usr/bin/ssh-keygen"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// A host's name that leads to it; so does every other that begins with `loopback-`.
  package static let host = "loopback"

  /// How a server differs from a usual one.
  package struct Settings: Sendable {
    /// The program that takes the place of the user's login shell, with the home directory where its
    /// files are; nil for the user's own.
    package var shell: (path: String, home: String)?
    /// Whether the client knows the server's key.
    package var isKnown = true

    package init() {}
  }

  /// The directory of all its files.
  package let folder: String
  /// The file that `ssh -F` takes.
  package var configuration: String { "\(folder)/ssh_config" }
  private let process: Process
  /// As long as this is open the server goes on, so that it ends with the tests however they end.
  private let leash = Pipe()

  /// Few servers at a time answer in time.
  private static let turns = Turnstile(3)

  /// Starts a server, when it is its turn, and waits until it answers.
  package init(_ settings: Settings = Settings()) async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "loopback-\(UUID())")
      .path(percentEncoded: false)
    process = Process()
    await Self.turns.enter()
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    for key in ["host_key", "user_key"] {
      try await Self.run(
        "/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", "\(folder)/\(key)"])
    }
    let port = try Self.freePort()
    try write("sshd_config", Self.serverText(folder, port, settings))
    try write("ssh_config", Self.clientText(folder, port))
    let key = try String(contentsOfFile: "\(folder)/host_key.pub", encoding: .utf8)
    try write("known_hosts", settings.isKnown ? "\(Self.host) \(key)" : "")
    // Debian's server wants this directory when root starts it, and its unit makes it
    if geteuid() == 0 {
      try FileManager.default.createDirectory(
        atPath: "/run/sshd", withIntermediateDirectories: true)
    }
    try start()
    try await waitForAnswer(port)
  }

  deinit {
    try? leash.fileHandleForWriting.close()
    try? FileManager.default.removeItem(atPath: folder)
    Self.turns.leave()
  }

  private static func serverText(_ folder: String, _ port: UInt16, _ settings: Settings) -> String {
    let force = settings.shell.map {
      "ForceCommand HOME='\($0.home)' exec '\($0.path)' -c \"$SSH_ORIGINAL_COMMAND\"\n"
    }
    return """
      Port \(port)
      ListenAddress 127.0.0.1
      HostKey \(folder)/host_key
      AuthorizedKeysFile \(folder)/user_key.pub
      PidFile none
      StrictModes no
      UsePAM no
      PasswordAuthentication no
      PermitRootLogin yes
      MaxStartups 100
      \(force ?? "")
      """
  }

  private static func clientText(_ folder: String, _ port: UInt16) -> String {
    """
    Host \(host) \(host)-*
      HostName 127.0.0.1
      Port \(port)
      HostKeyAlias \(host)
      User \(NSUserName())
      IdentityFile \(folder)/user_key
      IdentitiesOnly yes
      IdentityAgent none
      UserKnownHostsFile \(folder)/known_hosts
      GlobalKnownHostsFile /dev/null

    """
  }

  private func write(_ name: String, _ text: String) throws {
    try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
  }

  private func start() throws {
    // sshd(8) closes what it inherits, which Foundation takes for its end: so a shell stands between
    let script = """
      '\(Self.program)' -D -f '\(folder)/sshd_config' -E '\(folder)/log' </dev/null &
      read -r line
      kill $!
      """
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    process.standardInput = leash
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  /// Its answer is the line with its version.
  private func waitForAnswer(_ port: UInt16) async throws {
    for _ in 0..<1000 {
      guard process.isRunning else { break }
      if Self.canConnect(to: port) { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    let log = try? String(contentsOfFile: "\(folder)/log", encoding: .utf8)
    throw Failure(description: "sshd does not answer: \(log ?? "it has no log")")
  }

  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }
}

/// Ports and programs.
extension LoopbackSSH {
  private static func address(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    return address
  }

  private static func withSocket<Result>(
    _ port: UInt16, _ body: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    #if canImport(Glibc)
      let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let number = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    defer { close(number) }
    let address = address(port)
    return withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body(number, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  /// A port that nobody listens at.
  private static func freePort() throws -> UInt16 {
    let port = withSocket(0) { number, address, length -> UInt16 in
      guard bind(number, address, length) == 0 else { return 0 }
      var bound = sockaddr_in()
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let outcome = withUnsafeMutablePointer(to: &bound) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          getsockname(number, $0, &size)
        }
      }
      return outcome == 0 ? UInt16(bigEndian: bound.sin_port) : 0
    }
    guard port > 0 else { throw Failure(description: "no port of loopback is free") }
    return port
  }

  private static func canConnect(to port: UInt16) -> Bool {
    withSocket(port) { connect($0, $1, $2) == 0 }
  }

  private static func run(_ program: String, _ arguments: [String]) async throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    try process.run()
    while process.isRunning { try await Task.sleep(for: .milliseconds(2)) }
    guard process.terminationStatus == 0 else {
      throw Failure(description: "\(program) failed")
    }
  }
}
