import HostAccess
import SourceText
import Testing

@Suite(.timeLimit(.minutes(15)))
struct LinkTests {
  let root: TemporaryRoot

  init() throws {
    root = try TemporaryRoot()
    try root.folder("/etc")
    try root.file("/etc/hosts", "hosts of the root")
  }

  private func summary(_ path: String) throws -> String? {
    try root.entry(path)?.summary
  }

  @Test(arguments: [
    "hosts", "./hosts", "../etc/hosts", "/etc/hosts", "//etc//hosts", "/etc/../etc/./hosts",
    "../../../../../etc/hosts", "/../etc/hosts",
  ])
  func `follows a link inside the root`(target: String) throws {
    try root.link("/etc/rc.conf", to: target)
    #expect(try summary("/etc/rc.conf") == "file hosts of the root")
  }

  @Test func `follows links to folders on the way`() throws {
    try root.folder("/usr")
    try root.link("/usr/local", to: "/data/local")
    try root.folder("/data/local/etc")
    try root.link("/data/local/etc/rc.conf.d", to: "../../../etc/")
    #expect(try summary("/usr/local/etc/rc.conf.d/hosts") == "file hosts of the root")
    #expect(try summary("/usr/local/etc/rc.conf.d") == #"directory ["hosts"]"#)
    #expect(try summary("/usr/local/etc/missing") == "missing")
  }

  @Test func `a parent of a linked folder is the parent of its target`() throws {
    try root.folder("/data/deep")
    try root.link("/short", to: "data/deep")
    try root.file("/data/x", "x")
    #expect(try summary("/short/../x") == "file x")
  }

  @Test(arguments: ["../../../../../../../../etc/passwd", "/etc/passwd"])
  func `no link leads out of the root`(target: String) throws {
    try root.link("/etc/rc.conf", to: target)
    #expect(try summary("/etc/rc.conf") == "unreadable: dangling link to \(target)")
    #expect(try summary("/../../../../../../../../../etc/passwd") == "missing")
  }

  @Test(arguments: ["nothing", "/nothing", "hosts/nothing", "hosts/"])
  func `names the target of a dangling link`(target: String) throws {
    try root.link("/etc/rc.conf", to: target)
    #expect(try summary("/etc/rc.conf") == "unreadable: dangling link to \(target)")
    #expect(HostCollector(root: root.path).exists(["/etc/rc.conf"]) == ["/etc/rc.conf": false])
  }

  @Test func `names the first target of links that dangle in the end`() throws {
    try root.link("/etc/rc.conf", to: "a")
    try root.link("/etc/a", to: "b")
    #expect(try summary("/etc/rc.conf") == "unreadable: dangling link to a")
    #expect(try summary("/etc/rc.conf/x") == "unreadable: dangling link to a")
  }

  @Test func `stops at a loop of links`() throws {
    try root.link("/etc/rc.conf", to: "rc.conf")
    try root.link("/etc/a", to: "b/x")
    try root.link("/etc/b", to: "a/y")
    for path in ["/etc/rc.conf", "/etc/a", "/etc/b", "/etc/rc.conf/x"] {
      #expect(try summary(path) == "unreadable: too many levels of symbolic links")
    }
  }

  @Test func `follows as many links as FreeBSD does`() throws {
    try root.link("/etc/1", to: "hosts")
    for number in 2...33 { try root.link("/etc/\(number)", to: "\(number - 1)") }
    #expect(try summary("/etc/32") == "file hosts of the root")
    #expect(try summary("/etc/33") == "unreadable: too many levels of symbolic links")
  }

  @Test func `does not read a device behind a link`() throws {
    try root.link("/etc/rc.conf", to: "/dev/zero")
    let path = root.path + "/etc/rc.conf"
    #expect(throws: HostAccessError.cannotRead(path: path, reason: "is a character device")) {
      try readOwnFile(path)
    }
  }

  @Test func `tells folders from other things behind links`() throws {
    try root.link("/jails", to: "/etc")
    try root.link("/loop", to: "loop")
    try root.fifo("/fifo")
    let kinds = HostCollector(root: root.path).kinds(
      of: ["/", "/etc/", "/jails", "/jails/hosts", "/fifo", "/none", "/none/x", "/loop"])
    #expect(
      kinds == [
        "/": .directory, "/etc/": .directory, "/jails": .directory, "/jails/hosts": .other,
        "/fifo": .other, "/none": .missing, "/none/x": .missing,
        "/loop": .unknown("too many levels of symbolic links"),
      ])
  }

  @Test func `tells what exists and leaves out what it cannot tell`() throws {
    try root.link("/loop", to: "loop")
    try root.link("/dangling", to: "nothing")
    let collector = HostCollector(root: root.path)
    #expect(
      collector.exists(["/etc", "/etc/hosts", "/none", "/dangling", "/loop/x"])
        == ["/etc": true, "/etc/hosts": true, "/none": false, "/dangling": false])
    #expect(HostCollector(root: "/nonexistent").exists(["/etc"]) == [:])
  }
}
