import Testing

@testable import LiveApply

@Suite(.serialized, .timeLimit(.minutes(15)))
struct GuardCallTests {
  @Test func `words of every kind arrive as they are`() async throws {
    let host = try GuardedHost()
    for word in ["", "a b", "'", "'; touch x; '", "$(id)", "`id`", "\\", "\n\t", "\u{202e}*?"] {
      let output = try await host.run("printf '<%s>' \(GuardCall.quoted(word))")
      #expect(output == "<\(word)>")
    }
  }

  @Test(arguments: ["../x", "a b", "a;b", "$(id)", "*"])
  func `a name that is none is refused`(id: String) async throws {
    let host = try GuardedHost()
    let answer = try await host.ask(.arm(id: id, seconds: 2), plan: GuardScenario.harmless)
    #expect(answer == .refused("no name of a change: \(id)"))
    #expect(host.isAsBefore)
  }

  @Test(arguments: [
    ("host/mount", "192.0.2.5:/root / nfs rw 0 0\n", "the root is on NFS"),
    ("host/iscsi", "iqn.2026-11.org.example 192.0.2.5 Connected: da0\n", "reached by iSCSI"),
  ])
  func `what keeps the root of the host is not put at risk`(
    file: String, text: String, reason: String
  ) async throws {
    let host = try GuardedHost()
    try host.write(file, text)
    try await host.expect(.arm(id: "a1", seconds: 2), plan: GuardScenario.harmless, says: reason)
    #expect(host.text("root/var/run/jailscope/busy").isEmpty)
  }

  @Test func `the files of a change come back byte for byte`() async throws {
    let host = try GuardedHost()
    let plan = "keep jailscope plan 1\nkeep reason \"a  b\\n\"\n" + GuardScenario.harmless
    try await host.make(plan, seconds: GuardScenario.long)
    let files = try await host.run(host.call(.files(id: "a1")))
    #expect(files == "jailscope plan 1\nreason \"a  b\\n\"\n")
    try await host.ask(.confirm(id: nil, nonce: nil, connection: nil))
    guard case .change(let kept) = try await host.ask(.status(id: nil)) else {
      Issue.record("no change")
      return
    }
    #expect(kept.isPending && kept.state == .confirmed)
    try await host.expect(
      .arm(id: "b2", seconds: 2), plan: GuardScenario.harmless, says: "change a1 is pending")
    try await host.ask(.written(id: "a1"))
    guard case .change(let done) = try await host.ask(.status(id: nil)) else {
      Issue.record("no change")
      return
    }
    #expect(!done.isPending)
  }

  @Test func `one that is confirmed is taken back as long as its files are not written`()
    async throws
  {
    let host = try GuardedHost()
    try await host.make(GuardScenario.harmless, seconds: GuardScenario.long)
    try await host.ask(.confirm(id: nil, nonce: nil, connection: nil))
    #expect(!host.isAsBefore)
    try await host.ask(.revert(id: nil))
    #expect(host.note("state") == "reverted")
    #expect(host.isAsBefore)
  }

  @Test func `what was taken back with errors is tried again`() async throws {
    let host = try GuardedHost()
    try host.write("host/fault", "fail ifconfig em0 inet 192.0.2.20 -alias\n")
    try await host.make(GuardScenario.harmless, seconds: GuardScenario.long)
    try await host.ask(.revert(id: nil))
    #expect(host.note("state") == "reverted-with-errors")
    try host.write("host/fault", "")
    try await host.ask(.revert(id: nil))
    #expect(host.note("state") == "reverted")
    #expect(host.isAsBefore)
  }

  @Test func `after a boot, which leaves directories alone, nothing is pending`() async throws {
    let host = try GuardedHost()
    try await host.make(GuardScenario.harmless, seconds: GuardScenario.long)
    for role in ["worker", "backup"] { _ = try await host.run("kill -9 \(host.pid(of: role))") }
    _ = try await host.run("find \(host.path)/root/var/run -type f -exec rm {} +")
    try host.write("host/state", GuardedHost.before)
    try await host.expect(.status(id: nil), says: "no live change")
    _ = try await host.ask(.arm(id: "a2", seconds: 2, patience: 1), plan: GuardScenario.harmless)
    try await host.settle("a2")
    #expect(host.note("state", of: "a2") == "failed")
  }
}
