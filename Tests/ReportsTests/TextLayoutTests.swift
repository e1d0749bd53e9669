import CellGrid
import Testing

@testable import Reports

/// Widths, cutting, breaking and columns.
struct TextLayoutTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("가", 2), ("🙂", 2), ("…", 1),
  ])
  func `wide characters take two columns, combining ones none`(_ text: String, _ width: Int) {
    #expect(displayWidth(text) == width)
    #expect(TextLine(text).width == width)
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("漢字漢字", 5, "漢字…"),
    ("漢字漢字", 4, "漢…"), ("", 3, ""),
  ])
  func `a line that is too long is cut`(_ text: String, _ columns: Int, _ cut: String) {
    #expect(TextLine(text).cut(to: columns).rendered(.plain) == cut)
  }

  @Test(arguments: [
    ("one two three", 8, 0, ["one two", "three"]),
    ("one two three", 8, 2, ["one two", "  three"]),
    ("abcdefghij", 4, 0, ["abcd", "efgh", "ij"]),
    ("/usr/local/etc/x", 11, 0, ["/usr/local/", "etc/x"]),
    ("a, b,c,d", 5, 0, ["a,", "b,c,d"]),
    ("  indented text", 10, 4, ["  indented", "    text"]),
    ("漢字漢字", 5, 0, ["漢字", "漢字"]), ("漢", 1, 0, ["漢"]), ("", 4, 0, [""]),
    ("a    b", 4, 0, ["a", "b"]), ("on vtnet0", 8, 0, ["on", "vtnet0"]),
    ("  abcdefghij", 11, 0, ["  abcdefghi", "j"]),
  ])
  func `a line breaks at blanks, else at marks, else anywhere`(
    _ text: String, _ columns: Int, _ indent: Int, _ lines: [String]
  ) {
    let wrapped = TextLine(text).wrapped(to: columns, indent: indent)
    #expect(wrapped.map { $0.rendered(.plain) } == lines)
  }

  @Test(arguments: [
    ("one two three", 8, 2, ["one two", "three"]), ("one two three", 8, 1, ["one two…"]),
    ("one two three", 9, 1, ["one two …"]), ("one two three", 20, 1, ["one two three"]),
  ])
  func `a line that takes too many lines says that it goes on`(
    _ text: String, _ columns: Int, _ limit: Int, _ lines: [String]
  ) {
    let wrapped = TextLine(text).wrapped(to: columns, limit: limit)
    #expect(wrapped.map { $0.rendered(.plain) } == lines)
  }

  @Test func `a long line is broken in one go`() {
    let wrapped = TextLine(String(repeating: "x", count: 200_000)).wrapped(to: 80, indent: 2)
    #expect(wrapped.count == 2565)
    #expect(wrapped.allSatisfy { $0.width <= 80 })
  }

  @Test func `colour surrounds pieces and is not counted`() {
    var line = TextLine("bad", .failure)
    line.append(" and ")
    line.append("good", .success)
    #expect(line.width == 12)
    #expect(line.rendered(.plain) == "bad and good")
    #expect(line.rendered(.colored) == "\u{1b}[1;31mbad\u{1b}[0m and \u{1b}[32mgood\u{1b}[0m")
    #expect(line.wrapped(to: 9).map { $0.rendered(.colored) }.last == "\u{1b}[32mgood\u{1b}[0m")
  }

  @Test func `columns line up, and the ones that may shrink do so first`() {
    var table = TextTable(["A", "B"], minimums: [20, 8])
    table.add([TextLine("漢字漢字"), TextLine("one two three")])
    table.add([TextLine("x"), TextLine("y")], below: [TextLine("  under it")])
    #expect(
      table.lines(columns: 40).map { $0.rendered(.plain) } == [
        "A         B", "漢字漢字  one two three", "x         y", "  under it",
      ])
    #expect(
      table.lines(columns: 18).map { $0.rendered(.plain) } == [
        "A         B", "漢字漢字  one two", "          three", "x         y", "  under it",
      ])
  }

  @Test func `a cell goes on below where its text begins`() {
    var table = TextTable(["A", " B"], minimums: [1, 8])
    table.add([TextLine("x"), TextLine(" one two three")])
    #expect(
      table.lines(columns: 12).map { $0.rendered(.plain) } == ["A   B", "x   one two", "    three"])
  }
}
