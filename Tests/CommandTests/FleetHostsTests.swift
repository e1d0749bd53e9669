import Foundation
import LoopbackSSH
import Testing

/// Hosts that are read through the real ssh, and by the real Ansible through it.
@Suite(.timeLimit(.minutes(15)))
struct FleetHostsTests {
  private static let isThere = LoopbackSSH.isInstalled

  /// A host of the fleet: its files.
  private static func host(_ name: String, in folder: TemporaryHost) throws {
    try folder.file(
      "/\(name)/etc/rc.conf", "hostname=\"\(name)\"\nifconfig_em0=\"inet 192.0.2.1/24\"\n")
  }

  @Test(.enabled(if: isThere, "sshd is not installed"))
  func `hosts are read through ssh, and one that can't be reached is told`() async throws {
    let folder = try TemporaryHost()
    try Self.host("a", in: folder)
    let server = try await LoopbackSSH()
    let run = try await Program.run([
      "fleet", "--hosts", "loopback-1,loopback-2,nowhere.invalid", "--root",
      "\(folder.path)/a", "--ssh-config", server.configuration,
    ])
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(run.exitCode == 3)
    #expect(lines[0].contains("1 of 3 hosts not read"))
    #expect(lines[2].hasPrefix("NOT READ"))
    #expect(lines[2].contains("nowhere.invalid"))
    #expect(run.output.contains("192.0.2.1: loopback-1, loopback-2"))

    try folder.file(
      "/inventory", "[all]\nx[1:2] ansible_host=loopback-3 # twice\n[all:vars]\na=b\n")
    let inventory = try await Program.run([
      "fleet", "--inventory", "\(folder.path)/inventory", "--ssh-config", server.configuration,
      "--json",
    ])
    #expect(inventory.output.contains("\"source\": \"loopback-3\""))
  }

  @Test(.enabled(if: isThere, "sshd is not installed"))
  func `below another root nothing is known of the machine, as with one host`() async throws {
    let folder = try TemporaryHost([
      "/a/etc/rc.conf": "hostname=a\nifconfig_em0=\"inet 192.0.2.1/24\"\nezjail_enable=YES\n",
      "/a/usr/local/etc/ezjail/www": """
      export jail_www_hostname="www"
      export jail_www_ip="em0|192.0.2.31"
      export jail_www_rootdir="/nonexistent/www"

      """,
    ])
    let server = try await LoopbackSSH()
    let options = ["--root", "\(folder.path)/a", "--ssh-config", server.configuration]
    let one = try await Program.run(["status", "--host", LoopbackSSH.host] + options)
    let fleet = try await Program.run(["fleet", "--hosts", LoopbackSSH.host] + options)
    #expect(fleet.exitCode == one.exitCode, "\(one.output)\(fleet.output)")
    #expect(one.exitCode != 2, "\(one.output)")
    let none = ["--root", "\(folder.path)/b", "--ssh-config", server.configuration]
    let wrong = try await Program.run(["status", "--host", LoopbackSSH.host] + none)
    #expect(wrong.errors.contains("\(folder.path)/b: no such directory"), "\(wrong.output)")
    #expect(wrong.exitCode == 3)
  }

  @Test func `what can't be the name of a host is refused`() async throws {
    for name in ["-oProxyCommand=x", "a b", "$(x)", "a;b"] {
      #expect(try await Program.run(["fleet", "--hosts=\(name)"]).exitCode == 64)
    }
    #expect(try await Program.run(["fleet"]).exitCode == 64)
    #expect(try await Program.run(["fleet", "x", "--hosts", "y"]).exitCode == 64)
    #expect(try await Program.run(["fleet", "x", "--root", "/"]).exitCode == 64)
  }

  @Test(arguments: [
    ("-" + String(repeating: "[1:1]", count: 30_000), "is no name of a host"),
    ("-" + String(repeating: "[1:9]", count: 40), "is no name of a host"),
    ("-[-9223372036854775808:9223372036854775807]", "is no name of a host"),
    ("a[1:2000000]", "names 100000 hosts or more"),
    ((1...200).map { "-\($0)-[1:9999]\n" }.joined(), "names 100000 hosts or more"),
  ])
  func `an inventory that names hosts without end is read in no time`(
    text: String, reason: String
  ) async throws {
    let folder = try TemporaryHost()
    try folder.file("/inventory", text)
    let run = try await Program.run(["fleet", "--inventory", "\(folder.path)/inventory"])
    #expect(run.exitCode == 64)
    #expect(run.errors.contains(reason))
  }
}
