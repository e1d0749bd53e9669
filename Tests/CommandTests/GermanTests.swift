import Foundation
import Testing

/// What the program says to people whose language is German.
///
/// With `JAILSCOPE_WRITE_DOCS` set what it says is written anew, to be looked at.
@Suite(.timeLimit(.minutes(15)))
struct GermanTests {
  private static let german = ["LANG": "de_DE.UTF-8"]

  @Test(arguments: [
    ("status", ["demo", "status"]), ("check", ["demo", "check"]), ("show", ["demo", "show"]),
    ("forecast", ["demo", "forecast"]),
    ("net-80x24", ["demo", "dashboard", "--snapshot", "80x24"]),
    ("net-140x40", ["demo", "dashboard", "--snapshot", "140x40"]),
    ("findings-80x24", ["demo", "dashboard", "--snapshot", "80x24", "--press", "2"]),
    ("boot-140x40", ["demo", "dashboard", "--snapshot", "140x40", "--press", "3"]),
    ("keys-80x24", ["demo", "dashboard", "--snapshot", "80x24", "--press", "?"]),
    ("fix-help", ["fix", "--help"]), ("theme-help", ["theme", "--help"]),
    ("explain", ["explain", "vlan-without-tag"]),
  ])
  func `it speaks German`(_ name: String, _ arguments: [String]) async throws {
    let shown = try await Program.run(arguments, environment: Self.german).output
    let file = Self.folder.appending(path: "\(name).txt")
    if ProcessInfo.processInfo.environment["JAILSCOPE_WRITE_DOCS"] != nil {
      try Data(shown.utf8).write(to: file)
    }
    #expect(shown == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test(arguments: [
    (
      ["status", "--root", "/nonexistent"], 3,
      "jailscope: /nonexistent ist nicht lesbar: Datei oder Verzeichnis nicht gefunden\n"
    ),
    (
      ["status", "--rot"], 64,
      """
      Fehler: unbekannte Option '--rot'; gemeint ist vielleicht '--root'
      Aufruf: jailscope status <options>
        Mehr sagt 'jailscope status --help'.

      """
    ),
    (
      ["check", "--format", "x"], 64,
      """
      Fehler: der Wert 'x' ist ungültig für '--format <format>'; möglich sind \
      'text', 'gcc', 'json', 'sarif' oder 'junit'.
      Hilfe:  --format <format>  text, gcc, json, sarif oder junit ausgeben.
      Aufruf: jailscope check [<options>] [<roots> ...]
        Mehr sagt 'jailscope check --help'.

      """
    ),
  ])
  func `what goes wrong is said in German`(
    _ arguments: [String], _ exitCode: Int32, _ errors: String
  ) async throws {
    let run = try await Program.run(arguments, environment: Self.german)
    #expect(run.errors == errors)
    #expect(run.exitCode == exitCode)
  }

  @Test(arguments: [
    ["demo", "status", "--json"], ["demo", "check", "--json", "--fixes"],
    ["demo", "check", "--format", "sarif"], ["demo", "check", "--format", "junit"],
    ["demo", "check", "--format", "gcc"], ["demo", "forecast", "--json"],
    ["demo", "show", "--json"], ["demo", "status", "--prometheus"], ["rules", "--json"],
    ["demo", "verify", "--json"], ["plan", "--safe", "--root", "/nonexistent"],
  ])
  func `what programs read is English`(_ arguments: [String]) async throws {
    let english = try await Program.run(arguments)
    let german = try await Program.run(arguments, environment: Self.german)
    #expect(german.output == english.output)
    #expect(german.exitCode == english.exitCode)
  }

  @Test func `a plan keeps the English titles of its fixes`() async throws {
    let host = try TemporaryHost(Self.conflict)
    let plan = try await Program.run(
      ["plan", "--root", host.path, "backup"], environment: Self.german)
    #expect(plan.output.contains("so that jail backup uses the host's"))
    let told = try await Program.run(
      ["check", "--root", host.path], environment: Self.german)
    #expect(told.output.contains("Jail backup entsteht nicht"))
  }

  private static let conflict = [
    "/etc/rc.conf": """
    ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
    ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
    jail_enable="YES"

    """,
    "/etc/jail.conf": """
    backup {
      path = "/";
      ip6.addr = "em0|2001:db8::3";
      exec.start = "/bin/sh /etc/rc";
    }

    """,
  ]

  private static let folder = URL(filePath: #filePath)
    .appending(path: "../../Fixtures/german").standardized
}
