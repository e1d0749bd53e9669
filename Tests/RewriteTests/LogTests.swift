import Rewrite
import SourceText
import Testing

struct LogTests {
  private let host: RewriteHost
  private let calls = WatchedCalls()

  init() throws {
    host = try RewriteHost(["/etc/rc.conf": "a=1\n", "/etc/x": "a=1\n"])
  }

  @Test func `a change is told to the system's log in one line`() throws {
    let plan = try host.plan("1", "2", in: ["/etc/rc.conf", "/etc/x"])
    let entry = try #require(try host.rewriter(calls).apply(plan).entry)
    #expect(
      calls.told == [
        "changed /etc/rc.conf, /etc/x below \(host.path): \(entry) by alice from 192.0.2.7: "
          + "Replace 1"
      ])
  }

  @Test func `so is an undoing`() throws {
    let plan = try host.plan("1", "2", in: ["/etc/rc.conf"])
    let entry = try #require(try host.rewriter().apply(plan).entry)
    _ = try host.rewriter(calls).undo(entry)
    #expect(calls.told.map { $0.hasPrefix("undid \(entry) in /etc/rc.conf ") } == [true])
  }

  @Test func `what is not changed is not told`() throws {
    let plan = try host.plan("1", "2", in: ["/etc/rc.conf"])
    let rewriter = try host.rewriter(calls) { _ in "no" }
    #expect(throws: RewriteFailure.self) { try rewriter.apply(plan) }
    #expect(calls.told.isEmpty)
  }

  @Test func `no text of the host ends the line`() throws {
    let name = "/etc/x\ny\u{1B}[31m"
    try host.file(name, "a=1\n")
    let bytes = Array("a=1\n".utf8)
    let file = try ChangePlan.File(
      path: name, bytes: bytes, edits: EditSet([.delete(SourceSpan(0, 1))]))
    _ = try host.rewriter(calls).apply(ChangePlan(reasons: ["a\nb"], files: [file]))
    #expect(calls.told.count == 1)
    #expect(calls.told.allSatisfy { $0.utf8.allSatisfy { (0x20...0x7e).contains($0) } })
  }

  @Test func `a change that was stopped halfway is told when it is settled`() throws {
    let plan = try host.plan("1", "2", in: ["/etc/rc.conf"])
    let probe = WatchedCalls()
    let twin = try RewriteHost(["/etc/rc.conf": "a=1\n"])
    _ = try twin.rewriter(probe).apply(plan)
    let rename = try #require(probe.log.lastIndex(of: "renameat")) + 1
    let stopped = WatchedCalls(.lateEnd, at: rename)
    #expect(throws: RewriteFailure.self) { try host.rewriter(stopped).apply(plan) }
    #expect(stopped.told.isEmpty)
    _ = try host.rewriter(calls)
    #expect(calls.told.map { $0.hasPrefix("changed /etc/rc.conf ") } == [true])
  }
}
