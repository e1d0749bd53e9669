import SystemPackage

#if canImport(Glibc)
  import Glibc
#endif

/// Asking sh(1) about a file.
extension SystemFileCalls {
  /// Runs `sh -n` with the file as its input: it reads the code and runs none of it.
  ///
  /// The file's name is told to nobody and the environment is empty, so nothing of either is code.
  func shellAccepts(_ file: Int32) -> Bool? {
    guard let process = spawnShell(reading: file) else { return nil }
    var status: Int32 = 0
    guard (try? SystemCalls.check { waitpid(process, &status, 0) }) != nil else { return nil }
    // the low seven bits are the signal that ended it
    guard status & 0x7f == 0 else { return nil }
    let code = status >> 8 & 0xff
    // 127 is a shell that could not be run
    return code == 127 ? nil : code == 0
  }

  private func spawnShell(reading file: Int32) -> pid_t? {
    #if os(FreeBSD)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    guard posix_spawn_file_actions_adddup2(&actions, file, 0) == 0,
      posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0) == 0,
      posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) == 0
    else { return nil }
    var process: pid_t = 0
    let code = SystemCalls.withWords(["sh", "-n"]) { arguments in
      SystemCalls.withWords([]) { environment in
        posix_spawn(&process, "/bin/sh", &actions, nil, arguments, environment)
      }
    }
    return code == 0 ? process : nil
  }
}
