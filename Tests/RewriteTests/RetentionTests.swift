import Rewrite
import Testing

struct RetentionTests {
  private static let day = 86_400

  private let host: RewriteHost

  init() throws {
    host = try RewriteHost(["/etc/a": "0\n", "/etc/b": "0\n"])
  }

  /// Changes a file some days from now, and returns the entry.
  private func change(_ path: String, _ value: Int, day: Int, keeping entries: Int) throws -> String
  {
    let calls = WatchedCalls()
    calls.delay = day * Self.day
    let rewriter = try host.rewriter(calls, retention: Retention(entries: entries, days: 180))
    let plan = try host.plan("\(value)\n", "\(value + 1)\n", in: [path])
    return try #require(try rewriter.apply(plan).entry)
  }

  private func names(of id: String) -> [String] {
    host.names(in: "/var/db/jailscope/journal/\(id)")
  }

  @Test func `versions go when they are old and many, and the entry stays`() throws {
    let ids = try (0..<5).map { try change("/etc/a", $0, day: $0 * 85, keeping: 2) }
    // the third is of the last 180 days, and the last two are kept anyway
    #expect(ids.map { names(of: $0).contains("0.before") } == [false, false, true, true, true])
    #expect(ids.allSatisfy { names(of: $0).contains("plan") && names(of: $0).contains("state") })
    let records = try host.rewriter().records()
    #expect(records.allSatisfy { $0.isChained && $0.outcome == .done && $0.entry != nil })
  }

  @Test func `the last change of each file can be undone, however old it is`() throws {
    let first = try change("/etc/b", 0, day: 0, keeping: 1)
    for value in 0..<4 { _ = try change("/etc/a", value, day: 300 * value, keeping: 1) }
    _ = try host.rewriter().undo(first)
    #expect(host.text("/etc/b") == "0\n")
  }

  @Test func `many changes of a short time are all kept`() throws {
    let ids = try (0..<4).map { try change("/etc/a", $0, day: $0, keeping: 1) }
    #expect(ids.allSatisfy { names(of: $0).contains("0.before") })
  }

  @Test func `what is no longer kept can't be undone, and says so`() throws {
    let first = try change("/etc/a", 0, day: 0, keeping: 1)
    _ = try change("/etc/a", 1, day: 200, keeping: 1)
    let failure = #expect(throws: UndoFailure.self) { try host.rewriter().undo(first) }
    #expect(failure?.message.contains("keeps what it was no longer") == true)
    #expect(host.text("/etc/a") == "2\n")
  }

  @Test func `an entry of another version loses nothing`() throws {
    let first = try change("/etc/a", 0, day: 0, keeping: 1)
    try host.file("/var/db/jailscope/journal/\(first)/plan", "jailscope journal 9\n")
    for value in 1..<3 { _ = try change("/etc/a", value, day: 300 * value, keeping: 1) }
    #expect(names(of: first).contains("0.before"))
  }
}
