import SystemPackage

#if canImport(Glibc)
  import Glibc
#endif

/// Programs that are talked to.
extension SystemCalls {
  /// Starts a program, looked up in PATH, in this one's process group: posix_spawnp(3).
  ///
  /// - Parameters:
  ///   - streams: its standard input, output and error, in this order.
  ///   - outlastsTerminal: whether the signals that a terminal sends are held back in it.
  /// - Returns: its number.
  static func start(
    _ words: [String], streams: [Int32], outlastsTerminal: Bool
  ) throws(Errno) -> pid_t {
    var process: pid_t = 0
    let held = outlastsTerminal ? terminalSignals : []
    let failure = withSpawnActions { actions in
      for (number, stream) in streams.enumerated() {
        posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
      }
      return withSpawnAttributes(holding: held) { attributes in
        withWords(words) {
          posix_spawnp(
            &process, words.first ?? "", &actions, &attributes, $0, Platform.environment)
        }
      }
    }
    guard failure == 0 else { throw Errno(rawValue: failure) }
    return process
  }

  /// Lets a descriptor's calls return at once: fcntl(2).
  static func stopWaiting(_ descriptor: borrowing Descriptor) {
    _ = fcntl(descriptor.borrowed.rawValue, F_SETFL, O_NONBLOCK)
  }

  /// Ends a program at its own pace, or at once: kill(2).
  static func end(_ process: pid_t, atOnce: Bool) {
    _ = Glibc.kill(process, atOnce ? SIGKILL : SIGTERM)
  }
}
