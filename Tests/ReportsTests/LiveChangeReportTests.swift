import LiveApply
import TestHosts
import Testing

@testable import Reports

/// A change of the running host in the glance.
struct LiveChangeReportTests {
  private func change(_ lines: String...) throws -> LiveChange {
    let text = "change a1\nwindow 60\nleft 34\n" + lines.map { "\($0)\n" }.joined()
    guard case .change(let change) = GuardAnswer(Array(text.utf8)) else {
      throw Unread()
    }
    return change
  }

  private struct Unread: Error {}

  @Test func `the glance says how much time is left and what to type`() throws {
    let assessment = Assessment(conflict.forecast, conflict.capture)
    let report = statusReport(
      assessment, change: try change("state applied", "pending yes"), style: .plain, columns: 120)
    #expect(
      report.contains(
        "live change a1: applied, 34 s left: jailscope confirm keeps it, jailscope revert takes it back\n"
      ))
    #expect(report.split(separator: "\n", omittingEmptySubsequences: false).count <= 21)
  }

  @Test func `metrics and the line for status bars have it, too`() throws {
    let assessment = Assessment(conflict.forecast, conflict.capture)
    let change = try change("state applied", "pending yes")
    let metrics = prometheusReport(assessment, change: change, version: "1")
    #expect(metrics.contains("\njailscope_live_change{state=\"applied\"} 1\n"))
    #expect(metrics.contains("\njailscope_live_change_seconds_left 34\n"))
    let host = CheckedHost(root: "/", assessment)
    #expect(
      onelineReport([host], change: change, style: .plain).hasPrefix(
        "NOT BOOT-SAFE  1 error; live change a1: applied, 34 s left"))
  }

  @Test(arguments: [
    ("state confirmed", "keeps files", "jailscope confirm writes them"),
    ("state reverted-with-errors", "decided timeout", "the host is not as it was"),
    ("state reverted", "decided failure", "taken back, for it failed: the host is as it was"),
    ("state failed", "decided silence", "not made, for the one who began it was gone"),
  ])
  func `each state has its words`(state: String, more: String, words: String) throws {
    #expect(try change(state, more, "pending yes").clause.contains(words))
  }

  @Test func `what the guard tells is escaped`() throws {
    let assessment = Assessment(conflict.forecast, conflict.capture)
    var status = StatusJSON(
      assessment, change: try change("state applied", "pending yes", "title \u{1b}[2J"))
    #expect(!status.document().contains(0x1b))
  }
}
