import CellGrid
import Testing

@testable import Dashboard

/// Lines that are too long for where they go.
struct StyledLineWrappingTests {
  private func texts(_ text: String, _ columns: Int, indent: Int = 2) -> [String] {
    StyledLine(text).wrapped(to: columns, indent: indent).map(\.text)
  }

  @Test func `a word that a line has room for is not broken`() {
    #expect(
      texts("jail db depends on a-name-that-is-long, which fails", 34)
        == ["jail db depends on", "  a-name-that-is-long, which fails"])
    #expect(
      texts("at 2001:db8:1234:5678:9abc:def0:1:2", 34) == [
        "at", "  2001:db8:1234:5678:9abc:def0:1:2",
      ])
  }

  @Test func `a longer one is broken where the line ends`() {
    #expect(
      texts("a " + String(repeating: "b", count: 30), 16)
        == ["a bbbbbbbbbbbbbb", "  bbbbbbbbbbbbbb", "  bb"])
  }

  @Test func `where lines are left out the last one says so`() {
    let line = StyledLine("one two three four five six seven")
    let lines = line.wrapped(to: 10, indent: 0, most: 2, .line).map(\.text)
    #expect(lines == ["one two", "three fou…"])
    #expect(line.wrapped(to: 40, indent: 0, most: 2, .line) == [line])
  }
}
