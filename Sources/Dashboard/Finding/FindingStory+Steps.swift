import CellGrid
import HostModel
import Phrases
import Reports
import Rules

/// What the system will do, in order.
extension FindingStory {
  /// The commands that have to do with the finding, with what comes of each.
  var steps: [StyledLine] {
    let forecast = picture.forecast
    var indices = Set(finding.addresses.flatMap { picture.steps(about: $0) })
    if !finding.isTrial {
      indices = indices.filter { $0 < forecast.steps.count || $0 == finding.step }
    }
    if let step = finding.step { indices.insert(step) }
    var lines: [StyledLine] = []
    let sorted = indices.sorted()
    for index in sorted.prefix(Self.mostSteps) { lines += self.lines(of: index) }
    if sorted.count > Self.mostSteps {
      lines.append(StyledLine(spoken("and \(sorted.count - Self.mostSteps) more"), .textDim))
    }
    if finding.step == nil, let printed = finding.printedLine {
      lines += StyledLine.fact(spoken("prints"), printed, .stepFail).wrapped(
        to: columns, indent: 10)
    }
    return lines.isEmpty ? [] : [heading(spoken("what the system will do, in order"))] + lines
  }

  private static let mostSteps = 12

  private func lines(of index: Int) -> [StyledLine] {
    let forecast = picture.forecast
    let step = forecast.step(index)
    let words = StepWords(step, index, in: picture)
    let digits = max(String(forecast.steps.count).count, 3)
    var line = StyledLine(
      String(repeating: " ", count: max(digits - words.number.count, 0)) + words.number, .textDim)
    line.append("  ")
    line.append(words.outcome, words.role)
    line.pad(to: digits + 12)
    line.append(words.part, step.jail == nil ? .textDim : .netJail)
    let margin = String(repeating: " ", count: digits + 2)
    var command = StyledLine(margin)
    command.append(step.commandLine, .textCode)
    var lines = [line.cut(to: columns, glyphs)]
    lines += command.wrapped(to: columns, indent: digits + 4)
    for text in step.message.split(separator: "\n") {
      var line = StyledLine(margin)
      line.append(SecretWords.masked(String(text)), words.role)
      lines += line.wrapped(to: columns, indent: digits + 4)
    }
    if case .unknown(let reason) = step.outcome {
      var line = StyledLine(margin)
      line.append(reason, .stepUnknown)
      lines += line.wrapped(to: columns, indent: digits + 4)
    }
    return lines
  }
}

/// How a step is told: its number, who runs it, and what comes of it.
struct StepWords {
  /// From 1, as the text of the forecast counts; a step that no boot runs has none.
  let number: String
  /// `netif`, or the jail.
  let part: String
  /// `ok`, `replaced`, `FAIL`, `unknown`, `undo`.
  let outcome: String
  let role: Role

  init(_ step: Step, _ index: Int, in picture: HostPicture) {
    let isTrial = index >= picture.forecast.steps.count
    number = isTrial ? "-" : String(index + 1)
    part =
      (step.jail.map { spoken("jail \($0)") } ?? step.phase.rawValue)
      + (isTrial ? spoken(", by hand") : "")
    switch step.outcome {
    case .failed:
      (outcome, role) = (step.isRollback ? spoken("undo FAIL") : spoken("FAIL"), .stepFail)
    case .unknown: (outcome, role) = (spoken("unknown"), .stepUnknown)
    case .replaced: (outcome, role) = (spoken("replaced"), .severityWarning)
    case .ok where picture.doubtfulSteps[index] != nil:
      (outcome, role) = (spoken("unknown"), .stepUnknown)
    case .ok:
      (outcome, role) = step.isRollback ? (spoken("undo"), .stepSkip) : (spoken("ok"), .stepOK)
    }
  }
}
