import CellGrid
import Foundation
import Testing
import Theming

@testable import Dashboard

/// The pictures of the documentation: made of the cell grid, and compared here with what is there.
struct PictureTests {
  private static let pictures: [(name: String, columns: Int, rows: Int, keys: [String])] = [
    ("net", 140, 40, []), ("net-80x24", 80, 24, []), ("findings", 140, 40, ["2"]),
    ("finding", 140, 40, ["2", "Enter"]), ("boot", 140, 40, ["n", "3"]), ("map", 140, 40, ["4"]),
    ("undo", 140, 40, ["f", "Enter", "W", "y", "5"]), ("help", 140, 40, ["6"]),
    ("chooser", 140, 40, ["f"]), ("session", 140, 40, ["s"]),
    ("write", 140, 40, ["f", "Enter", "W"]),
  ]

  @Test(arguments: pictures.map(\.name))
  func `a picture shows the view as it is`(_ name: String) throws {
    let picture = try #require(Self.pictures.first { $0.name == name })
    var desk = Desk(.demo, columns: picture.columns, rows: picture.rows)
    for key in picture.keys { desk.press(key) }
    let theme = try ThemeLibrary().theme(named: "dark").resolved(for: .direct)
    let text = desk.screen.svg(theme, title: "jailscope: \(name)")
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/screens/\(name).svg")
    if ProcessInfo.processInfo.environment["JAILSCOPE_WRITE_DOCS"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      return try Data(text.utf8).write(to: file)
    }
    let known = try? String(contentsOf: file, encoding: .utf8)
    #expect(known == text, "docs/screens/\(name).svg is not what the view shows: run make docs")
  }
}
