import Testing

/// The command `theme`, as a person runs it.
struct ThemeCommandTests {
  @Test func `the themes are listed, one's own with them`() async throws {
    let home = try TemporaryHost()
    try home.file("/.config/jailscope/themes/mine.toml", "description = \"my own\"\n")
    try home.file("/.config/jailscope/themes/broken.toml", "colour = 1\n")
    let run = try await Program.run(["theme"], home: home.path)
    #expect(run.output.hasPrefix("terminal             any    the terminal's own colours"))
    #expect(run.output.hasSuffix("mine                 any    my own\n"))
    #expect(run.exitCode == 0)
  }

  @Test func `all themes pass the check`() async throws {
    let run = try await Program.run(["theme", "check"])
    #expect(run.output.split(separator: "\n").allSatisfy { $0.contains(": passes") })
    #expect(run.exitCode == 0)
  }

  @Test func `a theme that fails is told as compilers do`() async throws {
    let folder = try TemporaryHost()
    try folder.file("/grey.toml", "[style]\ntext = \"#555 on #000\"\n")
    let path = folder.path + "/grey.toml"
    let run = try await Program.run(["theme", "check", path])
    #expect(
      run.output.hasPrefix(
        "\(path):2:9: text has a contrast of 2.8, not 4.5: #555555 on #000000, direct colours\n"))
    #expect(run.exitCode == 1)
  }

  @Test(arguments: [
    (["theme", "show", "none"], "there is no theme none; jailscope theme list lists all"),
    (["theme", "check", "/none.toml"], "cannot read /none.toml: no such file or directory"),
    (
      ["theme", "show", "nord", "--colors", "12"],
      "The value '12' is invalid for '--colors <colors>'"
    ),
  ])
  func `what is not there is wrong usage`(_ arguments: [String], _ message: String) async throws {
    let run = try await Program.run(arguments)
    #expect(run.errors.contains(message))
    #expect(run.exitCode == 64)
  }

  @Test func `a theme is shown with the colours that are asked for`() async throws {
    let plain = try await Program.run(["theme", "show", "nord"])
    #expect(!plain.output.contains("\u{1b}"))
    let colored = try await Program.run(["theme", "show", "nord", "--colors", "256"])
    #expect(colored.output.contains("\u{1b}[0;1;38;5;174;48;5;236mseverity.error"))
  }
}
