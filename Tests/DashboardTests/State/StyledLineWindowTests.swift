import CellGrid
import Testing

@testable import Dashboard

/// Long lines of files around what is marked in them.
struct StyledLineWindowTests {
  private func line(_ before: Int, _ hit: String, _ after: Int) -> StyledLine {
    var line = StyledLine(String(repeating: "a", count: before), .fileContext)
    line.append(hit, .fileHit)
    line.append(String(repeating: "b", count: after), .fileContext)
    return line
  }

  @Test func `a line that fits stays as it is`() {
    #expect(line(5, "HIT", 5).window(13, around: [.fileHit], .line) == line(5, "HIT", 5))
  }

  @Test(arguments: [12, 20, 40])
  func `what is marked is in sight, wherever it stands`(columns: Int) {
    for before in [0, 3, 8, 30, 100] {
      for after in [0, 1, 30] {
        let shown = line(before, "HIT", after).window(columns, around: [.fileHit], .line)
        let marked = shown.columns(of: .fileHit)
        #expect(marked.map { $0.upperBound <= columns } == true, "\(before) \(after)")
        #expect(marked?.count == 3)
      }
    }
  }

  @Test func `of a long mark the beginning is in sight`() {
    let shown = line(50, String(repeating: "H", count: 40), 5)
      .window(20, around: [.fileHit], .line)
    #expect(shown.text.hasPrefix("…aH") || shown.text.hasPrefix("…H"))
  }
}
