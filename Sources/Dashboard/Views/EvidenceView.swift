import CellGrid
import HostModel
import Phrases
import Reports
import Rules

/// What was found about the selection: both places with their lines, what the boot runs and prints,
/// and what comes of it.
struct EvidenceView {
  let finding: Finding
  let state: DashboardState
  let columns: Int

  /// The lines, at most so many: context goes before places do, and places before what happens.
  func lines(_ rows: Int) -> [StyledLine] {
    var message = StyledLine(finding.message, .textStrong).wrapped(to: columns)
    var facts = facts.flatMap { $0.wrapped(to: columns, indent: 8) }
    let count = finding.places.count
    var shown = min(count, 2)
    var contexts = 2 * shown
    func size(_ shown: Int, _ contexts: Int) -> Int {
      message.count + facts.count + shown * 3 + contexts + (shown < count ? 1 : 0)
    }
    while contexts > 0, size(shown, contexts) > rows { contexts -= 1 }
    if size(shown, 0) > rows { facts = self.facts }
    if size(shown, 0) > rows { message = [StyledLine(finding.message, .textStrong)] }
    while shown > 1, size(shown, 0) > rows { shown -= 1 }
    var lines = message
    for (index, place) in finding.places.prefix(shown).enumerated() {
      // the lines before come first, then those after
      let before = contexts > index ? 1 : 0
      let after = contexts > shown + index ? 1 : 0
      lines += self.lines(of: place, index, before: before, after: after)
    }
    if shown < count {
      lines.append(
        StyledLine(
          count - shown == 1
            ? spoken("and 1 more place") : spoken("and \(count - shown) more places"), .textDim))
    }
    return lines + facts
  }

  private func lines(
    of place: FindingPlace, _ index: Int, before: Int, after: Int
  ) -> [StyledLine] {
    var head = StyledLine("\(Self.letter(index)) ", .textStrong)
    head.append(state.shown.name(of: place.place), .filePath)
    if !place.note.isEmpty { head.append("  \(place.note)") }
    guard let excerpt = SourceExcerpt(place.place, state.shown, state.glyphs) else { return [head] }
    return [head] + (before > 0 ? [excerpt.context(-1)].compactMap { $0 } : [])
      + excerpt.hit(columns) + (after > 0 ? [excerpt.context(1)].compactMap { $0 } : [])
  }

  /// The letter of a side.
  static func letter(_ index: Int) -> String {
    index < 26 ? String(UnicodeScalar(UInt8(65 + index))) : "?"
  }

  /// What is run and printed, what comes of it, and how sure that is.
  private var facts: [StyledLine] {
    let forecast = state.shown.forecast
    var lines: [StyledLine] = []
    if let step = finding.step {
      lines.append(Self.fact(spoken("runs"), forecast.step(step).commandLine, .textCode))
    }
    if let printed = finding.printedLine {
      lines.append(Self.fact(spoken("prints"), printed, .stepFail))
    }
    if let effect = finding.effect { lines.append(Self.fact(spoken("effect"), effect, .text)) }
    // what is certain takes no line of its own
    guard let condition = finding.confidence.condition(forecast) else {
      let certain = spoken("  certain")
      if lines.isEmpty { return [StyledLine(spoken("certain"), .textDim)] }
      lines[lines.count - 1].append(certain, .textDim)
      return lines
    }
    return lines + [Self.fact(spoken("certain"), condition, .severityUnknown)]
  }

  private static func fact(_ label: String, _ text: String, _ role: Role) -> StyledLine {
    let gap = String(repeating: " ", count: max(8 - label.count, 1))
    var line = StyledLine(label + gap, .textDim)
    line.append(text, role)
    return line
  }
}
