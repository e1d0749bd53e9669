import HostAccess
import SourceText
import Testing

@Suite(.timeLimit(.minutes(15)))
struct CollectingTests {
  let root: TemporaryRoot

  init() throws {
    root = try TemporaryRoot()
    try root.folder("/etc")
  }

  private func summary(_ path: String) throws -> String? {
    try root.entry(path)?.summary
  }

  @Test func `reads a file with the path it has on the host`() throws {
    try root.file("/etc/rc.conf", "a=1\n")
    guard case .file(let file)? = try root.entry("/etc/rc.conf") else {
      Issue.record("no file")
      return
    }
    #expect(file == SourceFile(path: "/etc/rc.conf", bytes: Array("a=1\n".utf8)))
  }

  @Test func `reads an empty file`() throws {
    try root.file("/etc/rc.conf")
    #expect(try summary("/etc/rc.conf") == "file ")
  }

  @Test func `reads bytes that are not text as they are`() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0x00, 0xFF, 0x0D, 0x0A]
    try root.file(bytesOf: "/etc/rc.conf".utf8, bytes)
    guard case .file(let file)? = try root.entry("/etc/rc.conf") else {
      Issue.record("no file")
      return
    }
    #expect(file.bytes == bytes)
  }

  @Test(arguments: ["/etc/rc.conf", "/nothing/rc.conf", "/etc/hosts/rc.conf"])
  func `says that nothing is there`(path: String) throws {
    try root.file("/etc/hosts")
    #expect(try summary(path) == "missing")
  }

  @Test func `a path through a file with a slash at its end is missing`() throws {
    try root.file("/etc/hosts")
    #expect(try summary("/etc/hosts/") == "missing")
    #expect(try summary("/etc/hosts/.") == "missing")
    #expect(try summary("/etc/hosts/../hosts") == "missing")
  }

  @Test func `lists a folder in byte order`() throws {
    for name in ["b", "a", "B", "é", "z", ".hidden"] { try root.file("/etc/\(name)") }
    #expect(
      try summary("/etc") == #"directory [".hidden", "B", "a", "b", "z", "é"]"#)
  }

  @Test(arguments: ["/etc/rc.conf", "/etc/rc.conf/", "/", "/..", "/etc/rc.conf/../rc.conf/."])
  func `lists a folder that stands where a file should`(path: String) throws {
    try root.folder("/etc/rc.conf")
    #expect(try summary(path)?.hasPrefix("directory") == true)
  }

  @Test func `lists an empty folder`() throws {
    #expect(try summary("/etc") == "directory []")
  }

  @Test func `lists a folder of 5000 files`() throws {
    for number in 0..<5000 { try root.file("/etc/\(number)") }
    guard case .directory(let names)? = try root.entry("/etc") else {
      Issue.record("no directory")
      return
    }
    #expect(names == (0..<5000).map(String.init).sorted())
  }

  @Test func `does not wait for a fifo`() throws {
    try root.fifo("/etc/rc.conf")
    #expect(try summary("/etc/rc.conf") == "unreadable: is a fifo")
  }

  @Test func `names a socket`() throws {
    try root.socket("/etc/rc.conf")
    #expect(try summary("/etc/rc.conf") == "unreadable: is a socket")
  }

  @Test func `does not read a device`() throws {
    var capture = HostCapture()
    HostCollector(root: "/").collect(["/dev/zero"], into: &capture)
    #expect(capture.entries["/dev/zero"]?.summary == "unreadable: is a character device")
  }

  @Test func `does not read a file of 1 GiB`() throws {
    try root.sparseFile("/etc/rc.conf", size: 1 << 30)
    #expect(
      try summary("/etc/rc.conf")
        == "unreadable: 1073741824 bytes, more than the 67108864 that are read")
  }

  @Test func `reads a file of the size limit and none that is larger by one`() throws {
    try root.sparseFile("/etc/limit", size: 64 << 20)
    try root.sparseFile("/etc/more", size: (64 << 20) + 1)
    guard case .file(let file)? = try root.entry("/etc/limit") else {
      Issue.record("no file")
      return
    }
    #expect(file.bytes.count == 64 << 20)
    #expect(try summary("/etc/more")?.hasPrefix("unreadable: 67108865 bytes") == true)
  }

  @Test func `reads a file whose size is not told`() throws {
    var capture = HostCapture()
    HostCollector(root: "/").collect(["/proc/self/maps"], into: &capture)
    guard case .file(let file)? = capture.entries["/proc/self/maps"] else { return }
    #expect(file.bytes.count > 1000)
    #expect(file.bytes.last == UInt8(ascii: "\n"))
  }

  // The superuser may read every file, so there is nothing to refuse.
  @Test(.enabled(if: !TemporaryRoot.isSuperuser))
  func `says that a file may not be read`() throws {
    try root.file("/etc/rc.conf")
    try root.permissions("/etc/rc.conf", 0)
    #expect(try summary("/etc/rc.conf") == "unreadable: permission denied")
  }

  @Test(.enabled(if: !TemporaryRoot.isSuperuser))
  func `reads a file in a folder that may be searched but not listed`() throws {
    try root.folder("/etc/ezjail")
    try root.file("/etc/ezjail/www", "x")
    try root.permissions("/etc/ezjail", 0o100)
    #expect(try summary("/etc/ezjail") == "unreadable: permission denied")
    #expect(try summary("/etc/ezjail/www") == "file x")
    try root.permissions("/etc/ezjail", 0o700)
  }

  @Test func `reads names with line breaks and names that are not UTF-8`() throws {
    try root.file("/etc/a\nb", "x")
    try root.file(bytesOf: Array("/etc/".utf8) + [0xFF], [])
    guard case .directory(let names)? = try root.entry("/etc") else {
      Issue.record("no directory")
      return
    }
    #expect(names == ["a\nb", "\u{FFFD}"])
    #expect(try summary("/etc/a\nb") == "file x")
  }

  @Test func `refuses a path with a null byte in it`() throws {
    try root.file("/etc/rc.conf")
    #expect(try summary("/etc/rc.conf\0.local") == "unreadable: invalid argument")
  }

  @Test func `refuses a name that is too long`() throws {
    let name = String(repeating: "x", count: 5000)
    #expect(try summary("/etc/" + name) == "unreadable: file name too long")
  }

  @Test func `takes a path without its leading slash from the root`() throws {
    try root.file("/etc/rc.conf", "x")
    #expect(try summary("etc/rc.conf") == "file x")
    #expect(try summary("")?.hasPrefix("directory") == true)
  }

  @Test func `leaves an entry alone that the capture has`() throws {
    try root.file("/etc/rc.conf", "x")
    var capture = HostCapture(entries: ["/etc/rc.conf": .missing])
    HostCollector(root: root.path).collect(["/etc/rc.conf", "/etc/hosts"], into: &capture)
    #expect(capture.entries["/etc/rc.conf"]?.summary == "missing")
    #expect(capture.entries.count == 2)
  }

  @Test func `records why the root cannot be opened`() throws {
    var capture = HostCapture()
    HostCollector(root: "/nonexistent").collect(["/etc/rc.conf"], into: &capture)
    #expect(
      capture.entries["/etc/rc.conf"]?.summary == "unreadable: no such file or directory")
  }
}
