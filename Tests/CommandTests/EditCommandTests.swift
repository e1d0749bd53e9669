import Foundation
import Testing

/// The hidden command that the rewriting of files is measured with.
struct EditCommandTests {
  private let host: TemporaryHost

  init() throws {
    host = try TemporaryHost(["/etc/rc.conf": "a=\"1\" # keep\n"])
    // what a person's umask leaves to the group is not for files that others may not swap
    for folder in ["", "/etc"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: host.path + folder)
    }
  }

  private func edit(_ words: String...) async throws -> Program.Run {
    try await Program.run(["edit", "--root", host.path] + words)
  }

  @Test func `sets a variable and keeps the rest`() async throws {
    let run = try await edit("/etc/rc.conf", "a", "it's \"2\"")
    #expect(run.exitCode == 0)
    #expect(run.output.isEmpty && run.errors.isEmpty)
    #expect(try host.text("etc/rc.conf") == "a=\"it's \\\"2\\\"\" # keep\n")
    let again = try await edit("/etc/rc.conf", "a", "it's \"2\"")
    #expect(again.exitCode == 0)
    let journal = host.path + "/var/db/jailscope/journal"
    #expect(try FileManager.default.contentsOfDirectory(atPath: journal).count == 1)
  }

  @Test func `says why it won't, with nothing raw from the host`() async throws {
    try host.file("/etc/\u{1B}[2J", "a=1\n. /etc/more\n")
    let run = try await edit("/etc/\u{1B}[2J", "a", "2")
    #expect(run.exitCode == 65)
    #expect(
      run.errors == "jailscope: won't change /etc/\\x1b[2J: `.` may set a, too\n")
    #expect(try host.text("etc/\u{1B}[2J") == "a=1\n. /etc/more\n")
  }

  @Test(arguments: [
    ("/etc/none a 2", Int32(65)), ("/etc a 2", Int32(65)), ("/etc/rc.conf a", Int32(64)),
    ("/etc/rc.conf a.b 2", Int32(65)), ("--state /dev/null /etc/rc.conf a 2", Int32(74)),
  ])
  func `its exit status tells what kept it from it`(_ words: String, _ status: Int32) async throws {
    let words = words.split(separator: " ").map(String.init)
    let run = try await Program.run(["edit", "--root", host.path] + words)
    #expect(run.exitCode == status)
    #expect(!run.errors.isEmpty)
    #expect(try host.text("etc/rc.conf") == "a=\"1\" # keep\n")
  }

  @Test func `no list of commands has it`() async throws {
    let help = try await Program.run(["--help"]).output
    #expect(!help.contains("edit"))
  }
}
