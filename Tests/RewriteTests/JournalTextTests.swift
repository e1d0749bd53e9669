import Foundation
import TestHosts
import Testing

@testable import Rewrite

struct JournalTextTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (951_782_399, "2000-02-28T23:59:59Z"),
    (951_782_400, "2000-02-29T00:00:00Z"), (1_795_614_371, "2026-11-25T13:46:11Z"),
    (-1, "1969-12-31T23:59:59Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
  ])
  func `a moment is written in UTC`(_ seconds: Int, _ text: String) {
    #expect(UTCTime(seconds).text == text)
    #expect(UTCTime(seconds).compact == text.filter { $0 != "-" && $0 != ":" })
  }

  @Test(arguments: 0..<200)
  func `a moment is the one the system's calendar has`(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let seconds = Int.random(in: 0..<8_000_000_000, using: &numbers)
    let expected = Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
    #expect(UTCTime(seconds).text == expected)
  }

  @Test func `a log tells the last whole word`() {
    var bytes = StateLog([]).line("PREPARED", time: 0)
    #expect(StateLog(bytes).outcome == .prepared)
    let line = StateLog(bytes).line("DONE", time: 1)
    for count in 0..<line.count {
      let torn = StateLog(bytes + line[..<count])
      #expect(torn.outcome == .prepared)
      #expect(torn.words.count == 1)
    }
    bytes += line
    #expect(StateLog(bytes).outcome == .done)
    bytes[bytes.count - 5] ^= 1
    #expect(StateLog(bytes).outcome == .prepared)
  }

  @Test func `a word is added behind a torn line`() {
    let bytes = StateLog([]).line("PREPARED", time: 0)
    for count in 1..<20 {
      let torn = bytes + StateLog(bytes).line("DONE", time: 1).prefix(count)
      let log = StateLog(torn + StateLog(torn).line("REVERTED", time: 2))
      #expect(log.outcome == .reverted, "\(count) bytes of the torn line")
    }
  }

  @Test func `names of entries sort by their number, whatever the clock says`() {
    let first = Journal.id(behind: nil, time: 1_000)
    #expect(first == "19700101T001640Z-00000001")
    let second = Journal.id(behind: first, time: 0)
    #expect(second == "19700101T000000Z-00000002")
    #expect(Journal.id(behind: "19700101T000000Z-ffffffff", time: 0).hasSuffix("-00000000"))
  }
}
