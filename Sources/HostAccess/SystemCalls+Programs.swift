import SystemPackage

#if canImport(Glibc)
  import Glibc
#endif

/// Programs whose output is read.
extension SystemCalls {
  /// Milliseconds since some moment, by a clock that nobody sets: clock_gettime(2).
  static func uptime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }

  /// Starts a program in a process group of its own, with no input, and returns its number and the
  /// ends of the pipes that it prints to: posix_spawn(3).
  static func spawn(
    _ path: String, _ arguments: [String]
  ) throws(Errno) -> (process: pid_t, output: Int32, complaint: Int32) {
    let output = try pipe()
    let complaint: (reading: Int32, writing: Int32)
    do throws(Errno) {
      complaint = try pipe()
    } catch {
      closeDescriptor(output.reading)
      closeDescriptor(output.writing)
      throw error
    }
    var process: pid_t = 0
    let failure = start(path, arguments, output.writing, complaint.writing, &process)
    closeDescriptor(output.writing)
    closeDescriptor(complaint.writing)
    guard failure == 0 else {
      closeDescriptor(output.reading)
      closeDescriptor(complaint.reading)
      throw Errno(rawValue: failure)
    }
    return (process, output.reading, complaint.reading)
  }

  private static func start(
    _ path: String, _ arguments: [String], _ output: Int32, _ complaint: Int32,
    _ process: inout pid_t
  ) -> Int32 {
    #if os(FreeBSD)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, complaint, 2)
    let environment = ["LC_ALL=C", "PATH=/sbin:/bin:/usr/sbin:/usr/bin"]
    return withSpawnAttributes(Int32(POSIX_SPAWN_SETPGROUP)) { attributes in
      posix_spawnattr_setpgroup(&attributes, 0)
      return withWords([path] + arguments) { words in
        withWords(environment) { posix_spawn(&process, path, &actions, &attributes, words, $0) }
      }
    }
  }

  /// Reads what is there; nothing at the end, or when it cannot be read: read(2).
  static func readSome(from descriptor: Int32) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, count in
      count = (try? check { read(descriptor, buffer.baseAddress, buffer.count) }) ?? 0
    }
  }

  /// Ends a process group: killpg(2).
  static func kill(group: pid_t) { _ = killpg(group, SIGKILL) }

  /// Waits for a program's end, but not for long: waitpid(2).
  ///
  /// - Returns: its status; nil when it goes on.
  static func wait(for child: pid_t, milliseconds: Int) -> Int32? {
    let deadline = uptime() + milliseconds
    var status: Int32 = 0
    var pause = 0
    while true {
      guard let ended = try? check({ waitpid(child, &status, WNOHANG) }) else { return status }
      if ended == child { return status }
      if uptime() >= deadline { return nil }
      _ = wait(readable: [], broken: [], milliseconds: pause)
      pause = 1
    }
  }
}
