import Foundation
import Testing

/// What a hostile host in the place of ssh(1) can do to the terminal of the one who looks at it.
@Suite(.timeLimit(.minutes(15)))
struct HostileRemoteTests {
  private let folder: TemporaryHost

  init() throws { folder = try TemporaryHost() }

  private func client(_ script: String) throws -> [String: String] {
    try folder.program("/ssh", script)
    return ["PATH": "\(folder.path):/usr/bin:/bin"]
  }

  /// A host that answers every request with the same capture.
  private func host(_ capture: String) throws -> [String: String] {
    let lines = capture.split(separator: "\n", omittingEmptySubsequences: false).count
    try folder.file("/capture", capture + "\n")
    return try client(
      #"""
      read -r n
      read -r k
      k=${k#k=}
      # what is left of the script, and the first request behind it
      dd bs=1 count="$((n - 35))" >/dev/null 2>&1
      while read -r id line; do
        printf '\n%s %s BEGIN\n' "$k" "$id"
        echo 'jailscope-probe BEGIN'
        cat '\#(folder.path)/capture'
        echo "jailscope-probe END 0 \#(lines) \#(capture.utf8.count + 1)"
        printf '\n%s %s END 0\n' "$k" "$id"
      done
      """#)
  }

  private static let evil = #"\033[2J\033]0;x\007\302\233H\342\200\256\r"#

  private static let capture = """
    jailscope capture 1
    system "FreeBSD \(evil) 14.3-RELEASE amd64"
    lookup yes
    file "/etc/rc.conf" 644 0 0 114
    |hostname="\(evil)"
    |ifconfig_em0="inet \(evil)"
    |jail_enable="YES"
    |. /etc/\(evil)
    file "/etc/jail.conf" 644 0 0 78
    |\(evil) { path = /; ip4.addr = "em0|192.0.2.1\(evil)"; }
    output "ifconfig.txt" "ifconfig -a" "\(evil)"
    |\(evil): flags=8843<UP> metric 0
    output "jls.txt" "jls -dnq"
    |jid=1 name=\(evil) path=/
    end
    """

  /// The capture with the sizes that its files really have.
  private static var measured: String {
    var lines = capture.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var size = 0
    for index in lines.indices.reversed() {
      if lines[index].hasPrefix("|") {
        // an escape of three digits is a byte, and so is \r; the mark in front counts for the line feed
        let escapes = lines[index].split(separator: "\\", omittingEmptySubsequences: false)
        size += lines[index].utf8.count
        for escape in escapes.dropFirst() { size -= escape.hasPrefix("r") ? 1 : 3 }
      } else {
        if lines[index].hasPrefix("file ") {
          let words = lines[index].split(separator: " ").dropLast()
          lines[index] = words.joined(separator: " ") + " \(size)"
        }
        size = 0
      }
    }
    return lines.joined(separator: "\n")
  }

  @Test(arguments: [
    ["status"], ["check"], ["check", "--format", "gcc"], ["show"], ["forecast"], ["verify"],
    ["diff"], ["check", "--oneline"], ["dashboard", "--snapshot", "120x40"],
  ])
  func `escapes in every field reach no terminal`(_ words: [String]) async throws {
    let run = try await Program.run(
      words + ["--host", "web1"], environment: try host(Self.measured))
    let raw = run.output + run.errors
    // the host was read, so that something was there to be shown
    #expect(run.exitCode != 70)
    #expect(!run.errors.contains("cannot read web1"), Comment(rawValue: run.errors))
    for scalar in raw.unicodeScalars where scalar != "\n" {
      #expect(
        scalar.value >= 0x20 && !(0x7f...0x9f).contains(scalar.value)
          && !(0x202a...0x202e).contains(scalar.value),
        "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func `what ssh complains of is escaped`() async throws {
    let run = try await Program.run(
      ["status", "--host", "web1"],
      environment: try client(#"printf 'web1: \033[2J\302\233H\342\200\256\n' >&2; exit 255"#))
    #expect(run.exitCode == 3)
    #expect(run.errors.hasPrefix("jailscope: cannot read web1: "))
    #expect(!run.errors.contains("\u{1b}") && !run.errors.contains("\u{202e}"))
  }

  @Test func `endless output is cut off, and told`() async throws {
    let run = try await Program.run(
      ["status", "--host", "web1"], environment: try client("exec yes"))
    #expect(run.exitCode == 3)
    #expect(run.errors == "jailscope: cannot read web1: it sent more than 1048576 bytes\n")
  }

  @Test func `an interrupt from the terminal ends ssh, too`() async throws {
    let environment = try client("echo $$ > '\(folder.path)/pid'; exec sleep 1000")
    let running = try Program.start(["status", "--host", "web1"], environment: environment)
    try await running.wait(for: "ssh") { _ in
      (try? folder.text("pid"))?.hasSuffix("\n") == true
    }
    let text = try folder.text("pid").filter { $0 != "\n" }
    let client = try #require(pid_t(text))
    // the terminal sends it to the whole group in the foreground
    kill(-running.process.processIdentifier, SIGINT)
    try await running.wait(for: "the end of both") { running in
      !running.process.isRunning && kill(client, 0) != 0
    }
  }

  @Test(arguments: [
    "-oProxyCommand=x", "web1;id", "`id`", "$(id)", "web 1", "root@-l", "a@b@c", "", "@web1",
    "root@",
    "web1\n", "\u{1b}[2J", "web\u{202e}1", String(repeating: "a", count: 256),
  ])
  func `what is no name of a host is refused before anything is run`(_ name: String) async throws {
    let run = try await Program.run(
      ["status", "--host=\(name)"],
      environment: try client("touch '\(folder.path)/ran'"))
    #expect(run.exitCode == 64)
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/ran"))
    #expect(!run.errors.contains("\u{1b}"))
    #expect(!run.errors.contains("\u{202e}"))
  }
}
