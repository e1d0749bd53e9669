import Foundation
import LoopbackSSH
import Testing

/// Commands on a host that is reached through the real ssh(1).
///
/// One after the other: two cores make few connections at a time.
@Suite(
  .enabled(if: LoopbackSSH.isInstalled, "sshd is not installed"), .serialized,
  .timeLimit(.minutes(15)))
struct RemoteCommandTests {
  static let files = [
    "/etc/rc.conf": """
    hostname="far.example.org"
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
    ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
    jail_enable="YES"
    . /etc/rc.conf.more

    """,
    "/etc/rc.conf.more": "# that's \u{e4} \\ text\n",
    "/etc/jail.conf": """
    persist; path = /;
    backup { ip6.addr = "em0|2001:db8::3"; }
    web { ip4.addr = "em0|192.0.2.10"; }

    """,
    "/bin/freebsd-version": "#!/bin/sh\nUSERLAND_VERSION=\"14.1-RELEASE\"\n",
  ]

  static let programs = [
    "ifconfig": """
    em0: flags=8843<UP,BROADCAST> metric 0 mtu 1500
    \tinet 127.0.0.1 netmask 0xff000000
    \tinet 192.0.2.10 netmask 0xffffff00
    """,
    "jls": "jid=1 name=web path=/ vnet=inherit ip4.addr=192.0.2.10",
    "netstat": "Routing tables",
    "sysctl": "kern.osrelease: 14.1-RELEASE",
  ]

  let server: LoopbackSSH
  let host: TemporaryHost

  init() async throws {
    server = try await LoopbackSSH()
    host = try TemporaryHost(Self.files)
    try host.folder("/var/db/x")
    for (name, text) in Self.programs {
      try host.program("/programs/\(name)", "cat <<'END'\n\(text)\nEND")
    }
  }

  private func far(_ words: [String], live: Bool = false, input: String? = nil) async throws
    -> Program.Run
  {
    let place = [
      "--host", LoopbackSSH.host, "--ssh-config", server.configuration, "--root", host.path,
    ]
    return try await Program.run(
      words + place + (live ? ["--live-commands", "\(host.path)/programs"] : []), input: input,
      environment: ["XDG_STATE_HOME": "\(server.folder)/state"])
  }

  @Test(arguments: [
    ["status"], ["check", "--format", "json"], ["show"], ["forecast"], ["forecast", "--json"],
    ["verify"], ["diff"], ["journal"], ["dashboard", "--snapshot", "100x30"],
  ])
  func `says the same as on the host itself`(_ words: [String]) async throws {
    let there = try await far(words)
    let here = try await Program.run(
      words + ["--root", host.path]
        + (words == ["journal"] ? [] : ["--connection", "127.0.0.1 50022 127.0.0.1 22"]))
    let shown = there.output.replacing("loopback", with: host.path)
    let expected = here.output
    if words[0] != "check", words[0] != "dashboard" { #expect(shown == expected) }
    #expect(!there.output.isEmpty)
    #expect(there.errors.isEmpty)
    #expect(there.exitCode == here.exitCode)
  }

  @Test func `asks what runs there, and marks where one stands`() async throws {
    let status = try await far(["status"], live: true)
    #expect(status.output.contains("far.example.org, FreeBSD 14.1, plan and live\n"))
    let show = try await far(["show"], live: true)
    #expect(show.output.contains("you are here: 127.0.0.1 on em0"))
  }

  @Test func `mends a host and takes it back, byte for byte`() async throws {
    let fix = try await far(["fix", "--safe", "--yes"])
    #expect(fix.errors.isEmpty)
    #expect(fix.output.contains("\nfixed 2, new 0, left 0\n"))
    #expect(fix.exitCode == 0)
    #expect(try host.text("etc/jail.conf").contains(#"backup { ip6.addr = "2001:db8::3"; }"#))
    let copies = try FileManager.default.subpathsOfDirectory(atPath: "\(server.folder)/state")
    #expect(copies.filter { $0.hasSuffix("/plan") || $0.hasSuffix("/0.before") }.count == 2)
    let here = try await Program.run(["journal", "--root", host.path])
    #expect(here.output.contains("from 127.0.0.1") || here.output.contains("127.0.0.1"))
    let undo = try await far(["undo", "--yes"])
    #expect(undo.errors.isEmpty)
    #expect(undo.exitCode == 2)
    for (path, text) in Self.files { #expect(try host.text(String(path.dropFirst())) == text) }
    #expect(try await far(["journal"]).output.contains("undone by"))
  }

  @Test func `a plan made here is applied there`() async throws {
    let file = "\(server.folder)/plan"
    #expect(try await far(["plan", "-o", file]).exitCode == 2)
    let apply = try await far(["apply", file, "--yes"])
    #expect(apply.errors.isEmpty)
    #expect(apply.exitCode == 0)
    let again = try await far(["apply", file, "--yes"])
    #expect(again.errors.contains("this plan is applied already, by "))
    #expect(again.exitCode == 74)
  }

  @Test func `a host by its name alone is looked at, too`() async throws {
    let run = try await Program.run([
      "\(NSUserName())@\(LoopbackSSH.host)", "--ssh-config", server.configuration, "--root",
      host.path, "--json",
    ])
    #expect(run.output.contains("far.example.org"))
    #expect(run.exitCode == 2)
  }

  @Test(arguments: [[LoopbackSSH.host], ["--host", LoopbackSSH.host]])
  func `a capture of it is a host of its own`(_ words: [String]) async throws {
    let taken = try await Program.run(
      ["capture"] + words + [
        "--ssh-config", server.configuration, "--root", host.path, "-o",
        "\(server.folder)/capture",
      ])
    #expect(taken.errors.isEmpty)
    let there = try await far(["status"])
    let read = try await Program.run(["status", "--capture", "\(server.folder)/capture"])
    #expect(read.output == there.output)
    #expect(read.exitCode == there.exitCode)
  }

  @Test func `an unknown host key is no host, and what to do is told`() async throws {
    var settings = LoopbackSSH.Settings()
    settings.isKnown = false
    let stranger = try await LoopbackSSH(settings)
    let run = try await Program.run([
      "status", "--host", "root@\(LoopbackSSH.host)", "--ssh-config", stranger.configuration,
    ])
    #expect(run.exitCode == 3)
    #expect(run.errors.contains("its host key is not known yet: connect once by hand"))
    #expect(run.errors.contains("ssh -F \(stranger.configuration) root@loopback true"))
    let known = try String(contentsOfFile: "\(stranger.folder)/known_hosts", encoding: .utf8)
    #expect(known.isEmpty)
  }
}
