import Foundation
import Rewrite
import Testing

/// Places that somebody else has a hand in: what can't be changed safely is refused, and nothing
/// outside the host is ever touched.
@Suite(.timeLimit(.minutes(15)))
struct HostilePlaceTests {
  private static let isSuperuser = geteuid() == 0

  private let host: RewriteHost
  private let outside: RewriteHost
  private let path = "/etc/sub/rc.conf"

  init() throws {
    host = try RewriteHost(["/etc/sub/rc.conf": "a=old\n"])
    outside = try RewriteHost(["/rc.conf": "a=old\n"])
  }

  private func change(_ path: String, _ calls: WatchedCalls = WatchedCalls()) throws {
    let plan = try host.plan("old", "new", in: [path])
    _ = try host.rewriter(calls).apply(plan)
  }

  private func expectRefused(_ path: String, _ reason: String) throws {
    let bytes = host.text(path)
    let plan = ChangePlan(reasons: [], files: [try outsidePlan(path)])
    let failure = #expect(throws: RewriteFailure.self) { try host.rewriter().apply(plan) }
    #expect(failure == .refused(path: path, reason: reason))
    #expect(host.text(path) == bytes)
    #expect(host.leftovers.isEmpty)
    #expect(outside.text("/rc.conf") == "a=old\n")
  }

  /// A plan for a path, as if the file there had the usual content.
  private func outsidePlan(_ path: String) throws -> ChangePlan.File {
    let file = try #require(try outside.plan("old", "new", in: ["/rc.conf"]).files.first)
    return try ChangePlan.File(path: path, bytes: Array("a=old\n".utf8), edits: file.edits)
  }

  @Test func `a link stays, and the file it leads to is changed`() throws {
    try host.link("/etc/rc.conf", to: "sub/../sub/rc.conf")
    try change("/etc/rc.conf")
    #expect(host.text(path) == "a=new\n")
    let target = try FileManager.default.destinationOfSymbolicLink(
      atPath: host.path + "/etc/rc.conf")
    #expect(target == "sub/../sub/rc.conf")
  }

  @Test func `a link that leads out of the host leads to a place in it`() throws {
    try host.link("/etc/rc.conf", to: "\(outside.path)/rc.conf")
    try expectRefused("/etc/rc.conf", "no such file")
    try host.link("/etc/up", to: "../../../../../..\(outside.path)")
    try expectRefused("/etc/up/rc.conf", "no such file")
    try host.link("/etc/absolute", to: "/etc/sub")
    let plan = ChangePlan(reasons: [], files: [try outsidePlan("/etc/absolute/rc.conf")])
    _ = try host.rewriter().apply(plan)
    #expect(host.text(path) == "a=new\n")
  }

  @Test func `links that lead nowhere are refused`() throws {
    try host.link("/etc/loop", to: "loop")
    try expectRefused("/etc/loop", "too many links")
    try host.link("/etc/gone", to: "nowhere")
    try expectRefused("/etc/gone", "no such file")
    #expect(host.names(in: "/etc") == ["gone", "loop", "sub"])
  }

  @Test(arguments: [0o777, 0o775, 0o1777])
  func `a directory that others may write to is refused`(mode: Int) throws {
    try host.permissions("/etc/sub", mode)
    try expectRefused(path, "others may write to a directory above it")
  }

  @Test func `one further up may be sticky, for others can't swap what is ours there`() throws {
    try host.permissions("/etc", 0o777)
    try expectRefused(path, "others may write to a directory above it")
    try host.permissions("/etc", 0o1777)
    try change(path)
    #expect(host.text(path) == "a=new\n")
  }

  @Test(.enabled(if: isSuperuser)) func `a directory or link of another user is refused`() throws {
    chown(host.path + "/etc/sub", 12_345, 12_345)
    try expectRefused(path, "a directory above it belongs to user 12345")
    chown(host.path + "/etc/sub", 0, 0)
    try host.link("/etc/rc.conf", to: "sub/rc.conf")
    lchown(host.path + "/etc/rc.conf", 12_345, 12_345)
    try expectRefused("/etc/rc.conf", "a link to it belongs to user 12345")
  }

  @Test(.enabled(if: isSuperuser)) func `a file of another user stays that user's`() throws {
    chown(host.path + path, 12_345, 23_456)
    chmod(host.path + path, 0o4_750)
    try change(path)
    var status = stat()
    stat(host.path + path, &status)
    #expect(status.st_uid == 12_345)
    #expect(status.st_gid == 23_456)
    #expect(status.st_mode & 0o7777 == 0o4750)
    #expect(host.text(path) == "a=new\n")
  }

  @Test func `a file with two names is refused`() throws {
    link(host.path + path, host.path + "/etc/other")
    try expectRefused(path, "it has 2 names (hard links)")
    #expect(host.text("/etc/other") == "a=old\n")
  }

  @Test func `what is no file is refused, and not waited for`() throws {
    mkfifo(host.path + "/etc/fifo", 0o600)
    try expectRefused("/etc/fifo", "not a regular file")
    try expectRefused("/etc/sub", "is a directory")
    try expectRefused("/etc/sub/", "is a directory")
    try expectRefused("/", "is a directory")
    try expectRefused("/etc/sub/rc.conf/x", "no such file")
    try expectRefused("etc/sub/rc.conf", "not an absolute path")
  }

  @Test func `one file under two paths is refused`() throws {
    try host.link("/etc/again", to: "sub/rc.conf")
    let files = try [path, "/etc/again"].map(outsidePlan)
    #expect(
      throws: RewriteFailure.refused(path: "/etc/again", reason: "it is the same file as \(path)")
    ) { try host.rewriter().apply(ChangePlan(reasons: [], files: files)) }
    #expect(host.text(path) == "a=old\n")
  }

  @Test(arguments: [
    "rc\nconf", "$(touch ran)", "`touch ran`", "\";touch ran;\"", "-rc.conf", "rc *[a].conf",
    "\u{1B}[2J\u{202E}", "größe", String(repeating: "n", count: 255),
  ])
  func `a name is a name, whatever is in it`(name: String) throws {
    let path = "/etc/sub/\(name).sh".prefix(255 + 9)
    let file = String(path)
    try host.file(file, "a=old\n")
    _ = try host.rewriter().apply(try host.plan("old", "new", in: [file]))
    #expect(host.text(file) == "a=new\n")
    #expect(host.leftovers.isEmpty)
    #expect(host.names(in: "/") == ["etc", "var"])
    #expect(host.names(in: "/etc/sub").count == 2)
  }

  @Test func `flags that protect a file are not lifted`() throws {
    let calls = WatchedCalls()
    calls.protecting = ["schg"]
    #expect(
      throws: RewriteFailure.refused(path: path, reason: "its flags forbid it: schg")
    ) { try change(path, calls) }
  }

  @Test func `an attribute that the new version can't have is a reason not to write it`() throws {
    let calls = WatchedCalls()
    calls.firstAttribute = "user.jailscope-test"
    #expect(throws: RewriteFailure.self) { try change(path, calls) }
    #expect(host.text(path) == "a=old\n")
    #expect(host.leftovers.isEmpty)
  }

  @Test func `a file too large to be read whole is refused`() throws {
    truncate(host.path + path, 17 << 20)
    let plan = ChangePlan(reasons: [], files: [try outsidePlan(path)])
    #expect(
      throws: RewriteFailure.refused(path: path, reason: "it has more than 16777216 bytes")
    ) { try host.rewriter().apply(plan) }
  }

  @Test(arguments: [0o777, 0o1777])
  func `a journal where others may write is refused`(mode: Int) throws {
    try host.folder("/state")
    try host.permissions("/state", mode)
    #expect(throws: RewriteFailure.self) { try host.rewriter(state: host.path + "/state") }
    #expect(host.names(in: "/state").isEmpty)
  }

  @Test func `a link in place of the journal's directory is refused`() throws {
    try host.folder("/var")
    try host.link("/var/db", to: outside.path)
    #expect(throws: RewriteFailure.self) { try host.rewriter() }
    #expect(outside.names(in: "/") == ["rc.conf"])
  }
}
