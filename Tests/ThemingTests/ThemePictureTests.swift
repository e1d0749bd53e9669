import CellGrid
import Testing

@testable import Theming

/// Screens as text with colours and as pictures.
struct ThemePictureTests {
  private let grid: CellGrid = {
    var grid = CellGrid(columns: 8, rows: 3)
    grid.frame(grid.region, .line)
    grid.put("a<", row: 1, column: 1, CellStyle(.severityError))
    grid.put("日", row: 1, column: 4)
    return grid
  }()

  @Test func `a picture draws lines and gives each character its place`() throws {
    let theme = try theme(
      "[style]\ntext = \"#ffffff on #000000\"\n\"pane.border\" = \"#808080\"\n\"severity.error\" = \"#ff0000 on #000040 bold\""
    )
    #expect(
      grid.svg(theme.resolved(for: .direct), title: "a & b") == """
        <svg xmlns="http://www.w3.org/2000/svg" width="84" height="74" viewBox="-10 -10 84 74" font-size="13.3" font-family="ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace">
        <title>a &amp; b</title>
        <rect x="-10" y="-10" width="84" height="74" rx="6" fill="#000000"/>
        <path fill="#000040" d="M8 18h16v18h-16z"/>
        <path stroke="#808080" fill="none" d="M4.5 9.5h56M4.5 9.5v36M60.5 9.5v36M4.5 45.5h56"/>
        <g fill="#ff0000" font-weight="bold">
        <text y="31" x="8 16">a&lt;</text>
        </g>
        <g fill="#ffffff">
        <text y="31" x="32">日</text>
        </g>
        </svg>

        """)
  }

  @Test func `a theme for any ground is drawn on a dark or a light one`() {
    let theme = ThemeLibrary.standard.resolved(for: .sixteen)
    #expect(grid.svg(theme, title: "").contains("rx=\"6\" fill=\"#121417\""))
    #expect(grid.svg(theme, title: "", isDark: false).contains("rx=\"6\" fill=\"#ffffff\""))
  }

  @Test(arguments: [
    (ColorDepth.mono, "\u{1b}[0;1;7m", ""), (.eight, "\u{1b}[0;1;31m", ""),
    (.direct, "\u{1b}[0;1;31m", ""),
  ])
  func `text has the sequences of its colours`(_ depth: ColorDepth, _ start: String, _ end: String)
  {
    var grid = CellGrid(columns: 10, rows: 1)
    grid.put("bad", row: 0, column: 0, CellStyle(.severityError))
    grid.put(" all", row: 0, column: 3)
    #expect(grid.ansi(ThemeLibrary.standard.resolved(for: depth)) == "\(start)bad\u{1b}[0m all\n")
    #expect(grid.ansi(nil) == "bad all\n")
  }

  @Test func `colours are chosen by the shortest sequences`() throws {
    var grid = CellGrid(columns: 4, rows: 1)
    grid.put("x", row: 0, column: 0, CellStyle(.textCode))
    let resolved = { (style: String) in
      try grid.ansi(theme("[style]\n\"text.code\" = \"\(style)\"").resolved(for: .direct))
    }
    #expect(try resolved("bright-red on 200") == "\u{1b}[0;91;48;5;200mx\u{1b}[0m\n")
    #expect(try resolved("#010203 on red") == "\u{1b}[0;38;2;1;2;3;41mx\u{1b}[0m\n")
  }

  @Test func `a swatch shows every role`() throws {
    let theme = try ThemeLibrary().theme(named: "nord")
    let text = themeSwatch(theme, theme.resolved(for: .direct)).ansi(nil)
    for role in Role.allCases { #expect(text.contains("   \(role.rawValue) ")) }
    #expect(text.contains("   severity.error           selected    #df8196 bold\n"))
  }

  @Test func `every role is listed once with what it stands for`() {
    let listed = RoleGroup.all.flatMap(\.roles)
    #expect(listed.map(\.role.rawValue).sorted() == Role.allCases.map(\.rawValue).sorted())
    #expect(listed.allSatisfy { !$0.meaning.isEmpty })
  }
}
