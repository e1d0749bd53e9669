import Foundation
import Testing

/// What the running host says, from saved outputs and from programs.
struct LiveCommandTests {
  private static let ifconfig = """
    em0: flags=8843<UP,BROADCAST> metric 0 mtu 1500
    \tinet 192.0.2.10 netmask 0xffffff00
    \tinet 192.0.2.31 netmask 0xffffffff
    lo0: flags=8049<UP,LOOPBACK> metric 0 mtu 16384
    \tinet 127.0.0.1 netmask 0xff000000
    \tinet6 ::1 prefixlen 128

    """
  private static let jls = "jid=1 name=git path=/ vnet=inherit ip4.addr=192.0.2.31\n"

  private static func host(_ more: [String: String] = [:]) throws -> TemporaryHost {
    try TemporaryHost(
      [
        "/etc/rc.conf": """
        hostname="host.example.org"
        ifconfig_em0="inet 192.0.2.10 netmask 255.255.255.0"
        jail_enable="YES"

        """,
        "/etc/jail.conf": "git { path = /; persist; ip4.addr = \"em0|192.0.2.31/32\"; }\n",
      ].merging(more) { $1 })
  }

  /// Programs that print what is to be printed after a pause.
  private static func programs(
    _ texts: [String: String], pause: Double = 0, in host: TemporaryHost
  ) throws -> String {
    for (name, script) in texts {
      let text = (pause > 0 ? "sleep \(pause)\n" : "") + script
      try host.program("/programs/\(name)", text)
    }
    return "\(host.path)/programs"
  }

  private static let scripts = [
    "ifconfig": "test \"$*\" = -a || exit 9\ncat <<'END'\n\(ifconfig)END\n",
    "jls": "test \"$*\" = -dnq || exit 9\ncat <<'END'\n\(jls)END\n",
    "netstat": "echo 'Routing tables'\n",
    "sysctl": "echo 'kern.osrelease: 13.2-RELEASE'\n",
  ]

  private func lines(_ run: Program.Run) -> [Substring] { run.output.split(separator: "\n") }

  @Test func `takes saved outputs`() async throws {
    let host = try Self.host([
      "/live/ifconfig.txt": Self.ifconfig, "/live/jls.txt": Self.jls,
      "/live/release.txt": "14.1-RELEASE-p3\n",
    ])
    let run = try await Program.run([
      "status", "--root", host.path, "--live", "\(host.path)/live",
    ])
    #expect(lines(run).first == "BOOT-SAFE  host.example.org, FreeBSD 14.1, plan and live")
    #expect(lines(run).contains("live: 2 interfaces, 4 addresses, 1 jail runs   drift: none"))
    #expect(run.exitCode == 0)
  }

  @Test func `a folder without outputs is an error`() async throws {
    let host = try Self.host()
    let run = try await Program.run(["status", "--root", host.path, "--live", host.path])
    #expect(run.exitCode == 3)
    #expect(run.errors.contains("none of ifconfig.txt, jls.txt"))
  }

  @Test func `asks programs, and runs none unasked for another root`() async throws {
    let host = try Self.host()
    let programs = try Self.programs(Self.scripts, in: host)
    let run = try await Program.run([
      "status", "--root", host.path, "--live-commands", programs,
    ])
    #expect(lines(run).first == "BOOT-SAFE  host.example.org, FreeBSD 13.2, plan and live")
    #expect(run.exitCode == 0)
    let plain = try await Program.run(["status", "--root", host.path])
    #expect(plain.output.contains(", plan only\n"))
  }

  @Test func `names programs that fail, hang or are missing, and goes on`() async throws {
    let host = try Self.host()
    var scripts = Self.scripts
    scripts["jls"] = "echo 'jls: illegal option -- q' >&2\nexit 1\n"
    scripts["sysctl"] = "sleep 60\n"
    scripts["netstat"] = nil
    let programs = try Self.programs(scripts, in: host)
    let run = try await Program.run([
      "check", "--root", host.path, "--live-commands", programs,
    ])
    #expect(run.output.contains("live: jls -dnq: exits with 1: jls: illegal option -- q"))
    #expect(run.output.contains("live: sysctl -i: takes too long"))
    #expect(run.output.contains("live: netstat -rnW: cannot run"))
    #expect(run.output.contains("BOOT-SAFE  no findings, plan and live"))
    #expect(run.exitCode == 0)
  }

  @Test func `a live finding is a warning`() async throws {
    let host = try Self.host([
      "/live/ifconfig.txt": Self.ifconfig.replacing("inet 192.0.2.31", with: "inet 192.0.2.77"),
      "/live/jls.txt": Self.jls,
    ])
    let run = try await Program.run([
      "check", "--oneline", "--root", host.path, "--live", "\(host.path)/live",
    ])
    #expect(run.exitCode == 1)
    #expect(run.output == "BOOT-SAFE with warnings  2 warnings\n")
  }

  @Test(arguments: [
    ["status", "--live", "/a", "--live-commands", "/b"], ["status", "--live", "/a", "--no-live"],
    ["status", "--live", ""], ["demo", "status", "--live", "/a"],
    ["demo", "status", "--connection", "192.0.2.1"], ["status", "--connection", "nowhere"],
    ["check", "/a", "--live", "/b"],
  ])
  func `what makes no sense together is refused`(_ words: [String]) async throws {
    #expect(try await Program.run(words).exitCode == 64)
  }

  @Test func `the connection of this machine is none of another host's`() async throws {
    let host = try Self.host()
    for words in [["check", host.path], ["check", "--root", host.path]] {
      let run = try await Program.run(words, connection: "203.0.113.9 50022 192.0.2.10 22")
      #expect(run.output.contains("BOOT-SAFE"))
      #expect(!run.output.contains("you are here"))
    }
  }

  @Test func `marks where one stands`() async throws {
    let host = try Self.host()
    let run = try await Program.run([
      "show", "--root", host.path, "--connection", "203.0.113.9 50022 192.0.2.10 22",
    ])
    #expect(lines(run).contains("you are here: 192.0.2.10 on em0"))
    #expect(lines(run).contains { $0.contains("192.0.2.10/24") && $0.hasSuffix("you are here") })
  }

  @Test func `the watched glance follows the running host`() async throws {
    let host = try Self.host([
      "/live/ifconfig.txt": Self.ifconfig, "/live/jls.txt": Self.jls,
    ])
    let running = try Program.start([
      "status", "--watch", "--root", host.path, "--live", "\(host.path)/live",
    ])
    try await running.wait(for: "the first line") { try $0.output.hasSuffix("\n") }
    try host.file("/live/jls.txt", "")
    try host.file(
      "/live/ifconfig.txt", Self.ifconfig.replacing("inet 192.0.2.31", with: "inet 192.0.2.77"))
    try await running.wait(for: "a second line") {
      try $0.output.split(separator: "\n").count >= 2
    }
    running.process.kill(SIGTERM)
    let run = try running.ended()
    #expect(run.output.split(separator: "\n").last?.hasSuffix("1 warning") == true)
    #expect(run.exitCode == 1)
  }
}
