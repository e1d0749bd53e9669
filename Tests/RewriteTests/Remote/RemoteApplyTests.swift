import Foundation
import HostAccess
import LoopbackSSH
import Remote
import Rewrite
import SourceText
import Testing

/// The rewrite engine on a host that is reached through the real ssh(1).
@Suite(
  .enabled(if: LoopbackSSH.isInstalled, "sshd is not installed"), .serialized,
  .timeLimit(.minutes(15)))
struct RemoteApplyTests {
  private static let paths = ["/etc/rc.conf", "/usr/local/etc/ezjail/www", "/etc/a.sh"]

  private static func host() async throws -> FarHost {
    try await FarHost([
      paths[0]: "a=\"old\"\n# keep 'it' \u{e4}\n", paths[1]: "b=old\nlast", paths[2]: "x=old\n",
    ])
  }

  @Test func `a change and its undoing are as if they were made there`() async throws {
    let far = try await Self.host()
    let old = Self.paths.map { far.host.text($0) }
    let plan = try far.host.plan("old", "new", in: Self.paths)
    let result = try far.host.rewriter(far.calls()).apply(plan)
    #expect(result.doubt == nil)
    #expect(result.late.isEmpty)
    #expect(far.host.text(Self.paths[0]) == "a=\"new\"\n# keep 'it' \u{e4}\n")
    #expect(far.host.text(Self.paths[1]) == "b=new\nlast")
    #expect(Self.paths.allSatisfy { far.host.mode($0) == 0o640 })
    #expect(far.host.leftovers.isEmpty)
    #expect(far.host.mode("/var/db/jailscope/journal") == 0o700)
    // the journal is the same, whoever reads it
    let here = try JournalRecord.all(systemFileCalls, root: far.host.path)
    let there = try JournalRecord.all(far.calls(), root: far.host.path)
    #expect(here.map(\.id) == there.map(\.id))
    #expect(here.map(\.entry) == there.map(\.entry))
    #expect(there.map(\.outcome) == [.done])
    // so either side undoes what the other did
    _ = try far.host.rewriter().undo()
    #expect(Self.paths.map { far.host.text($0) } == old)
    _ = try far.host.rewriter().undo(result.entry.flatMap { _ in try? far.lastEntry() })
    #expect(far.host.text(Self.paths[1]) == "b=new\nlast")
    _ = try far.host.rewriter(far.calls()).undo(result.entry.flatMap { _ in try? far.lastEntry() })
    #expect(Self.paths.map { far.host.text($0) } == old)
    #expect(try JournalRecord.all(systemFileCalls, root: far.host.path).allSatisfy(\.isChained))
  }

  @Test func `each call means the same there`() async throws {
    let far = try await Self.host()
    try far.host.link("/etc/link", to: "rc.conf")
    let (near, calls) = (systemFileCalls, try far.calls())
    let folders = (
      try near.openFolder(path: far.host.path + "/etc"),
      try calls.openFolder(path: far.host.path + "/etc")
    )
    for name in ["rc.conf", "link", "a.sh"].map({ Array($0.utf8) }) {
      #expect(
        try near.status(of: name, in: folders.0) == calls.status(of: name, in: folders.1))
    }
    #expect(try near.status(of: folders.0) == calls.status(of: folders.1))
    #expect(try Set(near.names(in: folders.0)) == Set(calls.names(in: folders.1)))
    let link = Array("link".utf8)
    #expect(
      try near.linkTarget(of: link, in: folders.0) == calls.linkTarget(of: link, in: folders.1))
    func kinds(_ call: (any FileCalls, Int32) throws -> Void) -> [CallFailure.Kind?] {
      [(near, folders.0), (calls, folders.1)].map { calls, folder in
        do {
          try call(calls, folder)
          return nil
        } catch {
          return (error as? CallFailure)?.kind
        }
      }
    }
    let missing = Array("missing".utf8)
    let present = Array("rc.conf".utf8)
    #expect(kinds { _ = try $0.open(missing, in: $1, for: .reading) } == [.missing, .missing])
    #expect(kinds { _ = try $0.open(link, in: $1, for: .reading) } == [.wrongKind, .wrongKind])
    #expect(kinds { _ = try $0.open(present, in: $1, for: .creating) } == [.exists, .exists])
    #expect(kinds { _ = try $0.openFolder(present, in: $1) } == [.wrongKind, .wrongKind])
    #expect(kinds { try $0.unlink(missing, in: $1) } == [.missing, .missing])
    #expect(kinds { try $0.link(present, as: link, in: $1) } == [.exists, .exists])
    #expect(kinds { try $0.makeFolder(link, permissions: 0o700, in: $1) } == [.exists, .exists])
    #expect(kinds { _ = try $0.status(of: missing, in: $1) } == [.missing, .missing])
  }

  @Test func `whoever has the lock, there or here, has it alone`() async throws {
    let far = try await Self.host()
    let plan = try far.host.plan("old", "new", in: Self.paths)
    let held = try far.host.rewriter(far.calls())
    let calls = WatchedCalls()
    #expect { try far.host.rewriter(calls) } throws: { failure in
      guard case RewriteFailure.busy(let holder) = failure else { return false }
      return holder.contains("of alice since ")
    }
    #expect(try held.apply(plan).entry != nil)
    _ = consume held
    // the program there that holds the lock ends a moment after it was told
    for _ in 0..<100 where (try? far.host.rewriter()) == nil {
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(try far.host.rewriter().records().count == 1)
  }

  @Test func `what the shell there rejects is not written`() async throws {
    let far = try await Self.host()
    let plan = try far.host.plan("x=old", "if", in: [Self.paths[2]])
    #expect { try far.host.rewriter(far.calls()).apply(plan) } throws: { failure in
      guard case RewriteFailure.refused(_, let reason) = failure else { return false }
      return reason == "sh -n rejects what comes of it"
    }
    #expect(far.host.text(Self.paths[2]) == "x=old\n")
    #expect(far.host.leftovers.isEmpty)
  }

  @Test func `a file that is not the one of the plan stays`() async throws {
    let far = try await Self.host()
    let plan = try far.host.plan("old", "new", in: Self.paths)
    try far.host.file(Self.paths[1], "b=old\n")
    #expect(throws: RewriteFailure.changed(path: Self.paths[1])) {
      try far.host.rewriter(far.calls()).apply(plan)
    }
    #expect(far.host.text(Self.paths[0]) == "a=\"old\"\n# keep 'it' \u{e4}\n")
  }

  @Test func `a large file takes the way, too`() async throws {
    let far = try await Self.host()
    let text = (0..<20_000).map { "v\($0)=\"old value\"\n" }.joined()
    try far.host.file("/etc/large", text)
    let plan = try far.host.plan("old", "new", in: ["/etc/large"])
    let start = ContinuousClock.now
    _ = try far.host.rewriter(far.calls()).apply(plan)
    print("400 kB changed in \(ContinuousClock.now - start)")
    #expect(far.host.text("/etc/large") == text.replacing("old", with: "new"))
  }
}

extension FarHost {
  fileprivate func lastEntry() throws -> String? {
    try JournalRecord.all(systemFileCalls, root: host.path).last?.id
  }
}
