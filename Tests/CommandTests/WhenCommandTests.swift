import ConfigSyntax
import Foundation
import Testing

/// `jailscope when` on snapshots and on directories.
@Suite(.timeLimit(.minutes(15)))
struct WhenCommandTests {
  private func files(_ jail: String, below root: String = "") -> [String: String] {
    [
      root + "/bin/freebsd-version": "USERLAND_VERSION=\"14.3-RELEASE\"\n",
      root + "/etc/rc.conf": """
      ifconfig_vtnet0="inet 192.0.2.10 netmask 255.255.255.0"
      ifconfig_vtnet0_ipv6="inet6 2001:db8::1 prefixlen 64"
      ifconfig_vtnet0_alias0="inet6 2001:db8::3 prefixlen 64"
      jail_enable="YES"

      """,
      root + "/etc/jail.conf": "git { path = /; persist; ip6.addr = \(jail); }\n",
    ]
  }

  private let good = "2001:db8::3"
  private let bad = "\"vtnet0|2001:db8::3\""

  @Test func `orders snapshots by what changed in them, whatever they are called`() async throws {
    let host = try TemporaryHost()
    for (name, jail) in [("z", good), ("m", good), ("a", bad)] {
      for (path, text) in files(jail, below: "/.zfs/snapshot/\(name)") { try host.file(path, text) }
      // file systems keep times no finer than their clock ticks
      try await Task.sleep(for: .milliseconds(30))
    }
    for (path, text) in files(bad) { try host.file(path, text) }
    let run = try await Program.run(["when", "--root", host.path])
    #expect(run.exitCode == 2)
    #expect(run.output.contains("so since a; before that, in m, it was BOOT-SAFE\n"))
    #expect(run.output.contains("  /etc/jail.conf:1\n"))
    #expect(run.output.contains("BOOT-SAFE                2 states: z to m\n"))
  }

  @Test func `takes directories in the order they are given`() async throws {
    let (old, new, now) = (
      try TemporaryHost(files(good)), try TemporaryHost(files(bad)), try TemporaryHost(files(bad))
    )
    let run = try await Program.run([
      "when", "git", "--root", now.path, "--json", "--among", old.path, new.path,
    ])
    let findings = try parseJSON(Array(run.output.utf8))["findings"]
    guard case .array(let list)? = findings else { throw CocoaError(.coderInvalidValue) }
    #expect(list.first?["since"] == .string(new.path))
    #expect(list.first?["before"] == .string(old.path))
  }

  @Test func `every member of its JSON document is described`() async throws {
    let (old, now) = (try TemporaryHost(files(good)), try TemporaryHost(files(bad)))
    let run = try await Program.run(["when", "--root", now.path, "--json", "--among", old.path])
    try DocumentTests.expectDescribed(run.output, in: "when")
  }

  @Test func `a target that nothing is found about gives the verdicts alone`() async throws {
    let host = try TemporaryHost(files(bad))
    let run = try await Program.run([
      "when", "nobody", "--root", host.path, "--among", host.path,
    ])
    #expect(!run.output.contains("error:"))
    #expect(run.output.contains("NOT BOOT-SAFE            2 states:"))
    #expect(run.errors == "jailscope: nothing is found about nobody\n")
  }

  @Test func `a directory that has no host's files is no state of one`() async throws {
    let host = try TemporaryHost(files(bad))
    let parent = try TemporaryHost(files(good, below: "/monday"))
    let run = try await Program.run(["when", "--root", host.path, "--among", parent.path])
    #expect(run.errors.contains("\(parent.path): it has no etc, so it is no state of a host"))
    #expect(!run.output.contains("what changed"))
  }

  @Test func `without older states it says where it looked`() async throws {
    let host = try TemporaryHost(files(good))
    let run = try await Program.run(["when", "--root", host.path])
    #expect(run.exitCode == 3)
    #expect(
      run.errors == """
        jailscope: cannot look back: no snapshots in \(host.path)/.zfs/snapshot; name older states \
        with --among

        """)
  }

  @Test func `a state that can't be read is passed over, and said`() async throws {
    let host = try TemporaryHost(files(bad))
    let run = try await Program.run([
      "when", "--root", host.path, "--among", host.path, "/nonexistent",
    ])
    #expect(run.errors.contains("cannot read /nonexistent"))
    #expect(run.output.contains("2 states"))
  }
}
