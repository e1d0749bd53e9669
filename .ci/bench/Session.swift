import Glibc

/// A program at a terminal of 80 columns and 24 rows, seen from the other side of it.
final class Session {
  /// What came after something was done.
  struct Answer {
    let bytes: Int
    /// From then until the last of them.
    let milliseconds: Double
  }

  private let terminal: Int32
  private let process: pid_t
  private var since: Double

  /// Starts it as the leader of a session.
  init(_ words: [String]) throws(Failure) {
    terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var locked: Int32 = 0
    var number: UInt32 = 0
    // TIOCSPTLCK and TIOCGPTN of ioctl_tty(2)
    guard terminal >= 0, ioctl(terminal, 0x4004_5431, &locked) == 0,
      ioctl(terminal, 0x8004_5430, &number) == 0
    else { throw Failure(message: "cannot open a pseudo-terminal") }
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
    since = milliseconds()
    process = try Self.spawn(words, at: "/dev/pts/\(number)")
  }

  deinit {
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    close(terminal)
  }

  private static func spawn(_ words: [String], at path: String) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    let newSession: Int16 = 0x80
    posix_spawnattr_setflags(&attributes, newSession)
    let environment = [
      "TERM=xterm-256color", "LANG=C.UTF-8", "HOME=/nonexistent", "PATH=/usr/bin:/bin",
    ]
    let arguments = words.map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process: pid_t = 0
    guard posix_spawnp(&process, words[0], &actions, &attributes, arguments, variables) == 0
    else { throw Failure(message: "cannot run \(words[0])") }
    return process
  }

  /// Presses keys.
  func press(_ keys: String) {
    let bytes = Array(keys.utf8)
    since = milliseconds()
    _ = write(terminal, bytes, bytes.count)
  }

  /// Reads until nothing more has come for `quiet` milliseconds; the first byte may take ten seconds.
  func answer(quiet: Int32) throws(Failure) -> Answer {
    var bytes = 0
    var last = since
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, bytes == 0 ? 10_000 : quiet) == 1 else { break }
      let count = read(terminal, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += count
      last = milliseconds()
    }
    guard bytes > 0 else { throw Failure(message: "a program shows nothing") }
    return Answer(bytes: bytes, milliseconds: last - since)
  }

  /// Takes what there is, without waiting.
  func pending() -> Int {
    var bytes = 0
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 0) == 1 else { return bytes }
      let count = read(terminal, &buffer, buffer.count)
      guard count > 0 else { return bytes }
      bytes += count
    }
  }
}

/// The monotonic clock.
func milliseconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}
