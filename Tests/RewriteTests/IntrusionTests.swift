import Foundation
import HostAccess
import Rewrite
import TestHosts
import Testing

/// Another program does something at each of the calls of a change.
@Suite(.timeLimit(.minutes(15)))
struct IntrusionTests {
  private let path = "/etc/sub/rc.conf"

  /// Runs a change once for each call it makes, with something in front of that call.
  private func forEachCall(
    _ act: @escaping (RewriteHost, RewriteHost) -> Void,
    check: (RewriteHost, RewriteHost, WatchedCalls, _ place: Int, _ result: Rewritten?) throws
      -> Void
  ) throws {
    var place = 1
    while true {
      let host = try RewriteHost([path: "a=old\n"])
      let outside = try RewriteHost(["/rc.conf": "a=old\n"])
      let calls = WatchedCalls(.intrusion { act(host, outside) }, at: place)
      let plan = try host.plan("old", "new", in: [path])
      let result = try? host.rewriter(calls).apply(plan)
      if calls.count < place { break }
      try check(host, outside, calls, place, result)
      place += 1
    }
    #expect(place > 40)
  }

  @Test func `a directory that becomes a link leads nowhere`() throws {
    try forEachCall { host, outside in
      rename(host.path + "/etc/sub", host.path + "/etc/moved")
      symlink(outside.path, host.path + "/etc/sub")
    } check: { host, outside, calls, place, _ in
      #expect(outside.names(in: "/") == ["rc.conf"], "at call \(place)")
      #expect(outside.text("/rc.conf") == "a=old\n", "at call \(place)")
      let text = host.text("/etc/moved/rc.conf")
      #expect(text == "a=old\n" || text == "a=new\n", "at call \(place)")
    }
  }

  @Test func `a file that becomes a link leads nowhere`() throws {
    try forEachCall { host, outside in
      unlink(host.path + "/etc/sub/rc.conf")
      symlink(outside.path + "/rc.conf", host.path + "/etc/sub/rc.conf")
    } check: { host, outside, calls, place, _ in
      #expect(outside.names(in: "/") == ["rc.conf"], "at call \(place)")
      #expect(outside.text("/rc.conf") == "a=old\n", "at call \(place)")
    }
  }

  @Test func `what is appended meanwhile is never lost`() throws {
    try forEachCall { host, _ in
      if let file = FileHandle(forWritingAtPath: host.path + "/etc/sub/rc.conf") {
        file.seekToEndOfFile()
        file.write(Data("other\n".utf8))
      }
    } check: { host, _, calls, place, result in
      let late = result?.late.values.compactMap { host.text("/var/db/jailscope/journal/\($0)") }
      let texts = [host.text(path) ?? ""] + (late ?? [])
      #expect(
        texts.contains { $0.hasSuffix("other\n") }, "at call \(place) \(calls.log[place - 1])")
      _ = try host.rewriter()
      #expect(host.leftovers.isEmpty)
    }
  }

  /// The documented window: between the last look at a name and its rename there is one call.
  @Test func `a file that is replaced meanwhile is lost at most in front of the rename`() throws {
    var lost = 0
    try forEachCall { host, _ in
      let other = host.path + "/etc/sub/other"
      _ = FileManager.default.createFile(atPath: other, contents: Data("a=old\nother\n".utf8))
      rename(other, host.path + "/etc/sub/rc.conf")
    } check: { host, _, calls, place, result in
      if host.text(path)?.hasSuffix("other\n") != true {
        lost += 1
        #expect(calls.log[place - 1] == "renameat", "at call \(place)")
        #expect(result != nil)
      }
    }
    #expect(lost <= 1)
  }

  @Test func `permissions taken away meanwhile stay away but for the same call`() throws {
    try forEachCall { host, _ in
      chmod(host.path + "/etc/sub/rc.conf", 0o600)
    } check: { host, _, calls, place, _ in
      if host.mode(path) != 0o600 {
        #expect(calls.log[place - 1] == "renameat", "at call \(place)")
      }
    }
  }

  @Test func `edits that race each other are all made`() async throws {
    let host = try RewriteHost([path: (0..<4).map { "v\($0)=0\n" }.joined()])
    let rounds = Trial.environment("JAILSCOPE_RACES").flatMap { Int($0) } ?? 25
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for round in 1...rounds {
            // with the lock in hand, so that what is read is what is changed
            let rewriter = try host.rewriter(systemFileCalls)
            let plan = try host.plan(
              "v\(writer)=\(round - 1)\n", "v\(writer)=\(round)\n", in: [path])
            let result = try rewriter.apply(plan)
            #expect(result.entry != nil && result.doubt == nil && result.late.isEmpty)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(host.text(path) == (0..<4).map { "v\($0)=\(rounds)\n" }.joined())
    noteFigure("edits that race each other", 4 * rounds)
    #expect(try host.rewriter().records().count == 4 * rounds)
    #expect(try host.rewriter().records().filter { !$0.isChained }.isEmpty)
  }
}
