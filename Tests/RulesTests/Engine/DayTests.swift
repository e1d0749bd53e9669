import Rules
import Testing

struct DayTests {
  @Test(arguments: [
    (0, "1970-01-01"), (19_723, "2024-01-01"), (19_782, "2024-02-29"), (20_781, "2026-11-24"),
    (-1, "1969-12-31"), (11_016, "2000-02-29"), (-708_539, "0030-02-01"), (-719_162, "0001-01-01"),
  ])
  func `counts from the first of January 1970`(_ days: Int, _ wanted: String) {
    #expect(Day(sinceEpoch: days).description == wanted)
    #expect(Day(wanted) == Day(sinceEpoch: days))
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026-00-10", "x", "", "+202-+1-+1",
  ])
  func `refuses what is no day`(_ text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `earlier days come first`() throws {
    let days = ["2026-11-24", "2026-12-01", "2027-01-01"].compactMap { Day($0) }
    #expect(days == days.shuffled().sorted())
  }
}
