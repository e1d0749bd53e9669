/// A moment of the clock on the wall, which may be set back.
package struct Moment: Sendable, Comparable {
  /// Whole seconds since the first of January 1970, in UTC.
  package let seconds: Int
  /// Those beside them.
  package let nanoseconds: Int

  package init(seconds: Int, nanoseconds: Int = 0) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// This one.
  package static var now: Moment { SystemCalls.moment() }

  /// The earlier one is less.
  package static func < (left: Moment, right: Moment) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }

  /// The time of day where the program runs, as `14:03:22`.
  package var timeOfDay: String {
    SystemCalls.localTime(seconds).map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
