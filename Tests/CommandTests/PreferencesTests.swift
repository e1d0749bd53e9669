import Foundation
import Testing

/// How somebody's own settings change the dashboard.
struct PreferencesTests {
  private static func screen(
    _ settings: String, pressing keys: String = "", options: [String] = []
  ) async throws -> Program.Run {
    let home = try TemporaryHost(["/.config/jailscope/jailscope.toml": settings])
    return try await Program.run(
      ["demo", "--snapshot", "140x40", "--press", keys] + options, home: home.path)
  }

  @Test func `commands have the keys that were chosen for them, and no others`() async throws {
    let settings = "[dashboard.keys]\nexplain = [\"w\", \"F1\"]\n"
    for key in ["w", "F1"] {
      #expect(try await Self.screen(settings, pressing: key).output.contains("Ways out"))
    }
    #expect(try await !Self.screen(settings, pressing: "x").output.contains("Ways out"))
    #expect(try await Self.screen("", pressing: "x").output.contains("Ways out"))
  }

  @Test(arguments: [
    ("[dashboard.keys]\nexplian = [\"w\"]", ":2: there is no command explian"),
    ("[dashboard.keys]\nexplain = [\"Meta-w\"]", ":2: there is no key Meta-w for explain"),
    ("[dashboard.keys]\nopen = [\"Enter\"]\nfix = [\"x\"]", ":3: x can't be the key of fix"),
    ("[dashboard.keys]\nexplain = \"w\"", ":2: explain is a list of keys"),
    ("[dashboard]\nkeys = 3", ":2: keys is a table"),
    ("[dashboard]\nmouse = \"no\"", ":2: mouse is true or false"),
    ("[dashboard]\nlive = 5", ":2: live is true or false"),
    ("[dashboard]\nsound = true", ":2: unknown key sound"),
    ("[dashboard]\ntheme = \"no-such\"", "there is no theme no-such"),
    ("[dashboard", ":1: "),
  ])
  func `what is wrong is said, and the dashboard opens with the usual keys`(
    settings: String, message: String
  ) async throws {
    let run = try await Self.screen(settings)
    #expect(run.exitCode == 2)
    #expect(run.output.contains("NOT BOOT-SAFE"))
    #expect(run.output.contains(message), "\(run.output)")
    #expect(try await Self.screen(settings, pressing: "x").output.contains("Ways out"))
  }

  @Test func `the theme of the settings gives way to the one that is asked for`() async throws {
    let settings = "[dashboard]\ntheme = \"no-such\"\n"
    let run = try await Self.screen(settings, options: ["--theme", "mono"])
    #expect(!run.output.contains("no-such"))
    #expect(try await Self.screen("", options: ["--theme", "no-such"]).exitCode == 64)
  }
}
