import Foundation
import Testing

@Suite(.timeLimit(.minutes(15)))
struct ExitCodeTests {
  static let commands = ["status", "check", "forecast", "show"]

  @Test(arguments: commands)
  func `exits 0 when every jail will start`(command: String) async throws {
    try await expect(0, of: command, on: try Self.host(interface: "vtnet0"))
  }

  @Test(arguments: commands)
  func `exits 1 when every jail will start and one changes an address of the host`(
    command: String
  ) async throws {
    let host = try TemporaryHost([
      "/bin/freebsd-version": "USERLAND_VERSION=\"14.3-RELEASE\"\n",
      "/etc/rc.conf": """
      ifconfig_vtnet0="inet 192.0.2.10 netmask 255.255.255.0"
      ifconfig_vtnet0_alias0="inet 192.0.2.31 netmask 255.255.255.0"
      jail_enable="YES"

      """,
      "/facts.json": "{}",
      "/etc/jail.conf": "git { path = /; persist; ip4.addr = \"vtnet0|192.0.2.31\"; }\n",
    ])
    try await expect(1, of: command, on: host)
  }

  @Test func `the plain form of status answers as every other form of it does`() async throws {
    let host = try Self.host(interface: "lo7")
    let plain = try await Program.run(["status", "--root", host.path])
    for form in [["status", "--root=\(host.path)"], ["--root", host.path]] {
      let other = try await Program.run(form)
      #expect(other.output == plain.output)
      #expect(other.exitCode == plain.exitCode)
    }
  }

  @Test(arguments: commands)
  func `exits 2 when a jail will not start`(command: String) async throws {
    try await expect(2, of: command, on: try Self.host(interface: "lo7"))
  }

  @Test(arguments: commands)
  func `exits 3 when nobody can tell whether a jail will start`(command: String) async throws {
    try await expect(3, of: command, on: try Self.host(interface: "$(cat /root/interface)"))
  }

  @Test(arguments: commands)
  func `exits 2 on the demo host, of which a jail will not start`(command: String) async throws {
    for options in [[], ["--json"]] {
      #expect(try await Program.run(["demo", command] + options).exitCode == 2)
    }
  }

  @Test(arguments: commands)
  func `exits 3 and names a root that is not there`(command: String) async throws {
    let host = try TemporaryHost()
    for options in [[], ["--json"]] {
      let run = try await Program.run([command, "--root", host.path + "/none"] + options)
      #expect(run.exitCode == 3)
      #expect(run.errors.contains("\(host.path)/none: no such file or directory"))
      #expect(run.output.isEmpty)
    }
  }

  @Test func `exits 3 and names a root that is a file`() async throws {
    let host = try TemporaryHost(["/root": ""])
    let run = try await Program.run(["status", "--root", host.path + "/root"])
    #expect(run.exitCode == 3)
    #expect(run.errors.contains("\(host.path)/root: not a directory"))
  }

  @Test(arguments: [
    ["bogus"], ["--bogus"], ["status", "extra"], ["status", "--root"], ["status", "--root", ""],
    ["status", "--freebsd"], ["status", "--freebsd", "x"], ["demo", "bogus"],
    ["demo", "status", "--root", "/"], ["forecast", "--facts", "/nonexistent/facts"],
    ["forecast", "--facts", "/"], ["status", "--config", "/nonexistent/settings"],
    ["demo", "demo"], ["check", "--root", "/", "/"], ["check", "--format", "bogus"],
    ["check", "--format", "gcc", "--oneline"], ["status", "--oneline", "--watch"],
    ["status", "--oneline", "--prometheus"], ["check", ""], ["explain"], ["explain", "bogus"],
    ["rules", "extra"],
  ])
  func `exits 64 when it is called wrongly`(arguments: [String]) async throws {
    for options in [[], ["--json"]] {
      let run = try await Program.run(arguments + options)
      #expect(run.exitCode == 64)
      #expect(run.errors.hasPrefix("Error: "))
      #expect(run.output.isEmpty)
    }
  }

  @Test(arguments: [
    (["chekc"], "chekc is no command, check is one;"),
    (["stats"], "stats is no command, status is one;"),
    (["bogus"], "bogus is no command; a host is named as root@bogus, or by --host bogus"),
    (
      ["--root", "/", "status", "--json"],
      "the command comes first: jailscope status --root / --json"
    ),
    (["--rooot", "practice"], "Unknown option '--rooot'. Did you mean '--root'?"),
    (["-root", "practice"], "Unknown option '-root'. Did you mean '--root'?"),
    (["/etc"], "/etc is a directory: jailscope --root /etc looks at the host whose files it has"),
    (["./nothing/here"], "./nothing/here is no directory, and no name of a host"),
    (["status", "/etc"], "a directory with a host's files is named by --root /etc"),
    (["status", "--oneline", "--json"], "--oneline goes with text only, and without --watch"),
    (["status", "--host", "root@192.0.2.1:22"], "a port is told by Port of ssh_config(5)"),
  ])
  func `a slip is told with what was probably meant`(
    arguments: [String], message: String
  ) async throws {
    let run = try await Program.run(arguments)
    #expect(run.exitCode == 64)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func `the etc of a host is not taken for the host`() async throws {
    let host = try TemporaryHost(["/etc/rc.conf": "hostname=a\n"])
    let run = try await Program.run(["status", "--root", "\(host.path)/etc"])
    #expect(run.exitCode == 3)
    #expect(run.errors.contains("\(host.path)/etc: it has no etc: the directory above"))
  }

  @Test(arguments: ["", "{", "[]", #"{"hardware": ["vtnet0"]} x"#, #"{"hardware": 5}"#])
  func `exits 64 and names a facts file that is none`(text: String) async throws {
    let host = try TemporaryHost(["/facts.json": text])
    let run = try await Program.run(["status", "--facts", host.path + "/facts.json"])
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("\(host.path)/facts.json"))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "no /dev/full"))
  func `exits 70 and says why when the report cannot be written`() async throws {
    let run = try await Program.run(["demo"], output: "/dev/full")
    #expect(run.exitCode == 70)
    #expect(run.errors.contains("cannot write to standard output"))
  }

  @Test(arguments: ["--help", "--version", "help"])
  func `exits 0 when asked about itself`(option: String) async throws {
    let run = try await Program.run([option])
    #expect(run.exitCode == 0)
    #expect(!run.output.isEmpty)
    #expect(run.errors.isEmpty)
  }

  private func expect(
    _ exitCode: Int32, of command: String, on host: TemporaryHost,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    for options in [[], ["--json"]] {
      let run = try await Program.run(
        [command, "--root", host.path, "--facts", host.path + "/facts.json"] + options)
      #expect(run.exitCode == exitCode, "\(run.output)", sourceLocation: sourceLocation)
      #expect(run.errors.isEmpty, sourceLocation: sourceLocation)
    }
  }

  /// A host with one jail, started by ezjail, whose address goes on an interface.
  private static func host(interface: String) throws -> TemporaryHost {
    try TemporaryHost([
      "/bin/freebsd-version": "USERLAND_VERSION=\"14.3-RELEASE\"\n",
      "/facts.json": #"{"hardware": ["vtnet0"], "missing_paths": []}"#,
      "/etc/rc.conf": """
      hostname="host.example.org"
      ifconfig_vtnet0="inet 192.0.2.10 netmask 255.255.255.0"
      defaultrouter="192.0.2.1"
      ezjail_enable="YES"

      """,
      "/usr/local/etc/ezjail/git": """
      export jail_git_hostname="git.example.org"
      export jail_git_ip="\(interface)|192.0.2.31"
      export jail_git_rootdir="/usr/jails/git"
      export jail_git_exec_start="/bin/sh /etc/rc"
      export jail_git_devfs_enable="YES"

      """,
    ])
  }
}
