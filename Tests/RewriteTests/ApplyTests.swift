import HostAccess
import Rewrite
import SourceText
import Testing

struct ApplyTests {
  private let host: RewriteHost
  private let paths = ["/etc/rc.conf", "/usr/local/etc/ezjail/www"]

  init() throws {
    host = try RewriteHost([
      "/etc/rc.conf": "a=\"old\"\n# keep\n", "/usr/local/etc/ezjail/www": "b=old\nlast",
    ])
  }

  @Test func `changes every file of a plan and nothing else`() throws {
    let plan = try host.plan("old", "new", in: paths)
    let result = try host.rewriter().apply(plan)
    #expect(result.entry != nil)
    #expect(result.doubt == nil)
    #expect(host.text(paths[0]) == "a=\"new\"\n# keep\n")
    #expect(host.text(paths[1]) == "b=new\nlast")
    #expect(host.mode(paths[0]) == 0o640)
    #expect(host.leftovers.isEmpty)
    #expect(host.names(in: "/etc") == ["rc.conf"])
    #expect(host.mode("/var/db/jailscope") == 0o700)
    #expect(host.mode("/var/db/jailscope/journal") == 0o700)
  }

  @Test func `a plan without a change writes nothing, not even to the journal`() throws {
    let plan = try host.plan("old", "old", in: paths)
    #expect(plan.isEmpty)
    #expect(try host.rewriter().apply(plan).entry == nil)
    #expect(host.names(in: "/var/db/jailscope/journal").isEmpty)
  }

  @Test func `a file that changed since the plan was made stops all of it`() throws {
    let plan = try host.plan("old", "new", in: paths)
    try host.file(paths[1], "b=old\nlast\n")
    #expect(throws: RewriteFailure.changed(path: paths[1])) { try host.rewriter().apply(plan) }
    #expect(host.text(paths[0]) == "a=\"old\"\n# keep\n")
    #expect(host.names(in: "/var/db/jailscope/journal").isEmpty)
  }

  @Test func `whoever understands the files has the last word`() throws {
    let plan = try host.plan("old", "new", in: paths)
    let rewriter = try host.rewriter { files in
      files["/etc/rc.conf"] == Array("a=\"new\"\n# keep\n".utf8) ? "a new error" : nil
    }
    #expect(throws: RewriteFailure.refused(path: paths[0], reason: "a new error")) {
      try rewriter.apply(plan)
    }
    #expect(host.text(paths[0]) == "a=\"old\"\n# keep\n")
  }

  @Test func `the shell has a say in shell code`() throws {
    try host.file("/etc/a.sh", "old")
    let calls = WatchedCalls()
    let plan = try host.plan("old", "new", in: ["/etc/a.sh"])
    // the same answer for the old file: it was no better before
    calls.shellAnswer = false
    _ = try host.rewriter(calls).apply(plan)
    #expect(host.text("/etc/a.sh") == "new")
  }

  @Test func `no shell is left behind, whatever fails meanwhile`() throws {
    try host.file("/etc/a.sh", "old")
    let plan = try host.plan("old", "new", in: ["/etc/a.sh"])
    var place = 1
    var started = 0
    var calls = WatchedCalls(.failure, at: place)
    repeat {
      calls = WatchedCalls(.failure, at: place)
      calls.shellAnswer = true
      if let result = try? host.rewriter(calls).apply(plan), result.entry != nil {
        _ = try host.rewriter().undo()
      }
      #expect(calls.shells == 0, "call \(place)")
      started += calls.startedShells
      place += 1
    } while calls.count >= place - 1
    #expect(started > 20)
  }

  @Test func `the system's shell refuses code that was code before`() throws {
    try host.file("/etc/a.sh", "a='x'; touch \(host.path)/ran\n")
    let plan = try host.plan("'x'", "'x", in: ["/etc/a.sh"])
    #expect(throws: RewriteFailure.self) { try host.rewriter(systemFileCalls).apply(plan) }
    #expect(host.text("/etc/a.sh") == "a='x'; touch \(host.path)/ran\n")
    #expect(host.leftovers.isEmpty)
    #expect(host.names(in: "/") == ["etc", "usr", "var"])
  }

  @Test func `a second process waits, and is told whom for`() throws {
    let holder = try host.rewriter()
    let calls = WatchedCalls()
    let failure = #expect(throws: RewriteFailure.self) { _ = try host.rewriter(calls) }
    guard case .busy(let whom)? = failure else {
      Issue.record("not busy: \(String(describing: failure))")
      return
    }
    #expect(whom.contains("of alice since"))
    #expect(calls.pauses == 500)
    withExtendedLifetime(holder) {}
  }

  @Test func `files can be kept elsewhere`() throws {
    let state = host.path + "/state"
    let plan = try host.plan("old", "new", in: paths)
    _ = try host.rewriter(state: state).apply(plan)
    #expect(host.names(in: "/state") == ["journal", "lock"])
    #expect(host.names(in: "/var").isEmpty)
  }

  @Test func `where no second name is to be had, the change is made without`() throws {
    let calls = WatchedCalls()
    calls.refusesLinks = true
    _ = try host.rewriter(calls).apply(try host.plan("old", "new", in: paths))
    #expect(host.text(paths[0]) == "a=\"new\"\n# keep\n")
    #expect(host.leftovers.isEmpty)
  }
}
