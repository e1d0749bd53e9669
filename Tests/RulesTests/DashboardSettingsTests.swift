import SourceText
import Testing

@testable import Rules

struct DashboardSettingsTests {
  private static func settings(_ text: String) -> Settings {
    let path = "/home/anna/.config/jailscope/jailscope.toml"
    let file = SourceFile(path: path, bytes: Array(text.utf8))
    return Settings(HostCapture(entries: [path: .file(file)]), paths: [path])
  }

  @Test func `tell theme, mouse and keys`() {
    let settings = Self.settings(
      """
      [dashboard]
      theme = "nord"
      mouse = false
      live = false
      [dashboard.keys]
      explain = ["w", "F1"]
      page-down = ["Ctrl-F"]
      """)
    #expect(settings.problems.isEmpty)
    #expect(settings.dashboard.theme == "nord")
    #expect(settings.dashboard.mouse == false)
    #expect(settings.dashboard.live == false)
    #expect(settings.dashboard.keys.map(\.command) == ["explain", "page-down"])
    #expect(settings.dashboard.keys.map(\.keys) == [["w", "F1"], ["Ctrl-F"]])
    #expect(settings.dashboard.keys.first?.place.span.lower == 71)
  }

  @Test(arguments: ["keys = 1", "[dashboard.keys]\nfix = []", "[dashboard.keys]\nfix = [1]"])
  func `complain of keys that are none`(text: String) {
    let settings = Self.settings("[dashboard]\n" + text)
    #expect(settings.problems.count == 1)
    #expect(settings.dashboard.keys.isEmpty)
  }
}
