import SystemPackage

#if canImport(Glibc)
  import Glibc
#endif

/// The only place beside `Writing` that calls into the C library; each function names the call it
/// makes.
///
/// A call that a signal interrupted is made again; every other failure is thrown as it came.
enum SystemCalls {
  /// Opening must neither wait for a writer (a FIFO) nor take over a terminal.
  private static let readFlags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC

  /// Opens a directory by a path of the caller's own: open(2).
  static func openDirectory(_ path: String) throws(Errno) -> Descriptor {
    Descriptor(owning: try check { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) })
  }

  /// Opens a file by a path of the caller's own, following links: open(2).
  static func openFile(_ path: String) throws(Errno) -> Descriptor {
    Descriptor(owning: try check { open(path, readFlags) })
  }

  /// Opens a file for writing, new or emptied, readable by its owner alone: open(2).
  static func openForWriting(_ path: String) throws(Errno) -> Descriptor {
    Descriptor(
      owning: try check { open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOCTTY | O_CLOEXEC, 0o600) })
  }

  /// Makes a directory that its owner alone may look into: mkdir(2).
  static func makeFolder(_ path: String) throws(Errno) {
    _ = try check { mkdir(path, 0o700) }
  }

  /// Opens what stands at a path below a directory, unless it is a link: openat(2).
  ///
  /// A link fails as ELOOP, on FreeBSD as EMLINK.
  static func openEntry(
    _ path: [UInt8], under folder: borrowing Descriptor
  ) throws(Errno) -> Descriptor {
    let folder = folder.borrowed.rawValue
    let path = terminated(path)
    return Descriptor(owning: try check { openat(folder, path, readFlags | Platform.beneathFlags) })
  }

  /// What stands at a path below a directory, a link as itself: fstatat(2).
  static func status(
    of path: [UInt8], under folder: borrowing Descriptor
  ) throws(Errno) -> Stat {
    try Stat(terminated(path), relativeTo: folder.borrowed, flags: Platform.statusFlags)
  }

  /// What an open descriptor stands for: fstat(2).
  static func status(of file: borrowing Descriptor) throws(Errno) -> Stat {
    try file.borrowed.stat()
  }

  /// Where a link below a directory points: readlinkat(2).
  static func linkTarget(
    of path: [UInt8], under folder: borrowing Descriptor
  ) throws(Errno) -> [UInt8] {
    try linkTarget(of: path, under: folder.borrowed.rawValue)
  }

  /// As above, for a directory that another owns.
  static func linkTarget(of path: [UInt8], under folder: Int32) throws(Errno) -> [UInt8] {
    let path = terminated(path)
    // No link is longer than PATH_MAX: 1024 on FreeBSD, 4096 on Linux.
    var target = [CChar](repeating: 0, count: 4096)
    let length = try check { readlinkat(folder, path, &target, target.count) }
    return target[..<length].map(UInt8.init(bitPattern:))
  }

  /// Reads until `room` bytes are there, or exactly `expected`, or the end is reached: read(2).
  static func readBytes(
    of file: borrowing Descriptor, room: Int, expected: Int?
  ) throws(Errno) -> [UInt8] {
    let file = file.borrowed.rawValue
    return try [UInt8](capacity: room) { (output) throws(Errno) in
      while output.freeCapacity > 0 {
        let count = try output.withUnsafeMutableBufferPointer { (buffer, filled) throws(Errno) in
          let free = buffer.extracting(filled...)
          let count = try check { read(file, free.baseAddress, free.count) }
          filled += count
          return count
        }
        if count == 0 || output.count == expected { break }
      }
    }
  }

  /// The names in a directory in the order it holds them, without `.` and `..`: readdir(3).
  static func names(in folder: consuming Descriptor) throws(Errno) -> [[UInt8]] {
    let number = folder.release()
    guard let stream = fdopendir(number) else {
      let failure = Errno(rawValue: errno)
      closeDescriptor(number)
      throw failure
    }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = name(of: entry)
      if name != Array(".".utf8) && name != Array("..".utf8) { names.append(name) }
      errno = 0
    }
    if errno != 0 { throw Errno(rawValue: errno) }
    return names
  }

  /// Writes what the descriptor takes of some bytes, and says how many it took: write(2).
  ///
  /// A descriptor that can take none at the moment is waited for: poll(2).
  static func writeSome(
    _ bytes: ArraySlice<UInt8>, to descriptor: FileDescriptor
  ) throws(Errno) -> Int {
    while true {
      do throws(Errno) {
        return try bytes.withUnsafeBufferPointer { (buffer) throws(Errno) in
          try check { write(descriptor.rawValue, buffer.baseAddress, buffer.count) }
        }
      } catch {
        guard error == .wouldBlock else { throw error }
        var waiting = pollfd(fd: descriptor.rawValue, events: Int16(POLLOUT), revents: 0)
        _ = try check { poll(&waiting, 1, -1) }
      }
    }
  }

  /// Makes writing to a pipe that nobody reads fail with EPIPE instead of ending the program:
  /// signal(3).
  static func ignorePipeSignal() {
    // SIG_IGN cannot be passed from Swift on FreeBSD, where its type is imported as a function.
    _ = signal(SIGPIPE) { _ in }
  }

  /// The signals that a terminal sends: termios(4), and tty hangup.
  static let terminalSignals = [SIGHUP, SIGINT, SIGQUIT, SIGTSTP]

  /// Lets the signals of a terminal and of kill(1) wait, and returns the mask that was there before:
  /// pthread_sigmask(3).
  static func blockSignals() -> sigset_t {
    var set = sigset_t()
    var before = sigset_t()
    sigemptyset(&set)
    for signal in terminalSignals + [SIGTERM] { sigaddset(&set, signal) }
    pthread_sigmask(SIG_BLOCK, &set, &before)
    return before
  }

  /// Takes a mask that was there before: pthread_sigmask(3).
  static func restoreSignals(_ mask: sigset_t) {
    var mask = mask
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }

  /// Whether a path can be written with the rights the process has: access(2).
  static func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }

  /// Whether a descriptor is a terminal: isatty(3).
  static func isTerminal(_ descriptor: FileDescriptor) -> Bool {
    isatty(descriptor.rawValue) == 1
  }

  /// A variable of the environment: getenv(3).
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// A thread that has to be joined.
  typealias Thread = pthread_t

  /// Runs a function on a thread of its own: pthread_create(3); nil when there can be none.
  static func startThread(_ body: @escaping @Sendable () -> AnyObject) -> Thread? {
    let work = Unmanaged.passRetained(ThreadWork(body: body))
    var thread = Platform.noThread
    let failure = pthread_create(&thread, nil, runThread, work.toOpaque())
    guard failure == 0 else {
      work.release()
      return nil
    }
    return thread
  }

  /// Waits for the end of a thread and takes what its function returned: pthread_join(3).
  static func join(_ thread: Thread) -> AnyObject? {
    var outcome: UnsafeMutableRawPointer?
    guard pthread_join(thread, &outcome) == 0, let outcome else { return nil }
    return Unmanaged<AnyObject>.fromOpaque(outcome).takeRetainedValue()
  }

  /// Seconds since the first of January 1970: time(3).
  static func time() -> Int { Glibc.time(nil) }

  /// Ends the process: _exit(2).
  static func end(_ status: Int32) -> Never {
    _exit(status)
  }

  /// Gives a descriptor's number back: close(2), whose failure is of no account after reading.
  static func closeDescriptor(_ number: Int32) {
    _ = close(number)
  }

  /// Makes a call until no signal interrupts it; a negative result is the error in errno(2).
  static func check<Result: SignedInteger>(_ call: () -> Result) throws(Errno) -> Result {
    while true {
      let result = call()
      if result >= 0 { return result }
      let failure = Errno(rawValue: errno)
      if failure != .interrupted { throw failure }
    }
  }

  static func terminated(_ path: [UInt8]) -> [CChar] {
    var characters: [CChar] = []
    characters.reserveCapacity(path.count + 1)
    for byte in path { characters.append(CChar(bitPattern: byte)) }
    characters.append(0)
    return characters
  }

  /// The name in a directory entry, which is shorter in memory than its type says.
  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    let start = UnsafeRawPointer(entry) + offset
    let length = strlen(start.assumingMemoryBound(to: CChar.self))
    return Array(UnsafeRawBufferPointer(start: start, count: length))
  }
}

/// What a thread is to run, on its way through the C library.
private final class ThreadWork: Sendable {
  let body: @Sendable () -> AnyObject

  init(body: @escaping @Sendable () -> AnyObject) {
    self.body = body
  }
}

/// The start of every thread: takes its work over and leaves what comes of it.
private func runThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  let work = Unmanaged<ThreadWork>.fromOpaque(context).takeRetainedValue()
  return SystemCalls.withCrashStack { Unmanaged<AnyObject>.passRetained(work.body()).toOpaque() }
}
