import Foundation
import Testing

@Suite(.timeLimit(.minutes(15)))
struct BadInputTests {
  /// The files that settle whether anything starts at all.
  static let paths = ["/etc/rc.conf", "/etc/rc.conf.local", "/etc/jail.conf"]

  @Test(arguments: paths)
  func `a directory in place of a file makes the boot unknown`(path: String) async throws {
    try await expectUnknown(path) { try $0.folder(path) }
  }

  @Test(arguments: paths)
  func `a fifo in place of a file makes the boot unknown`(path: String) async throws {
    try await expectUnknown(path) { try $0.fifo(path) }
  }

  @Test(arguments: paths)
  func `a link to nothing in place of a file makes the boot unknown`(path: String) async throws {
    try await expectUnknown(path) { try $0.link(path, to: "/nowhere") }
  }

  @Test(arguments: paths)
  func `a link that leads to itself makes the boot unknown`(path: String) async throws {
    try await expectUnknown(path) {
      try $0.link(path, to: "/etc/other")
      try $0.link("/etc/other", to: path)
    }
  }

  @Test(arguments: paths)
  func `a file of a gigabyte makes the boot unknown`(path: String) async throws {
    try await expectUnknown(path) { try $0.sparseFile(path, size: 1 << 30) }
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read every file"), arguments: paths)
  func `a file that may not be read makes the boot unknown`(path: String) async throws {
    try await expectUnknown(path) {
      try $0.file(path, "")
      try $0.makeUnreadable(path)
    }
  }

  @Test func `an rc.conf that sources itself makes the boot unknown`() async throws {
    try await expectUnknown("/etc/rc.conf") {
      try $0.file("/etc/rc.conf", "hostname=host.example.org\n. /etc/rc.conf\n")
    }
  }

  @Test func `a jail.conf that includes itself starts no jail`() async throws {
    let host = try Self.host()
    let include = #".include "/etc/jail.conf";"#
    try host.file("/etc/jail.conf", "\(include)\na { path = /a; exec.start = /bin/true; }\n")
    for options in [[], ["--json"]] {
      let run = try await Program.run(["forecast", "--root", host.path] + options)
      #expect(run.exitCode == 2)
      #expect(run.output.contains("maximum include depth exceeded"))
    }
  }

  @Test func `a copy of etc whose os-release leads out of it is as good as any`() async throws {
    let host = try Self.host()
    try host.file("/etc/jail.conf", "")
    try host.link("/etc/os-release", to: "../var/run/os-release")
    #expect(try await Program.run(["status", "--root", host.path]).exitCode == 0)
  }

  /// Lays a host out and expects that every command says it cannot tell, and because of which file.
  private func expectUnknown(
    _ path: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ layOut: (TemporaryHost) throws -> Void
  ) async throws {
    let host = try Self.host()
    try? FileManager.default.removeItem(atPath: host.path + path)
    try layOut(host)
    for options in [
      ["status"], ["forecast"], ["show"], ["forecast", "--json"], ["status", "--json"],
      ["show", "--json"],
    ] {
      let run = try await Program.run(options + ["--root", host.path])
      #expect(run.exitCode == 3, "\(options): \(run.output)", sourceLocation: sourceLocation)
      #expect(
        run.output.contains(path), "\(options): \(run.output)", sourceLocation: sourceLocation)
    }
  }

  private static func host() throws -> TemporaryHost {
    try TemporaryHost([
      "/bin/freebsd-version": "USERLAND_VERSION=\"14.3-RELEASE\"\n",
      "/etc/rc.conf": "hostname=host.example.org\njail_enable=YES\n",
    ])
  }
}
