import Foundation
import Testing

/// A capture says what the host says that it was taken of.
@Suite(.timeLimit(.minutes(15)))
struct CaptureCommandTests {
  static let commands = [
    ["status"], ["status", "--json"], ["status", "--prometheus"], ["check"], ["check", "--json"],
    ["check", "--format", "sarif"], ["forecast"], ["forecast", "--json"], ["show"],
    ["show", "--json"], ["dashboard", "--snapshot", "80x24"], ["diff"], ["verify"],
  ]

  @Test func `of the demo host every command says the same, byte for byte`() async throws {
    let folder = try TemporaryHost()
    let file = "\(folder.path)/demo.capture"
    let capture = try await Program.run(["demo", "capture", "-o", file])
    #expect(capture.exitCode == 0)
    for command in Self.commands {
      let host = try await Program.run([command[0], "--demo"] + command.dropFirst())
      let captured = try await Program.run(command + ["--capture", file])
      if command[0] == "dashboard" {
        // the place and what may be done are not the same
        let lines = { (text: String) in text.split(separator: "\n").dropFirst() }
        #expect(lines(captured.output) == lines(host.output))
      } else {
        #expect(captured.output == host.output, "\(command)")
      }
      #expect(captured.exitCode == host.exitCode)
      #expect(captured.errors == host.errors)
    }
  }

  @Test func `of a host with what runs, facts, links and what can't be read, too`() async throws {
    let host = try Self.host()
    let options = ["--root", host.path, "--live", "\(host.path)/live", "--facts", "\(host.path)/f"]
    let file = "\(host.path)/a.capture"
    #expect(try await Program.run(["capture", "-o", file] + options).exitCode == 0)
    // lines of text break where paths of another length stand
    for command in Self.commands
    where !["dashboard", "check"].contains(command[0]) || command.count > 1 {
      if command[0] == "dashboard" { continue }
      let read = try await Program.run(command + options)
      let captured = try await Program.run(command + ["--capture", file])
      // files of a host elsewhere are called by their paths there
      let expected = read.output.replacing("\(host.path)/", with: "/").replacing(
        "\"\(host.path)\"", with: "\"/\"")
      #expect(captured.output == expected, "\(command)")
      #expect(captured.exitCode == read.exitCode)
    }
    let again = try await Program.run(["capture", "--capture", file])
    #expect(try again.output == host.text("a.capture"))
    let files = try await Program.run(["status", "--capture", file, "--no-live"])
    #expect(!files.output.contains("live"))
  }

  private static func host() throws -> TemporaryHost {
    let host = try TemporaryHost([
      "/etc/rc.conf": """
      hostname="a.example.org"
      ifconfig_em0="inet 192.0.2.10/24"
      jail_enable="YES"
      . /etc/rc.conf.extra
      sshd_enable="YES" # \u{e4}
      """,
      "/etc/rc.conf.extra": "ifconfig_em0_alias0=\"inet 192.0.2.11/24\"\r\n",
      "/etc/jail.conf": """
      path = "/jails/$name";
      .include "/jails/conf/*.conf";
      www { ip4.addr = "em0|192.0.2.11/25"; }
      """,
      "/jails/conf/net.conf":
        "net { vnet; vnet.interface = em1; exec.start = \"/bin/sh /etc/rc\"; }",
      "/jails/net/etc/rc.conf": "ifconfig_em1=\"inet 192.0.2.12/24\"\n",
      "/live/ifconfig.txt": """
      em0: flags=8843<UP,BROADCAST,RUNNING> metric 0 mtu 1500
      \tinet 192.0.2.10 netmask 0xffffff00
      \tinet 192.0.2.77 netmask 0xffffff00
      """,
      "/live/jls.txt": "jid=1 name=www path=/jails/www vnet=inherit\nodd line\n",
      "/f": "{\"hardware\": [\"em0\", \"em1\"], \"missing_paths\": [\"/jails/www\"]}",
    ])
    try host.link("/etc/jail.conf.d", to: "/nowhere")
    try host.fifo("/etc/rc.conf.local")
    return host
  }

  @Test func `a capture is never written to`() async throws {
    let host = try TemporaryHost()
    let file = "\(host.path)/a.capture"
    _ = try await Program.run(["demo", "capture", "-o", file])
    let before = try host.text("a.capture")
    let fixed = try await Program.run(["fix", "--safe", "--yes", "--capture", file])
    #expect(fixed.errors.contains("a capture is not the host"))
    #expect(fixed.exitCode == 74)
    #expect(try host.text("a.capture") == before)
    let plan = try await Program.run(["plan", "-o", "\(host.path)/plan", "--capture", file])
    #expect(plan.exitCode == 2)
    #expect(try host.text("plan").hasPrefix("jailscope plan 1"))
  }

  @Test func `a copy of the files is made where nothing is, and can be mended`() async throws {
    let host = try TemporaryHost()
    let copy = "\(host.path)/copy"
    #expect(try await Program.run(["demo", "capture", "--files", copy]).exitCode == 0)
    let demo = try await Program.run(["demo", "status"])
    #expect(try await Program.run(["status", "--root", copy]).output == demo.output)
    let fixed = try await Program.run(["fix", "--safe", "--yes", "--root", copy])
    #expect(fixed.exitCode == 0)
    let again = try await Program.run(["demo", "capture", "--files", copy])
    #expect(again.exitCode == 74)
    #expect(again.errors.contains("\(copy): file exists"))
  }

  @Test(arguments: ["/etc/../../x", "/../x", "x", "/etc//x", "/etc/./x", "/etc/"])
  func `no file of a capture is written outside of the copy`(_ path: String) async throws {
    let host = try TemporaryHost()
    try host.file(
      "/hostile",
      "jailscope capture 1\nfile \"/etc/rc.conf\" - - - 2\n|a\nfile \"\(path)\" - - - 2\n|b\nend\n")
    let run = try await Program.run([
      "capture", "--capture", "\(host.path)/hostile", "--files", "\(host.path)/copy",
    ])
    #expect(run.exitCode != 0)
    #expect(!FileManager.default.fileExists(atPath: "\(host.path)/copy"))
    #expect(!FileManager.default.fileExists(atPath: "\(host.path)/x"))
  }

  @Test(arguments: [
    ("nothing", "no such file or directory"), ("empty", "has no frame of a probe"),
    ("cut", "is cut short"),
  ])
  func `what is no capture is told as such`(_ name: String, _ reason: String) async throws {
    let host = try TemporaryHost(["/empty": "", "/cut": "jailscope capture 1\n"])
    let run = try await Program.run(["status", "--capture", "\(host.path)/\(name)"])
    #expect(run.exitCode == 3)
    #expect(run.errors.contains(reason))
    #expect(run.output == "")
  }

  @Test func `it takes the place of other hosts`() async throws {
    for options in [["--root", "/"], ["--live", "/"], ["--demo"]] {
      #expect(try await Program.run(["status", "--capture", "x"] + options).exitCode == 64)
    }
  }

  @Test func `the probe is printed as a script and as a line`() async throws {
    let script = try await Program.run(["probe"]).output
    #expect(script.hasSuffix("jailscope_probe \"${1:-jailscope-probe}\"\n"))
    let line = try await Program.run(["probe", "--one-line"]).output
    #expect(line.split(separator: "\n").count == 1)
  }
}
