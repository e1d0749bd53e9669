import Foundation
import Testing

/// `jailscope status --watch` on a host whose files change.
@Suite(.timeLimit(.minutes(15)))
struct WatchTests {
  private static let rcConf = "/etc/rc.conf"
  private static let safe = """
    hostname="host.example.org"
    ifconfig_vtnet0="inet 192.0.2.10 netmask 255.255.255.0"
    defaultrouter="192.0.2.1"
    jail_enable="YES"

    """

  private static func host() throws -> TemporaryHost {
    try TemporaryHost([
      "/bin/freebsd-version": "USERLAND_VERSION=\"14.3-RELEASE\"\n",
      rcConf: safe,
      "/etc/jail.conf": "git { path = /; persist; ip4.addr = \"vtnet0|192.0.2.31/32\"; }\n",
    ])
  }

  private static func watching(_ host: TemporaryHost) async throws -> Program.Running {
    let running = try Program.start(["status", "--watch", "--root", host.path])
    try await running.wait(for: "the first line") { try $0.output.hasSuffix("\n") }
    return running
  }

  private static func verdicts(_ output: String) -> [Substring] {
    output.split(separator: "\n").map { $0.dropFirst(9) }
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `a signal ends it with the exit status of the last verdict`(signal: Int32) async throws {
    let host = try Self.host()
    let running = try await Self.watching(host)
    running.process.kill(signal)
    let run = try running.ended()
    #expect(run.exitCode == 0)
    #expect(Self.verdicts(run.output) == ["BOOT-SAFE  no findings"])
    #expect(run.errors.isEmpty)
  }

  @Test func `each change of what it says is a line with time, verdict and counts`() async throws {
    let host = try Self.host()
    let running = try await Self.watching(host)
    try host.file(Self.rcConf, Self.safe + "x=\"\n")
    try await running.wait(for: "a second line") { try Self.verdicts($0.output).count == 2 }
    // as editors do: a new file in place of the old one
    try host.file("/etc/new", Self.safe)
    #expect(rename("\(host.path)/etc/new", "\(host.path)\(Self.rcConf)") == 0)
    try await running.wait(for: "a third line") { try Self.verdicts($0.output).count == 3 }
    running.process.kill(SIGTERM)
    let run = try running.ended()
    let verdicts = Self.verdicts(run.output)
    try #require(verdicts.count == 3)
    #expect(verdicts.first == verdicts.last)
    #expect(verdicts[1].hasPrefix("NOT BOOT-SAFE  "))
    #expect(run.exitCode == 0)
    for line in run.output.split(separator: "\n") {
      #expect(line.prefixMatch(of: #/[0-9]{2}:[0-9]{2}:[0-9]{2} /#) != nil)
    }
  }

  @Test func `a change that changes nothing is not told`() async throws {
    let host = try Self.host()
    let running = try await Self.watching(host)
    try host.file(Self.rcConf, Self.safe + "# nothing\n")
    try await Task.sleep(for: .milliseconds(500))
    #expect(Self.verdicts(try running.output).count == 1)
    running.process.kill(SIGTERM)
    #expect(try running.ended().exitCode == 0)
  }

  @Test func `the exit status is that of the verdict after the last change`() async throws {
    let host = try Self.host()
    let running = try await Self.watching(host)
    try host.file(Self.rcConf, Self.safe + "x=\"\n")
    try await running.wait(for: "a second line") { try Self.verdicts($0.output).count == 2 }
    running.process.kill(SIGINT)
    #expect(try running.ended().exitCode == 2)
  }

  @Test func `settings of one's own count from when they are written`() async throws {
    let host = try Self.host()
    try host.file(Self.rcConf, Self.safe + "x=\"\n")
    let own = try TemporaryHost(["/own.toml": ""])
    let running = try Program.start(
      ["status", "--watch", "--root", host.path, "--config", "\(own.path)/own.toml"])
    try await running.wait(for: "the first line") { try $0.output.hasSuffix("\n") }
    try own.file("/own.toml", "[[ignore]]\nrule = \"rc-conf-syntax-error\"\nreason = \"known\"\n")
    try await running.wait(for: "a second line") { try Self.verdicts($0.output).count == 2 }
    running.process.kill(SIGTERM)
    _ = try running.ended()
  }

  @Test func `it ends when nobody reads any more`() async throws {
    let host = try Self.host()
    let fifo = try TemporaryHost()
    try fifo.fifo("/output")
    let reader = Process()
    reader.executableURL = URL(filePath: "/bin/sh")
    reader.arguments = ["-c", "head -n 1 <\(fifo.path)/output"]
    reader.standardOutput = FileHandle.nullDevice
    try reader.run()
    let running = try Program.start(
      ["status", "--watch", "--root", host.path], output: "\(fifo.path)/output")
    try await running.wait(for: "its end") { !$0.process.isRunning }
    #expect(try running.ended().exitCode == 0)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/stat"), "no /proc"))
  func `nothing is done while nothing changes`() async throws {
    let host = try Self.host()
    let running = try await Self.watching(host)
    let path = "/proc/\(running.process.processIdentifier)/stat"
    let times = { try String(contentsOfFile: path, encoding: .utf8).split(separator: " ")[13...14] }
    try await Task.sleep(for: .milliseconds(200))
    let before = try times()
    try await Task.sleep(for: .seconds(2))
    #expect(try times() == before)
    running.process.kill(SIGTERM)
    #expect(Self.verdicts(try running.ended().output).count == 1)
    withExtendedLifetime(host) {}
  }

  @Test func `it goes with text only`() async throws {
    let run = try await Program.run(["status", "--watch", "--json"])
    #expect(run.exitCode == 64)
  }
}
