import SystemPackage

#if canImport(Glibc)
  import Glibc
#endif

/// Running programs.
extension SystemCalls {
  /// Starts a program with the signals of a fresh one, in this one's process group, and returns its
  /// number: posix_spawnp(3).
  ///
  /// - Parameters:
  ///   - input: what it reads; nil for what this one does.
  ///   - output: where it prints to; nil for where this one does.
  static func spawn(
    _ words: [String], input: Int32? = nil, output: Int32? = nil
  ) throws(Errno) -> pid_t {
    var child: pid_t = 0
    let failure = withSpawnActions { actions in
      if let input { posix_spawn_file_actions_adddup2(&actions, input, 0) }
      if let output { posix_spawn_file_actions_adddup2(&actions, output, 1) }
      return withSpawnAttributes { attributes in
        withWords(words) {
          posix_spawnp(&child, words.first ?? "", &actions, &attributes, $0, Platform.environment)
        }
      }
    }
    guard failure == 0 else { throw Errno(rawValue: failure) }
    return child
  }

  /// What becomes of descriptors when a program is started: posix_spawn_file_actions_init(3).
  static func withSpawnActions(_ body: (inout Platform.SpawnActions) -> Int32) -> Int32 {
    var actions = Platform.noActions
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    return body(&actions)
  }

  /// What a program is started with: posix_spawnattr_init(3).
  ///
  /// - Parameters:
  ///   - flags: what else it is to have set of its own.
  ///   - signals: those that are held back in it.
  static func withSpawnAttributes(
    _ flags: Int32 = 0, holding signals: [Int32] = [],
    _ body: (inout Platform.SpawnAttributes) -> Int32
  ) -> Int32 {
    var attributes = Platform.noAttributes
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var held = sigset_t()
    sigemptyset(&held)
    for signal in signals { sigaddset(&held, signal) }
    posix_spawnattr_setsigmask(&attributes, &held)
    posix_spawnattr_setflags(&attributes, Int16(Int32(POSIX_SPAWN_SETSIGMASK) | flags))
    return body(&attributes)
  }

  /// Waits for a program's end and returns its status: waitpid(2).
  static func wait(for child: pid_t) throws(Errno) -> Int32 {
    var status: Int32 = 0
    _ = try check { waitpid(child, &status, 0) }
    return status
  }

  /// The words as the list of C strings that a program is started with.
  static func withWords<Result>(
    _ words: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let list = words.map { strdup($0) } + [nil]
    defer { for word in list { free(word) } }
    return body(list)
  }
}
