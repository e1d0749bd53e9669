import Testing

/// The forecast beside the last boot.
struct VerifyCommandTests {
  private static let head = "Nov 28 10:00:00 host kernel: "

  private static func host(_ log: String, at path: String = "/var/log/console.log") throws
    -> TemporaryHost
  {
    try TemporaryHost([
      "/etc/rc.conf": """
      hostname="host.example.org"
      ifconfig_em0="inet 192.0.2.10 netmask 255.255.255.0"
      jail_enable="YES"

      """,
      "/etc/jail.conf": "git { path = /; persist; ip4.addr = \"em0|192.0.2.31/32\"; }\n",
      path: log.split(separator: "\n").map { "\(head)\($0)\n" }.joined(),
      "/live/ifconfig.txt": """
      em0: flags=8843<UP>
      \tinet 192.0.2.10/24
      \tinet 192.0.2.31/32
      lo0: flags=8049<UP,LOOPBACK>
      \tinet 127.0.0.1/8
      """,
      "/live/jls.txt": "jid=1 name=git path=/ vnet=inherit ip4.addr=192.0.2.31\n",
    ])
  }

  private static let boot = "---<<BOOT>>---\nStarting Network: lo0 em0.\nStarting jails: git.\n"

  @Test(arguments: ["/var/log/console.log", "/var/log/messages", "/var/run/dmesg.boot"])
  func `agrees with a boot that went as forecast`(_ path: String) async throws {
    let host = try Self.host(Self.boot, at: path)
    let run = try await Program.run([
      "verify", "--root", host.path, "--live", "\(host.path)/live",
    ])
    let lines = run.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("AGREES  host.example.org, FreeBSD 14.3: ") == true)
    #expect(lines.dropFirst().first == "told by \(path), ifconfig, jls")
    #expect(lines.contains("  agrees   git: running"))
    #expect(lines.contains("  agrees   192.0.2.31/32 on em0: there"))
    #expect(run.exitCode == 0)
  }

  @Test func `without a log it says what is not told`() async throws {
    let host = try Self.host("em0: link state changed to UP\n")
    let run = try await Program.run([
      "verify", "--root", host.path, "--live", "\(host.path)/live",
    ])
    #expect(run.output.hasPrefix("AGREES as far as is told  "))
    #expect(run.exitCode == 1)
  }

  @Test func `nothing is told of a host with neither`() async throws {
    let host = try Self.host("em0: link state changed to UP\n")
    let run = try await Program.run(["verify", "--root", host.path])
    #expect(run.output.hasPrefix("NOT TOLD  "))
    #expect(
      run.output.contains("\nnothing has what rc(8) printed: --console FILE names a log of it"))
    #expect(run.exitCode == 3)
    let german = try await Program.run(
      ["verify", "--root", host.path], environment: ["LANG": "de_DE.UTF-8"])
    #expect(german.output.contains(" up: gelingt\n"))
    #expect(german.output.contains(" git: läuft\n"))
  }

  @Test func `differs from a boot that went otherwise`() async throws {
    let host = try Self.host(
      Self.boot
        + "jail: git: /sbin/ifconfig em0 inet 192.0.2.31 netmask 255.255.255.255 alias: failed\n")
    let run = try await Program.run(["verify", "--root", host.path, "--json"])
    #expect(run.exitCode == 2)
    #expect(run.output.contains("\"outcome\": \"differs\""))
    #expect(run.output.contains("\"kind\": \"console\""))
  }

  @Test func `takes a console from a file of its own`() async throws {
    let host = try Self.host("")
    try host.file("/serial", Self.boot)
    let run = try await Program.run([
      "verify", "--root", host.path, "--console", "\(host.path)/serial",
    ])
    #expect(run.output.contains("told by \(host.path)/serial\n"))
    let missing = try await Program.run([
      "verify", "--root", host.path, "--console", "/nonexistent/log",
    ])
    #expect(missing.exitCode == 64)
  }
}
