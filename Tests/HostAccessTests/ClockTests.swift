import HostAccess
import Testing

/// The clock on the wall.
struct ClockTests {
  @Test func `a later moment is more`() {
    let start = Moment.now
    #expect(start <= .now)
    #expect(Moment(seconds: 1, nanoseconds: 5) < Moment(seconds: 2, nanoseconds: 1))
    #expect(Moment(seconds: 1, nanoseconds: 5) > Moment(seconds: 1, nanoseconds: 1))
  }

  @Test func `the time of day is two digits three times`() throws {
    let parts = Moment(seconds: 1_000_000_000).timeOfDay.split(separator: ":")
    #expect(parts.map(\.count) == [2, 2, 2])
    // every zone in use is whole minutes from UTC, where this is 01:46:40
    #expect(parts.last == "40")
  }
}
