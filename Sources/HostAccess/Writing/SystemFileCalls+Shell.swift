import SystemPackage

#if canImport(Glibc)
  import Glibc
#endif

/// Asking sh(1) about a file.
extension SystemFileCalls {
  /// Starts `sh -n` with the file as its input: it reads the code and runs none of it.
  ///
  /// The file's name is told to nobody and the environment is empty, so nothing of either is code.
  func startShell(reading file: Int32) -> Int32? {
    var process: pid_t = 0
    let failure = SystemCalls.withSpawnActions { actions in
      posix_spawn_file_actions_adddup2(&actions, file, 0)
      posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
      return SystemCalls.withWords(["sh", "-n"]) { arguments in
        SystemCalls.withWords([]) { environment in
          posix_spawn(&process, "/bin/sh", &actions, nil, arguments, environment)
        }
      }
    }
    return failure == 0 ? process : nil
  }

  func shellAccepts(_ process: Int32) -> Bool? {
    guard let status = try? SystemCalls.wait(for: process) else { return nil }
    // 127 is a shell that could not be run
    guard case .exited(let code) = ProgramEnd(status: status), code != 127 else { return nil }
    return code == 0
  }
}
