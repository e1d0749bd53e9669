import Glibc
import Testing

/// A program at a terminal of its own, and what it shows there.
final class PseudoTerminal {
  struct Failure: Error {
    let call: String
    let code: Int32
  }

  /// How a program ended.
  enum End: Equatable {
    case exited(Int32)
    case signalled(Int32)
  }

  static let usual = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]

  var screen: ScreenModel
  /// All it has sent.
  private(set) var sent: [UInt8] = []
  let process: pid_t
  private var terminal: Int32
  private var end: End?
  private let modesBefore: termios

  /// The program that the tests of this target run; it is built beside the test bundle.
  static var probe: String {
    get throws {
      let bundle = try #require(CommandLine.arguments.first)
      return String(bundle[..<(bundle.lastIndex(of: "/") ?? bundle.startIndex)]) + "/TerminalProbe"
    }
  }

  /// Starts a program as the leader of a session.
  init(
    _ words: [String]? = nil, _ environment: [String: String] = usual, columns: Int = 80,
    rows: Int = 24
  ) throws {
    screen = ScreenModel(rows: rows, columns: columns)
    terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var locked: Int32 = 0
    var number: UInt32 = 0
    let unlock: UInt = 0x4004_5431
    let getNumber: UInt = 0x8004_5430
    guard terminal >= 0, ioctl(terminal, unlock, &locked) == 0,
      ioctl(terminal, getNumber, &number) == 0
    else { throw Failure(call: "/dev/ptmx", code: errno) }
    Self.setSize(terminal, columns, rows)
    modesBefore = Self.modes(terminal)
    process = try Self.spawn(try words ?? [Self.probe], environment, at: "/dev/pts/\(number)")
  }

  deinit {
    kill(process, SIGKILL)
    if end == nil { waitpid(process, nil, 0) }
    hangUp()
  }

  private static func spawn(
    _ words: [String], _ environment: [String: String], at path: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // opened by the leader of a new session it becomes the session's terminal
    posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    let newSession: Int32 = 0x80
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | newSession))
    let arguments = words.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, words[0], &actions, &attributes, arguments, variables)
    guard code == 0 else { throw Failure(call: "posix_spawn", code: code) }
    return process
  }

  private static func setSize(_ terminal: Int32, _ columns: Int, _ rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }

  private static func modes(_ terminal: Int32) -> termios {
    var modes = termios()
    tcgetattr(terminal, &modes)
    return modes
  }

  /// Whether the screen is as before, and lines can be typed as before.
  var isGivenBack: Bool {
    let modes = Self.modes(terminal)
    return screen.isGivenBack && modes.c_lflag == modesBefore.c_lflag
      && modes.c_iflag == modesBefore.c_iflag && modes.c_oflag == modesBefore.c_oflag
  }

  /// Takes what the program sends, for a while.
  @discardableResult
  func pump(milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) == 1 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = read(terminal, &buffer, buffer.count)
    guard count > 0 else { return false }
    sent += buffer[..<count]
    screen.feed(buffer[..<count])
    return true
  }

  /// Takes what is sent until something holds, for which there is plenty of time.
  func wait(seconds: Int = 20, until holds: (PseudoTerminal) -> Bool) -> Bool {
    let limit = ContinuousClock.now + .seconds(seconds)
    while !holds(self) {
      guard .now < limit else { return false }
      pump(milliseconds: 20)
    }
    return true
  }

  /// Waits until the screen shows a text.
  func shows(_ text: String) -> Bool {
    wait { $0.screen.text.contains(text) }
  }

  /// Takes what is sent until the program ends.
  func waitForEnd() -> End? {
    _ = wait { terminal in
      var status: Int32 = 0
      guard terminal.end == nil, waitpid(terminal.process, &status, WNOHANG) == terminal.process
      else { return terminal.end != nil }
      terminal.end = status & 0x7f == 0 ? .exited(status >> 8 & 0xff) : .signalled(status & 0x7f)
      return true
    }
    while pump(milliseconds: 0) {}
    return end
  }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(terminal, bytes, bytes.count)
  }

  func resize(columns: Int, rows: Int) {
    screen.resize(rows: rows, columns: columns)
    Self.setSize(terminal, columns, rows)
  }

  /// The terminal goes, as when a connection is lost.
  func hangUp() {
    if terminal >= 0 { close(terminal) }
    terminal = -1
  }
}
