import ArgumentParser
import CellGrid
import Phrases
import Reports
import SourceText
import Theming

/// `--colors` says how many colours a terminal shows.
extension ColorDepth: ExpressibleByArgument {}

/// The command `jailscope theme`.
struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme", abstract: spoken("List, show and check the themes of the dashboard."),
    subcommands: [
      ThemeListCommand.self, ThemeShowCommand.self, ThemeCheckCommand.self, ThemeRolesCommand.self,
    ],
    defaultSubcommand: ThemeListCommand.self)
}

/// The command `jailscope theme list`.
struct ThemeListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: spoken("List the themes, your own with them."))

  func run() throws {
    Output.end(themeListText(ThemeLibrary.withOwn.choices), status: 0)
  }
}

/// The command `jailscope theme show`.
struct ThemeShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: spoken("Show how everything looks in a theme."))

  @Argument(
    help: .spoken("The name of the theme, or a file."),
    completion: .custom { _, _, _ in ThemeLibrary.withOwn.names })
  var theme: String

  @Option(help: .spoken("Show it as with mono, 8, 16, 256 or direct colours."))
  var colors: ColorDepth?

  func run() throws {
    let theme = try ThemeLibrary.withOwn.themeOrFile(self.theme).theme
    let resolved = theme.resolved(
      for: colors ?? Output.colorDepth, glyphs: Output.glyphs)
    let isShown = colors != nil || Output.style == .colored
    Output.end(themeSwatch(theme, resolved).ansi(isShown ? resolved : nil), status: 0)
  }
}

/// The command `jailscope theme check`.
struct ThemeCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: spoken(
      "Measure whether a theme can be read and told apart, whatever colours one sees."))

  @Argument(
    help: .spoken("Theme files; without any all themes are checked."),
    completion: .file(extensions: ["toml"]))
  var files: [String] = []

  func run() throws {
    let library = ThemeLibrary.withOwn
    let files = try self.files.map { try ThemeLibrary.file($0) }
    var reports: [ThemeReport] = []
    if files.isEmpty {
      for name in library.names {
        reports.append(
          themeReport(of: name) { () throws(ThemeError) in
            try library.theme(named: name)
          })
      }
    }
    for file in files {
      let name = ThemeLibrary.name(ofFile: file.path)
      reports.append(
        themeReport(of: name) { () throws(ThemeError) in
          try library.adding(file, named: name).theme(named: name)
        })
    }
    let passes = reports.allSatisfy(\.passes)
    Output.end(reports.map(themeCheckText).joined(), status: passes ? 0 : 1)
  }
}

/// The command `jailscope theme roles`.
struct ThemeRolesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roles", abstract: spoken("List what a theme can style."))

  func run() throws {
    Output.end(roleListText(), status: 0)
  }
}
