import CellGrid
import SourceText
import Testing
import Themes

@testable import Theming

struct ThemeLibraryTests {
  @Test(arguments: BuiltInTheme.all.map(\.name))
  func `every theme of the program can be used`(name: String) throws {
    let theme = try ThemeLibrary().theme(named: name)
    #expect(theme.title != name)
    #expect(!theme.description.isEmpty)
  }

  @Test func `the standard theme is there`() {
    #expect(ThemeLibrary.standard.name == "terminal")
  }
}
