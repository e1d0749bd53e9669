import HostAccess
import SourceText
import Testing

@Suite(.timeLimit(.minutes(15)))
struct UsualPathsTests {
  let root: TemporaryRoot

  init() throws {
    root = try TemporaryRoot()
  }

  private func collect() throws -> HostCapture {
    try HostCollector(root: root.path).collectUsual()
  }

  @Test func `a missing root is an error`() throws {
    let error = #expect(throws: HostAccessError.self) {
      try HostCollector(root: "/nonexistent").collectUsual()
    }
    #expect(error?.message == "cannot read /nonexistent: no such file or directory")
  }

  @Test func `a root that is a file is an error`() throws {
    try root.file("/x")
    let error = #expect(throws: HostAccessError.self) {
      try HostCollector(root: root.path + "/x").collectUsual()
    }
    #expect(error?.message == "cannot read \(root.path)/x: not a directory")
  }

  @Test(.enabled(if: !TemporaryRoot.isSuperuser))
  func `a root that may not be read is an error`() throws {
    try root.folder("/x")
    try root.permissions("/x", 0)
    let error = #expect(throws: HostAccessError.self) {
      try HostCollector(root: root.path + "/x").collectUsual()
    }
    #expect(error?.message == "cannot read \(root.path)/x: permission denied")
  }

  @Test(arguments: ["/etc/rc.conf", "/etc/jail.conf", "/usr/local/etc/ezjail.conf"])
  func `a directory where a file is read is unreadable`(path: String) throws {
    try root.folder("\(path)/x")
    #expect(try collect().entries[path]?.summary == "unreadable: is a directory")
  }

  @Test func `an empty root has none of the usual files`() throws {
    let capture = try collect()
    #expect(capture.entries.values.allSatisfy { $0.summary == "missing" })
    #expect(capture.entries["/etc"] != nil)
    #expect(capture.entries["/etc/rc.conf"] != nil)
    #expect(capture.entries["/usr/local/etc/ezjail"] != nil)
    #expect(capture.entries["/usr/local/etc/rc.d"] != nil)
  }

  @Test(arguments: [
    "/etc/defaults/rc.conf", "/etc/defaults/vendor.conf", "/etc/rc.conf", "/etc/rc.conf.local",
    "/etc/rc.conf.d/sshd", "/etc/rc.conf.d/netif", "/etc/rc.conf.d/network/a",
    "/etc/rc.conf.d/jail/b.conf", "/etc/start_if.em0", "/etc/jail.conf", "/etc/jail.www.conf",
    "/etc/jail.conf.d/www.conf", "/etc/jail.conf.d/note", "/etc/fstab.www", "/etc/hosts",
    "/etc/os-release", "/bin/freebsd-version", "/usr/local/etc/ezjail.conf",
    "/usr/local/etc/ezjail/www_example_org", "/usr/local/etc/rc.conf.d/ezjail",
    "/usr/local/etc/rc.conf.d/routing/x", "/usr/local/bastille/jails/www/jail.conf",
    "/usr/local/bastille/jails/www/settings.conf", "/usr/local/etc/bastille/bastille.conf",
    "/iocage/defaults.json", "/iocage/jails/www/config.json",
    "/usr/local/appjail/jails/www/conf/template.conf", "/usr/local/etc/pot/pot.conf",
    "/usr/local/etc/qjail.local/www", "/usr/local/etc/qjail.global/www",
  ])
  func `reads`(path: String) throws {
    try root.folder(String(path[..<(try #require(path.lastIndex(of: "/")))]))
    try root.file(path, "content")
    #expect(try collect().entries[path]?.summary == "file content")
  }

  @Test(arguments: [
    "/etc/passwd", "/etc/jail.conf.bak", "/etc/jail.www.conf~", "/etc/rc.conf.d/other/x",
    "/usr/local/etc/rc.d/ezjail", "/usr/local/etc/x.conf",
    "/usr/local/bastille/jails/www/fstab", "/usr/local/bastille/releases/x/jail.conf",
    "/iocage/jails/www/fstab",
  ])
  func `does not read`(path: String) throws {
    try root.folder(String(path[..<(try #require(path.lastIndex(of: "/")))]))
    try root.file(path, "content")
    #expect(try collect().entries[path] == nil)
  }

  @Test func `a prefix and a suffix do not match the same bytes`() throws {
    try root.folder("/etc")
    try root.file("/etc/jail.conf", "x")
    try root.file("/etc/jail..conf", "y")
    let capture = try collect()
    #expect(capture.entries["/etc/jail..conf"]?.summary == "file y")
    #expect(capture.entries["/etc/jail.conf"]?.summary == "file x")
  }

  @Test func `lists the folders`() throws {
    try root.folder("/etc/jail.conf.d/old")
    try root.folder("/usr/local/etc/rc.d")
    try root.file("/usr/local/etc/rc.d/ezjail")
    let capture = try collect()
    #expect(capture.entries["/etc"]?.summary == #"directory ["jail.conf.d"]"#)
    #expect(capture.entries["/etc/jail.conf.d"]?.summary == #"directory ["old"]"#)
    #expect(capture.entries["/etc/jail.conf.d/old"]?.summary == "directory []")
    #expect(capture.entries["/usr/local/etc"]?.summary == #"directory ["rc.d"]"#)
    #expect(capture.entries["/usr/local/etc/rc.d"]?.summary == #"directory ["ezjail"]"#)
    #expect(capture.entries["/etc/defaults/rc.conf"]?.summary == "missing")
  }

  @Test func `a folder for each jail may hold no file, or a folder where a file is read`() throws {
    try root.folder("/usr/local/bastille/jails/empty")
    try root.folder("/usr/local/bastille/jails/odd/jail.conf")
    try root.file("/usr/local/bastille/jails/note", "x")
    let capture = try collect()
    let folder = "/usr/local/bastille/jails"
    #expect(capture.entries[folder]?.summary == #"directory ["empty", "note", "odd"]"#)
    #expect(capture.entries["\(folder)/empty/jail.conf"]?.summary == "missing")
    #expect(capture.entries["\(folder)/note/jail.conf"]?.summary == "missing")
    #expect(
      capture.entries["\(folder)/odd/jail.conf"]?.summary == "unreadable: is a directory")
  }

  @Test func `reads a file whose name is not UTF-8`() throws {
    try root.folder("/etc/jail.conf.d")
    try root.file(bytesOf: Array("/etc/jail.conf.d/".utf8) + [0xE9, 0x2E], Array("latin".utf8))
    let capture = try collect()
    #expect(capture.entries["/etc/jail.conf.d"]?.summary == "directory [\"\u{FFFD}.\"]")
    #expect(capture.entries["/etc/jail.conf.d/\u{FFFD}."]?.summary == "file latin")
  }

  @Test func `reads a folder and its files through a link`() throws {
    try root.folder("/etc")
    try root.folder("/data/jails")
    try root.file("/data/jails/www.conf", "www")
    try root.link("/etc/jail.conf.d", to: "/data/jails")
    let capture = try collect()
    #expect(capture.entries["/etc/jail.conf.d"]?.summary == #"directory ["www.conf"]"#)
    #expect(capture.entries["/etc/jail.conf.d/www.conf"]?.summary == "file www")
  }

  @Test func `goes on when a file stands where a folder should`() throws {
    try root.file("/etc", "x")
    try root.folder("/usr/local/etc")
    try root.file("/usr/local/etc/ezjail", "y")
    let capture = try collect()
    #expect(capture.entries["/etc"]?.summary == "file x")
    #expect(capture.entries["/etc/rc.conf"]?.summary == "missing")
    #expect(capture.entries["/usr/local/etc/ezjail"]?.summary == "file y")
  }
}
