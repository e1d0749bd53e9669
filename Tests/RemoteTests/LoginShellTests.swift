import Foundation
import HostAccess
import LoopbackSSH
import Remote
import Testing

/// The connection as it is made by every login shell, however much their files print.
@Suite(
  .enabled(if: LoopbackSSH.isInstalled, "sshd is not installed"), .serialized,
  .timeLimit(.minutes(15)))
struct LoginShellTests {
  static let shells = ["sh", "bash", "dash", "mksh", "csh", "tcsh", "fish", "ksh", "zsh"]
    .map { "/usr/bin/\($0)" }.filter { FileManager.default.isExecutableFile(atPath: $0) }

  /// Files that login shells read, each of which prints something.
  private static func noisyHome(in folder: String) throws -> String {
    let home = "\(folder)/home"
    for name in [
      ".profile", ".bashrc", ".bash_profile", ".mkshrc", ".cshrc", ".tcshrc", ".login", ".zshenv",
      ".config/fish/config.fish",
    ] {
      let path = URL(filePath: "\(home)/\(name)")
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try "echo 'Welcome, 1 BEGIN'\necho \"  *** END 0 ***\"\n".write(
        to: path, atomically: false, encoding: .utf8)
    }
    return home
  }

  @Test(arguments: shells)
  func `each takes the script, and bytes of all kinds`(_ shell: String) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "shell-\(UUID())")
      .path(percentEncoded: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var settings = LoopbackSSH.Settings()
    settings.shell = (shell, try Self.noisyHome(in: folder))
    let server = try await LoopbackSSH(settings)
    let destination = try #require(Destination(LoopbackSSH.host))
    let link = SSHLink(ConnectionOptions(destination, configuration: server.configuration))
    let hello = try link.exchange(Request("hello"))
    #expect(hello.status == 0)
    #expect(String(decoding: hello.body, as: UTF8.self).contains("user \(geteuid())\n"))
    var numbers = SystemRandomNumberGenerator()
    let bytes = (0..<300_000).map { _ in UInt8.random(in: .min ... .max, using: &numbers) }
    let echo = try link.exchange(Request(piping: bytes, to: "cat"))
    #expect(echo == Answer(body: bytes, status: 0))
    let words = (1...255).map { [UInt8($0), UInt8(ascii: "x")] }
    let printed = try link.exchange(Request("printf '%s'", words))
    #expect(printed == Answer(body: Array(words.joined()), status: 0))
  }
}
