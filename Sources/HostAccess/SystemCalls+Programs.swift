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

  /// A program that runs, with the ends of the pipes to it.
  struct Program {
    let process: pid_t
    let output: Int32
    let complaint: Int32
    /// Nil when it has no input.
    let input: Int32?
  }

  /// Starts a program in a process group of its own: posix_spawn(3).
  static func spawn(
    _ path: String, _ arguments: [String], takesInput: Bool
  ) throws(Errno) -> Program {
    var pipes: [(reading: Int32, writing: Int32)] = []
    do throws(Errno) {
      for _ in 0..<(takesInput ? 3 : 2) { pipes.append(try pipe()) }
    } catch {
      for pipe in pipes { closeDescriptors([pipe.reading, pipe.writing]) }
      throw error
    }
    let input = takesInput ? pipes[2] : nil
    var process: pid_t = 0
    let failure = start(
      path, arguments, (input?.reading, pipes[0].writing, pipes[1].writing), &process)
    closeDescriptors([pipes[0].writing, pipes[1].writing] + (input.map { [$0.reading] } ?? []))
    guard failure == 0 else {
      closeDescriptors([pipes[0].reading, pipes[1].reading] + (input.map { [$0.writing] } ?? []))
      throw Errno(rawValue: failure)
    }
    return Program(
      process: process, output: pipes[0].reading, complaint: pipes[1].reading,
      input: input?.writing)
  }

  private static func closeDescriptors(_ descriptors: [Int32]) {
    for descriptor in descriptors { closeDescriptor(descriptor) }
  }

  /// Writes all of a program's input and closes it; false when the program doesn't want it: write(2).
  static func feed(_ input: [UInt8], to descriptor: Int32) -> Bool {
    ignorePipeSignal()
    defer { closeDescriptor(descriptor) }
    var rest = input[...]
    while !rest.isEmpty {
      guard let count = try? writeSome(rest, to: FileDescriptor(rawValue: descriptor)) else {
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func start(
    _ path: String, _ arguments: [String],
    _ ends: (input: Int32?, output: Int32, complaint: Int32), _ process: inout pid_t
  ) -> Int32 {
    let environment = ["LC_ALL=C", "PATH=/sbin:/bin:/usr/sbin:/usr/bin"]
    return withSpawnActions { actions in
      if let input = ends.input {
        posix_spawn_file_actions_adddup2(&actions, input, 0)
      } else {
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
      }
      posix_spawn_file_actions_adddup2(&actions, ends.output, 1)
      posix_spawn_file_actions_adddup2(&actions, ends.complaint, 2)
      // what was handed down to this program is none of one that may outlive it; closing what is not
      // open is no error in either system
      for descriptor in Int32(3)..<256 { posix_spawn_file_actions_addclose(&actions, descriptor) }
      return withSpawnAttributes(Int32(POSIX_SPAWN_SETPGROUP)) { attributes in
        posix_spawnattr_setpgroup(&attributes, 0)
        return withWords([path] + arguments) { words in
          withWords(environment) { posix_spawn(&process, path, &actions, &attributes, words, $0) }
        }
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
