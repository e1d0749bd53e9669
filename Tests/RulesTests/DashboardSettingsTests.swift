import SourceText
import Testing

@testable import Rules

struct DashboardSettingsTests {
  private func settings(_ text: String) -> Settings {
    let file = SourceFile(path: "/own.toml", bytes: Array(text.utf8))
    return Settings(HostCapture(entries: ["/own.toml": .file(file)]), paths: ["/own.toml"])
  }

  @Test func `one's own settings say how the dashboard is`() {
    let dashboard = settings("[dashboard]\ntheme = \"nord\"\nmouse = false").dashboard
    #expect(dashboard.theme == "nord")
    #expect(dashboard.mouse == false)
    #expect(settings("").dashboard == DashboardSettings())
  }

  @Test(arguments: [
    ("dashboard = 1", "dashboard is a table: write [dashboard]"),
    ("[dashboard]\ntheme = 1", "theme is a text in quotes"),
    ("[dashboard]\nmouse = 1", "mouse is true or false"),
    ("[dashboard]\ncolour = 1", "unknown key colour"),
  ])
  func `what can't be understood is a problem`(_ text: String, _ message: String) {
    #expect(settings(text).problems.map(\.message) == [message])
    #expect(settings(text).dashboard == DashboardSettings())
  }
}
