package import LiveApply
import Phrases
import Rewrite

/// What a change does to the running host, how it is taken back and what a person has to know before.
///
/// - Parameter seconds: how long there is to confirm it.
package func livePlanReport(
  _ plan: LivePlan, seconds: Int, style: TextStyle, columns: Int = 80
) -> String {
  plan.lines(seconds: seconds).flatMap { line -> [TextLine] in
    let emphasis: Emphasis =
      switch line.kind {
      case .heading: .strong
      case .command: .plain
      case .note: .caution
      }
    return TextLine(line.text, emphasis).wrapped(to: columns, indent: 4)
  }.rendered(style)
}

/// A line that tells of a plan.
package struct LivePlanLine: Sendable {
  /// What it is.
  package enum Kind: Sendable {
    case heading, command
    /// Something a person has to know.
    case note
  }

  /// What it is.
  package let kind: Kind
  /// Text that may be a host's.
  package let text: String
}

extension LivePlan {
  /// All there is to say before it is made.
  package func lines(seconds: Int) -> [LivePlanLine] {
    var lines = titles.map { LivePlanLine(kind: .heading, text: "- \($0)") }
    if let severed {
      lines.append(
        LivePlanLine(
          kind: .note, text: spoken("note: this changes \(severed), by which you are connected"))
      )
    }
    lines += notes.map { LivePlanLine(kind: .note, text: spoken("note: \($0)")) }
    lines += Self.section(spoken("now, on the running host:"), commands)
    lines += Self.section(
      spoken("taken back after \(seconds) s, unless it is confirmed, by:"), undo)
    lines += Self.section(spoken("to be done by hand:"), byHand)
    if let files {
      lines += Self.section(spoken("written once it is confirmed:"), files.files.map(\.path))
    }
    return lines
  }

  private static func section(_ title: String, _ lines: [String]) -> [LivePlanLine] {
    guard !lines.isEmpty else { return [] }
    return [LivePlanLine(kind: .heading, text: title)]
      + lines.map { LivePlanLine(kind: .command, text: "  \($0)") }
  }
}
