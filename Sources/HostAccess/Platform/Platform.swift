import CPlatform
import SystemPackage

#if canImport(Glibc)
  import Glibc
#endif

/// Where FreeBSD and Linux differ in a word; what differs in more has a file of its own beside this.
enum Platform {
  #if os(FreeBSD)
    /// Refuses a link in the last component of a path, and one in any that leads out of the
    /// directory where it begins: open(2).
    static var beneathFlags: Int32 { O_NOFOLLOW | O_RESOLVE_BENEATH }
    /// The same for fstatat(2).
    static var statusFlags: Stat.Flags { [.symlinkNoFollow, .resolveBeneath] }

    typealias SpawnAttributes = posix_spawnattr_t?
    typealias SpawnActions = posix_spawn_file_actions_t?
    /// Attributes before posix_spawnattr_init(3).
    static var noAttributes: SpawnAttributes { nil }
    /// Actions before posix_spawn_file_actions_init(3).
    static var noActions: SpawnActions { nil }
    /// The place for a thread before pthread_create(3).
    static var noThread: pthread_t? { nil }

    /// What a program of the person's own is started with: posix_spawn(3) takes this program's own
    /// environment where none is given.
    static var environment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? { nil }

    /// What leads to the program that runs, by whichever name it was started: sysctl(3).
    static var ownProgram: String {
      var question = [CTL_KERN, KERN_PROC, KERN_PROC_PATHNAME, -1]
      var path = [CChar](repeating: 0, count: Int(PATH_MAX))
      var length = path.count
      guard sysctl(&question, UInt32(question.count), &path, &length, nil, 0) == 0 else {
        return CommandLine.arguments.first ?? "jailscope"
      }
      return path.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }
  #else
    /// Refuses a link in the last component of a path: open(2).
    static var beneathFlags: Int32 { O_NOFOLLOW }
    /// The same for fstatat(2).
    static var statusFlags: Stat.Flags { .symlinkNoFollow }

    typealias SpawnAttributes = posix_spawnattr_t
    typealias SpawnActions = posix_spawn_file_actions_t
    /// Attributes before posix_spawnattr_init(3).
    static var noAttributes: SpawnAttributes { SpawnAttributes() }
    /// Actions before posix_spawn_file_actions_init(3).
    static var noActions: SpawnActions { SpawnActions() }
    /// The place for a thread before pthread_create(3).
    static var noThread: pthread_t { pthread_t() }

    /// What a program of the person's own is started with.
    static var environment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? { environ }

    /// What leads to the program that runs, as long as it does: proc(5).
    static var ownProgram: String { "/proc/self/exe" }
  #endif
}

/// Whether the system that this program runs on can have jails.
package var systemHasJails: Bool {
  #if os(FreeBSD)
    true
  #else
    false
  #endif
}
