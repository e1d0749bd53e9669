package import HostModel
package import Rewrite

/// A change of the running host with all that its guard has to know: what to do and how to take it
/// back, what the host has to be like before and after, and the change of files that belongs to it.
package struct LivePlan: Sendable {
  /// What is done, a line each: the titles of the fixes.
  package let titles: [String]
  /// The commands in the order in which they are run.
  package let commands: [String]
  /// The commands that take them back, in the order in which they are run.
  package let undo: [String]
  /// What a person has to know before, one clause each.
  package let notes: [String]
  /// Commands of the fixes that are not run, and are left to a person.
  package let byHand: [String]
  /// The files that are written once the change is confirmed; nil when none are.
  package let files: ChangePlan?
  /// The address by which the one who asks is connected, when its own address or length changes.
  package let severed: IPAddress?

  /// The lines that say what the host is like before.
  let checks: [String]
  /// The lines that say what it has to be like after.
  let verification: [String]
  /// The families and addresses to which packets have to go the same way before and after.
  let ways: [String]

  /// The plan as the guard reads it.
  ///
  /// - Parameter connection: the connection over which it comes, as SSH_CONNECTION has it: whoever
  ///   confirms the change has to come over another one.
  package func document(from connection: String?) -> [UInt8] {
    var lines = titles.map { "title \(Self.printable($0))" }
    if let connection { lines.append("from \(Self.printable(connection))") }
    lines += checks.map { "check \($0)" } + ways.map { "way \($0)" }
    lines += (files?.files ?? []).map { "file \($0.before.hexadecimal) \($0.path)" }
    lines += commands.map { "do \($0)" } + undo.map { "undo \($0)" }
    lines += verification.map { "verify \($0)" }
    var document = Array(lines.map { "\($0)\n" }.joined().utf8)
    if let files {
      for line in files.document.split(separator: 10) {
        document += Array("keep ".utf8) + line + [10]
      }
    }
    return document + Array("end\n".utf8)
  }

  /// A line of the plan is printable ASCII.
  private static func printable(_ text: String) -> String {
    String(decoding: text.utf8.map { (32..<127).contains($0) ? $0 : 63 }, as: UTF8.self)
  }
}

/// Why a change can't be made on the running host: what stands in the way, one clause each.
package struct LiveRefusal: Error, Sendable, Equatable {
  /// At least one.
  package let reasons: [String]

  package init(_ reasons: [String]) {
    self.reasons = reasons
  }
}
