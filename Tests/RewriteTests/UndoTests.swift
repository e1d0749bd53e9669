import Rewrite
import SourceText
import Testing

struct UndoTests {
  private let host: RewriteHost
  private let text = "a=1\nb=1\n\nc=1\nd=1\ne=1\n"

  init() throws {
    host = try RewriteHost(["/etc/rc.conf": text, "/etc/jail.conf": "x=1;\ny=2;\n"])
  }

  /// Makes a change and returns its entry.
  private func change(_ old: String, _ new: String, in paths: [String] = ["/etc/rc.conf"]) throws
    -> String
  {
    try #require(try host.rewriter().apply(try host.plan(old, new, in: paths)).entry)
  }

  private func isBack() -> Bool {
    host.text("/etc/rc.conf") == text && host.text("/etc/jail.conf") == "x=1;\ny=2;\n"
  }

  @Test func `puts every file back byte for byte, as a new entry`() throws {
    let id = try change("1", "22", in: ["/etc/rc.conf", "/etc/jail.conf"])
    #expect(!isBack())
    let undone = try #require(try host.rewriter().undo(id).entry)
    #expect(isBack())
    let records = try host.rewriter().records()
    #expect(records.map(\.outcome) == [.done, .done])
    #expect(records.map(\.isChained) == [true, true])
    #expect(records.undoing(id) == undone)
    #expect(records.lastUndoable == nil)
  }

  @Test func `what sh could not read before the change is put back all the same`() throws {
    let broken = "a=\"1\nb=2\n"
    try host.file("/etc/local.sh", broken)
    let id = try change("\"1", "\"1\"", in: ["/etc/local.sh"])
    _ = try host.rewriter().undo(id)
    #expect(host.text("/etc/local.sh") == broken)
  }

  @Test func `an undoing can be undone, and so on`() throws {
    let id = try change("a=1", "a=2")
    let first = try #require(try host.rewriter().undo().entry)
    #expect(throws: UndoFailure.alreadyUndone(id, by: first)) { try host.rewriter().undo(id) }
    _ = try host.rewriter().undo(first)
    #expect(host.text("/etc/rc.conf")?.hasPrefix("a=2\n") == true)
    _ = try host.rewriter().undo(id)
    #expect(isBack())
  }

  @Test func `an earlier change is undone past a later one elsewhere in the file`() throws {
    let first = try change("a=1", "a=200")
    let second = try change("d=1\n", "")
    _ = try host.rewriter().undo(first)
    #expect(host.text("/etc/rc.conf") == "a=1\nb=1\n\nc=1\ne=1\n")
    _ = try host.rewriter().undo(second)
    #expect(isBack())
  }

  @Test func `a deletion is undone past a change above and below it`() throws {
    let id = try change("c=1\n", "")
    try host.file("/etc/rc.conf", "#\na=1\nb=1\n\nd=1\ne=3\n")
    _ = try host.rewriter().undo(id)
    #expect(host.text("/etc/rc.conf") == "#\na=1\nb=1\n\nc=1\nd=1\ne=3\n")
  }

  @Test(arguments: [
    "a=3\nb=1\n\nc=1\nd=1\ne=1\n", "b=1\n\nc=1\nd=1\ne=1\n", "", "a=2 # mine\nb=1\n",
  ])
  func `where the same lines changed since, all three versions are shown`(now: String) throws {
    let id = try change("a=1", "a=2", in: ["/etc/rc.conf"])
    try host.file("/etc/rc.conf", now)
    let failure = #expect(throws: UndoFailure.self) { try host.rewriter().undo(id) }
    guard case .changedSince(id, let files)? = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(files.map(\.path) == ["/etc/rc.conf"])
    #expect(files.map(\.before) == [Array(text.utf8)])
    #expect(files.map(\.after) == [Array("a=2".utf8) + text.utf8.dropFirst(3)])
    #expect(files.map(\.current) == [Array(now.utf8)])
    #expect(host.text("/etc/rc.conf") == now)
  }

  @Test func `a line put between those of a deletion is in its way`() throws {
    let id = try change("c=1\n", "")
    try host.file("/etc/rc.conf", "a=1\nb=1\n\nz=1\nd=1\ne=1\n")
    #expect(throws: UndoFailure.self) { try host.rewriter().undo(id) }
  }

  @Test func `one file that doesn't fit stops all of it`() throws {
    let id = try change("1", "3", in: ["/etc/rc.conf", "/etc/jail.conf"])
    try host.file("/etc/jail.conf", "x=4;\ny=2;\n")
    let before = host.text("/etc/rc.conf")
    #expect(throws: UndoFailure.self) { try host.rewriter().undo(id) }
    #expect(host.text("/etc/rc.conf") == before)
  }

  @Test func `what the journal doesn't have can't be undone`() throws {
    #expect(throws: UndoFailure.noEntry(nil)) { try host.rewriter().undo() }
    #expect(throws: UndoFailure.noEntry("../../etc")) { try host.rewriter().undo("../../etc") }
  }

  @Test(arguments: ["0.before", "plan"])
  func `a damaged entry is not used, and shows`(name: String) throws {
    let id = try change("a=1", "a=2")
    let later = try change("b=1", "b=2")
    let file = "/var/db/jailscope/journal/\(id)/\(name)"
    try host.file(file, (host.text(file) ?? "") + " ")
    #expect(throws: UndoFailure.self) { try host.rewriter().undo(id) }
    #expect(host.text("/etc/rc.conf")?.hasPrefix("a=2\nb=2\n") == true)
    let records = try host.rewriter().records()
    #expect(records.last?.isChained == (name != "plan"))
    _ = try host.rewriter().undo(later)
  }
}
