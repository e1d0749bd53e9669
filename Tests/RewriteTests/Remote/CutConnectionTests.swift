import Foundation
import HostAccess
import LoopbackSSH
import Remote
import Rewrite
import TestHosts
import Testing

/// The connection is cut at random moments of a change.
///
/// `JAILSCOPE_CUTS` says how many times; 100 were tried once.
@Suite(.enabled(if: LoopbackSSH.isInstalled, "sshd is not installed"), .timeLimit(.minutes(15)))
struct CutConnectionTests {
  private static let cuts =
    ProcessInfo.processInfo.environment["JAILSCOPE_CUTS"].flatMap { Int($0) } ?? 12

  private static let paths = (0..<3).map { "/etc/file\($0)" }
  private static let texts = paths.map { path in
    (0..<2000).map { "\(path) \($0) value=first\n" }.joined()
  }

  /// Every file is wholly the old or wholly the new one.
  private static func areWhole(_ host: RewriteHost) -> Bool {
    zip(paths, texts).allSatisfy { path, text in
      let present = host.text(path)
      return present == text || present == text.replacing("first", with: "second")
    }
  }

  private static func versions(_ host: RewriteHost) -> Set<Bool> {
    Set(zip(paths, texts).map { path, text in host.text(path) == text })
  }

  @Test func `nothing is ever between old and new, and the next contact settles it`() async throws {
    let far = try await FarHost(Dictionary(zip(Self.paths, Self.texts)) { first, _ in first })
    let start = ContinuousClock.now
    _ = try far.host.rewriter(far.calls()).apply(
      try far.host.plan("first", "second", in: Self.paths))
    let whole = Int((ContinuousClock.now - start) / .milliseconds(1))
    var numbers = SystemRandomNumberGenerator()
    var counts = [true: 0, false: 0]
    for cut in 0..<Self.cuts {
      let host = try RewriteHost(Dictionary(zip(Self.paths, Self.texts)) { first, _ in first })
      let plan = try host.plan("first", "second", in: Self.paths)
      let moment = Int.random(in: 1...max(whole, 2), using: &numbers)
      let what = Comment("cut \(cut), after \(moment) of \(whole) ms")
      let link = try far.link()
      let knife = Errand {
        systemFileCalls.pause(milliseconds: moment)
        link.abandon()
      }
      let isDone: Bool
      do {
        _ = try host.rewriter(RemoteFiles(link, .ofThisSide).calls).apply(plan)
        isDone = true
      } catch {
        isDone = false
      }
      knife.result()
      #expect(Self.areWhole(host), what)
      if isDone { #expect(Self.versions(host) == [false], what) }
      // each second time the next contact is a local one
      let rewriter = try host.rewriter(cut.isMultiple(of: 2) ? systemFileCalls : far.calls())
      #expect(Self.areWhole(host), what)
      #expect(Self.versions(host).count == 1, what)
      #expect(host.leftovers.isEmpty, what)
      let records = try rewriter.records()
      #expect(records.allSatisfy { $0.outcome != .prepared }, what)
      #expect((records.last?.outcome == .done) == (Self.versions(host) == [false]), what)
      counts[Self.versions(host) == [false], default: 0] += 1
    }
    print("\(Self.cuts) cuts within \(whole) ms: \(counts)")
    noteFigure("three files of 60 kB each", Self.cuts)
  }
}
