import Rewrite
import Testing

@testable import HostAccess

#if canImport(Glibc)
  import Glibc
#endif

@Suite(.timeLimit(.minutes(15)))
struct SystemFileCallsTests {
  private let root: TemporaryRoot
  private let calls = systemFileCalls

  init() throws {
    root = try TemporaryRoot()
  }

  private func name(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// Runs a test with the root's descriptor.
  private func withRoot(_ body: (Int32) throws -> Void) throws {
    let folder = try calls.openFolder(path: root.path)
    defer { calls.close(folder) }
    try body(folder)
  }

  @Test func `a link is not followed, whatever it is opened for`() throws {
    try root.file("/file", "text")
    try root.folder("/folder")
    try root.link("/link", to: "file")
    try root.link("/way", to: "folder")
    try withRoot { folder in
      for use in [FileUse.reading, .appending, .locking] {
        let failure = #expect(throws: CallFailure.self) {
          _ = try calls.open(name("link"), in: folder, for: use)
        }
        #expect(failure?.kind == .wrongKind)
      }
      let failure = #expect(throws: CallFailure.self) {
        _ = try calls.openFolder(name("way"), in: folder)
      }
      #expect(failure?.kind == .wrongKind)
      let status = try calls.status(of: name("link"), in: folder)
      #expect(status.kind == .link)
      let target = try calls.linkTarget(of: name("link"), in: folder)
      #expect(target == name("file"))
    }
  }

  @Test func `a failure says what it means`() throws {
    try root.file("/file")
    try withRoot { folder in
      let missing = #expect(throws: CallFailure.self) {
        try calls.unlink(name("none"), in: folder)
      }
      #expect(
        missing
          == CallFailure(call: "unlinkat", kind: .missing, reason: "no such file or directory"))
      let exists = #expect(throws: CallFailure.self) {
        _ = try calls.open(name("file"), in: folder, for: .creating)
      }
      #expect(exists?.kind == .exists)
      #expect(exists?.message == "openat: file exists")
    }
  }

  @Test func `a file is written, read at any place and told by its status`() throws {
    try withRoot { folder in
      let file = try calls.open(name("file"), in: folder, for: .creating)
      defer { calls.close(file) }
      #expect(try calls.write(name("0123456789")[2...], to: file) == 8)
      try calls.synchronize(file)
      #expect(try calls.read(file, at: 3, count: 4) == name("5678"))
      #expect(try calls.read(file, at: 8, count: 4).isEmpty)
      try calls.setPermissions(of: file, 0o640)
      let status = try calls.status(of: file)
      #expect(status.kind == .regular && status.size == 8 && status.links == 1)
      #expect(status.permissions == 0o640)
      #expect(status.user == calls.effectiveUser())
      try calls.link(name("file"), as: name("other"), in: folder)
      #expect(try calls.status(of: name("other"), in: folder).inode == status.inode)
      #expect(Set(try calls.names(in: folder)) == [name("file"), name("other")])
      #expect(try calls.freeSpace(in: folder) > 0)
    }
  }

  @Test func `a lock is held by one alone`() throws {
    try withRoot { folder in
      let one = try calls.open(name("lock"), in: folder, for: .locking)
      let other = try calls.open(name("lock"), in: folder, for: .locking)
      defer { calls.close(other) }
      #expect(try calls.lock(one))
      #expect(try !calls.lock(other))
      // as a program has one that is being started
      let copy = dup(one)
      defer { calls.close(copy) }
      calls.close(one)
      #expect(try calls.lock(other))
    }
  }

  @Test func `attributes come and go, where the file system has any`() throws {
    try withRoot { folder in
      let file = try calls.open(name("file"), in: folder, for: .creating)
      defer { calls.close(file) }
      let before = try calls.attributes(of: file)
      guard (try? calls.setAttribute("user.note", to: [1, 0, 255], of: file)) != nil else {
        return
      }
      #expect(try calls.attributes(of: file)["user.note"] == [1, 0, 255])
      try calls.setAttribute("user.note", to: nil, of: file)
      #expect(try calls.attributes(of: file) == before)
    }
  }

  @Test(arguments: [
    ("a=1\nif :; then b=2; fi\n", true), ("a='\n", false), ("fi\n", false), ("", true),
  ])
  func `sh -n tells code from what isn't, and runs none of it`(
    _ code: String, _ isCode: Bool
  ) throws {
    let mark = root.path + "/ran"
    try root.file("/code", "touch '\(mark)'\n\(code)")
    try withRoot { folder in
      let file = try calls.open(name("code"), in: folder, for: .reading)
      defer { calls.close(file) }
      #expect(calls.startShell(reading: file).flatMap(calls.shellAccepts) == isCode)
      #expect(access(mark, F_OK) != 0)
    }
  }
}
