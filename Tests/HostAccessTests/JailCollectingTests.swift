import HostAccess
import SourceText
import Testing

/// Reading files of a jail, whose root user may have put anything there.
@Suite(.timeLimit(.minutes(15)))
struct JailCollectingTests {
  let root: TemporaryRoot

  init() throws {
    root = try TemporaryRoot()
    try root.folder("/etc")
    try root.file("/etc/secret", "of the host")
    try root.folder("/jails/www/etc")
    try root.file("/jails/www/etc/hosts", "of the jail")
  }

  private func summary(_ path: String, jail: String = "/jails/www") -> String? {
    var capture = HostCapture()
    HostCollector(root: root.path).collect([path], inJailAt: jail, into: &capture)
    #expect(Set(capture.entries.keys) == [jail + path])
    return capture.entries[jail + path]?.summary
  }

  @Test func `records a file under its path on the host`() {
    #expect(summary("/etc/hosts") == "file of the jail")
    #expect(summary("/etc/rc.conf") == "missing")
    #expect(summary("/etc/secret") == "missing")
  }

  @Test(arguments: ["/etc/hosts", "hosts", "../../../../etc/hosts", "../../../etc/../etc/hosts"])
  func `follows links as in the jail`(_ target: String) throws {
    try root.link("/jails/www/etc/rc.conf", to: target)
    #expect(summary("/etc/rc.conf") == "file of the jail")
  }

  @Test(arguments: ["/etc/secret", "../../../etc/secret", "../../../../../../../../etc/secret"])
  func `no link leads out of the jail`(_ target: String) throws {
    try root.link("/jails/www/etc/rc.conf", to: target)
    #expect(summary("/etc/rc.conf") == "unreadable: dangling link to \(target)")
    try root.link("/jails/www/usr", to: "/../..")
    #expect(summary("/usr/etc/secret") == "missing")
    #expect(summary("/../../etc/secret") == "missing")
  }

  @Test func `waits for nothing and follows no loop`() throws {
    try root.fifo("/jails/www/etc/rc.conf")
    try root.link("/jails/www/etc/a", to: "b")
    try root.link("/jails/www/etc/b", to: "a")
    #expect(summary("/etc/rc.conf") == "unreadable: is a fifo")
    #expect(summary("/etc/a")?.hasPrefix("unreadable: ") == true)
  }

  @Test func `reads no file larger than a jail's settings ever are`() throws {
    try root.sparseFile("/jails/www/etc/rc.conf", size: 1 << 20)
    #expect(
      summary("/etc/rc.conf") == "unreadable: 1048576 bytes, more than the 262144 that are read")
  }

  @Test func `finds the jail's root as the host does, and takes none for the host's own`() throws {
    try root.link("/short", to: "/jails/www")
    #expect(summary("/etc/hosts", jail: "/short") == "file of the jail")
    try root.link("/all", to: "/")
    #expect(summary("/etc/secret", jail: "/all") == "missing")
    #expect(summary("/etc/secret", jail: "/etc/secret") == "missing")
    #expect(summary("/etc/secret", jail: "/nowhere") == "missing")
  }
}
