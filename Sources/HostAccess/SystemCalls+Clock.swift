#if canImport(Glibc)
  import Glibc
#endif

/// Time and the user.
extension SystemCalls {
  /// What the clock on the wall shows: clock_gettime(2).
  static func moment() -> Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Moment(seconds: time.tv_sec, nanoseconds: time.tv_nsec)
  }

  /// Hours, minutes and seconds of a time, where the program runs: localtime_r(3).
  static func localTime(_ seconds: Int) -> [Int32] {
    var seconds = seconds
    var parts = tm()
    localtime_r(&seconds, &parts)
    return [parts.tm_hour, parts.tm_min, parts.tm_sec]
  }

  /// Sleeps: nanosleep(2).
  static func pause(milliseconds: Int) {
    var time = timespec(tv_sec: milliseconds / 1_000, tv_nsec: milliseconds % 1_000 * 1_000_000)
    nanosleep(&time, nil)
  }
}

extension Moment {
  /// A time as the system tells it.
  init(_ time: timespec) {
    self.init(seconds: time.tv_sec, nanoseconds: time.tv_nsec)
  }
}
