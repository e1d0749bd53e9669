import SystemPackage

#if canImport(Glibc)
  import Glibc
#endif

/// Tells that something happened to files and directories, not what: by inotify(7), on FreeBSD by
/// kqueue(2).
struct ChangeNotices: ~Copyable {
  private let queue: Descriptor

  /// Can be read when there is a notice.
  var descriptor: Int32 { queue.borrowed.rawValue }

  #if os(FreeBSD)
    /// Whether a directory tells of its entries alone, and not of what they hold.
    static let needsFiles = true

    private var watched: [Int32] = []

    init() throws(Errno) {
      queue = Descriptor(owning: try SystemCalls.check { kqueue() })
    }

    deinit { release() }

    /// Watches what is at some paths now, and nothing else any more.
    ///
    /// - Returns: whether all of it is watched.
    mutating func watch(_ paths: some Sequence<[UInt8]>) -> Bool {
      release()
      watched = []
      var isComplete = true
      for path in paths {
        let name = SystemCalls.terminated(path)
        let file = open(name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard file >= 0 else {
          isComplete = false
          continue
        }
        watched.append(file)
        let events = NOTE_WRITE | NOTE_EXTEND | NOTE_ATTRIB | NOTE_DELETE | NOTE_RENAME
        var change = kevent(
          ident: UInt(file), filter: Int16(EVFILT_VNODE), flags: UInt16(EV_ADD | EV_CLEAR),
          fflags: UInt32(events), data: 0, udata: nil, ext: (0, 0, 0, 0))
        if kevent(descriptor, &change, 1, nil, 0, nil) < 0 { isComplete = false }
      }
      return isComplete
    }

    /// Takes the notices there are.
    func drain() {
      var notices: [kevent] = .init(repeating: .init(), count: 64)
      var time = timespec()
      while kevent(descriptor, nil, 0, &notices, Int32(notices.count), &time) > 0 {}
    }

    private func release() {
      for file in watched { SystemCalls.closeDescriptor(file) }
    }
  #else
    /// Whether a directory tells of its entries alone, and not of what they hold.
    static let needsFiles = false

    init() throws(Errno) {
      queue = Descriptor(
        owning: try SystemCalls.check { inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC)) })
    }

    /// Watches what is at some paths now; the watch of what is gone has ended by itself.
    ///
    /// - Returns: whether all of it is watched.
    mutating func watch(_ paths: some Sequence<[UInt8]>) -> Bool {
      let events =
        IN_MODIFY | IN_ATTRIB | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE
        | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF
      return paths.reduce(true) { isComplete, path in
        let name = SystemCalls.terminated(path)
        return inotify_add_watch(descriptor, name, UInt32(events)) >= 0 && isComplete
      }
    }

    /// Takes the notices there are.
    func drain() {
      var notices = [UInt8](repeating: 0, count: 4096)
      while read(descriptor, &notices, notices.count) > 0 {}
    }
  #endif
}
