import HostAccess
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Changes of files, and the notice of them.
@Suite(.timeLimit(.minutes(15)))
struct FileWatchTests {
  private static let paths = [
    "/etc/", "/etc/rc.conf", "/etc/link", "/etc/missing", "/usr/local/etc/jail.conf.d/a.conf",
  ]
  private let root: TemporaryRoot

  init() throws {
    root = try TemporaryRoot()
    try root.folder("/etc")
    try root.folder("/usr/local")
    try root.folder("/elsewhere")
    try root.file("/etc/rc.conf", "a=1\n")
    try root.file("/elsewhere/one", "1")
    try root.file("/elsewhere/two", "22")
    try root.link("/etc/link", to: "/elsewhere/one")
    settle()
  }

  /// Lets the clock of the files go on.
  private func settle() { usleep(30_000) }

  /// A watch for which all there is counts as read.
  private func watch(_ paths: [String] = Self.paths) -> FileWatch {
    FileWatch(root: root.path, paths: paths, since: Moment(seconds: .max))
  }

  private func rename(_ old: String, _ new: String) throws {
    try #require(Glibc.rename(root.path + old, root.path + new) == 0)
  }

  /// Whether a notice comes, for which no test has to wait when it is there.
  private func isNoticed(_ watch: borrowing FileWatch, milliseconds: Int32 = 5000) throws -> Bool {
    let descriptor = watch.descriptor
    var waiting = pollfd(fd: try #require(descriptor), events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, milliseconds) == 1
  }

  /// Does something and tells what the watch says of it, its notice included.
  private func changes(
    _ watch: inout FileWatch, _ body: () throws -> Void
  ) throws -> [String] {
    try body()
    #expect(try isNoticed(watch))
    settle()
    return watch.changes()
  }

  @Test func `where nothing happens there is no notice and no change`() throws {
    var watch = watch()
    #expect(try !isNoticed(watch, milliseconds: 0))
    #expect(watch.changes() == [])
    #expect(watch.interval == nil)
  }

  @Test func `a file that is written to has changed`() throws {
    var watch = watch()
    #expect(try changes(&watch) { try root.file("/etc/rc.conf", "a=23\n") } == ["/etc/rc.conf"])
    #expect(try changes(&watch) { try root.file("/etc/rc.conf", "a=456\n") } == ["/etc/rc.conf"])
  }

  @Test func `a file that another takes the place of has changed, and is watched on`() throws {
    var watch = watch()
    let found = try changes(&watch) {
      try root.file("/etc/new", "a=1\n")
      try rename("/etc/new", "/etc/rc.conf")
    }
    #expect(found == ["/etc/", "/etc/rc.conf"])
    #expect(
      try changes(&watch) { try root.file("/etc/rc.conf", "a=23\n") }.contains("/etc/rc.conf"))
  }

  @Test func `a file that comes or goes has changed`() throws {
    var watch = watch()
    let came = try changes(&watch) { try root.file("/etc/missing", "x") }
    #expect(came == ["/etc/", "/etc/missing"])
    let went = try changes(&watch) {
      try #require(unlink(root.path + "/etc/missing") == 0)
    }
    #expect(went.contains("/etc/missing"))
  }

  @Test func `a file whose folders come later is noticed`() throws {
    var watch = watch()
    _ = try changes(&watch) { try root.folder("/usr/local/etc/jail.conf.d") }
    let found = try changes(&watch) {
      try root.file("/usr/local/etc/jail.conf.d/a.conf", "a { }")
    }
    #expect(found == ["/usr/local/etc/jail.conf.d/a.conf"])
  }

  @Test func `a link counts as what it leads to, below the root`() throws {
    var watch = watch()
    #expect(try changes(&watch) { try root.file("/elsewhere/one", "one") } == ["/etc/link"])
    let found = try changes(&watch) {
      try root.link("/etc/new", to: "/elsewhere/two")
      try rename("/etc/new", "/etc/link")
    }
    #expect(found.contains("/etc/link"))
    #expect(try changes(&watch) { try root.file("/elsewhere/two", "two") }.contains("/etc/link"))
  }

  @Test func `what changed while it was read is told at once`() throws {
    let start = Moment.now
    try root.file("/etc/rc.conf", "a=2\n")
    var watch = FileWatch(root: root.path, paths: ["/etc/rc.conf"], since: start)
    #expect(watch.interval == 50)
    #expect(watch.changes() == ["/etc/rc.conf"])
    // asked again a tick later, nothing can have happened unseen
    settle()
    _ = watch.changes()
    #expect(watch.changes() == [])
    #expect(watch.interval == nil)
  }

  @Test func `what there is too much of to be watched is found by looking`() throws {
    let paths = (0..<600).map { "/many/\($0)/file" }
    for path in paths {
      try root.folder(String(path.dropLast(5)))
      try root.file(path)
    }
    var watch = watch(paths)
    #expect(watch.interval != nil)
    for path in paths { try root.file(path, "x") }
    #expect(watch.changes() == paths.sorted())
  }
}
