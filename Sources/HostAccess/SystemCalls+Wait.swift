import SystemPackage

#if canImport(Glibc)
  import Glibc
#endif

/// Waiting for descriptors and signals.
extension SystemCalls {
  /// A pipe that no program started later inherits: pipe(2).
  static func pipe() throws(Errno) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    _ = try check { Glibc.pipe(&ends) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Lets the signals that end a program from outside wait, in this thread and those it starts:
  /// pthread_sigmask(3).
  static func blockEndingSignals() -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in [SIGHUP, SIGINT, SIGTERM] { sigaddset(&set, signal) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
    return set
  }

  /// Waits for one of some signals that are made to wait: sigwait(3).
  static func waitForSignal(of signals: sigset_t) {
    var signals = signals
    var number: Int32 = 0
    while sigwait(&signals, &number) != 0 {}
  }

  /// Waits for descriptors: poll(2).
  ///
  /// - Parameters:
  ///   - readable: those to be read, or whose other end is closed.
  ///   - writable: those that take bytes, or that nobody reads from any more.
  ///   - broken: those that nobody is at the other end of.
  ///   - milliseconds: the longest wait; nil for none.
  /// - Returns: those that something happened to; none when the time is over.
  static func wait(
    readable: [Int32], writable: [Int32] = [], broken: [Int32], milliseconds: Int?
  ) -> Set<Int32> {
    var waiting = readable.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    waiting += writable.map { pollfd(fd: $0, events: Int16(POLLOUT), revents: 0) }
    waiting += broken.map { pollfd(fd: $0, events: 0, revents: 0) }
    let time = milliseconds.map { Int32(clamping: $0) } ?? -1
    let count = try? check { poll(&waiting, nfds_t(waiting.count), time) }
    return count == nil ? [] : Set(waiting.filter { $0.revents != 0 }.map(\.fd))
  }
}
