import CellGrid
import HostModel
import Phrases

/// The lines of the boot as the list has them.
struct BootLineText {
  private let picture: HostPicture
  private let glyphs: Glyphs
  private let columns: Int
  private let digits: Int
  private let openRuns: Set<Int>

  init(_ state: DashboardState, columns: Int) {
    picture = state.bootPicture
    glyphs = state.glyphs
    openRuns = state.openRuns
    self.columns = columns
    digits = max(String(picture.forecast.steps.count).count, 2)
  }

  /// Number and the longest word for an outcome that is usual.
  private var margin: Int { digits + 11 }

  func line(_ line: BootLine) -> StyledLine {
    switch line {
    case .netif: return heading("netif", .tableGroup, StyledLine())
    case .jail(let index):
      let jail = picture.forecast.jails[index]
      return heading(
        spoken("jail \(jail.name)"), .netJail, StyledLine(jail.fate.words, jail.fate.role))
    case .trial(let index):
      return heading(
        spoken("jail \(picture.forecast.jails[index].name)"), .netJail,
        StyledLine(spoken("nothing starts it; if a person did"), .stepSkip))
    case .step(let index): return step(index)
    case .run(let steps): return run(steps)
    case .printed(let index):
      var text = StyledLine()
      text.pad(to: margin)
      text.append(spoken("prints  "), .textDim)
      let message = picture.forecast.step(index).message.split(separator: "\n")
      text.append(SecretWords.masked(message.joined(separator: "; ")), .stepFail)
      return text
    case .reason(let index, let setter): return reason(index, setter)
    }
  }

  private func heading(_ text: String, _ role: Role, _ end: StyledLine) -> StyledLine {
    var line = StyledLine(text, role)
    line.append(" ")
    let room = columns - line.width - (end.width > 0 ? end.width + 1 : 0)
    line.append(String(repeating: glyphs[.horizontal], count: max(room, 0)), .paneBorder)
    if end.width > 0 {
      line.append(" ")
      line.append(end)
    }
    return line
  }

  private func step(_ index: Int) -> StyledLine {
    let step = picture.forecast.step(index)
    let words = StepWords(step, index, in: picture)
    var line = StyledLine(
      String(repeating: " ", count: max(digits - words.number.count, 0)) + words.number, .textDim)
    line.append("  ")
    line.append(words.outcome, words.role)
    line.pad(to: margin)
    if step.isInsideJail { line.append(spoken("in the jail: "), .textDim) }
    line.append(step.commandLine, step.outcome == .failed ? .textStrong : .text)
    guard picture.standing?.concerns(step) == true else { return line }
    // it is in sight, however long the command is
    let here = StyledLine(spoken("  you are here"), .severityWarning)
    line = line.cut(to: max(columns - here.width, margin), glyphs)
    line.append(here)
    return line
  }

  private func run(_ steps: Range<Int>) -> StyledLine {
    let isOpen = openRuns.contains(steps.lowerBound)
    let mark = glyphs[isOpen ? .opened : .closed]
    var line = StyledLine(String(repeating: " ", count: digits + 1) + "\(mark) ", .selectionMark)
    line.append(spoken("ok"), .stepOK)
    line.pad(to: margin)
    line.append(spoken("steps \(steps.lowerBound + 1) to \(steps.upperBound)"), .textDim)
    return line
  }

  private func reason(_ index: Int, _ setter: Int) -> StyledLine {
    var line = StyledLine()
    line.pad(to: margin)
    line.append(spoken("because "), .textDim)
    let earlier = picture.forecast.step(setter)
    let length = earlier.lengthGiven(to: picture.forecast.step(index).requestedAddress)
    let what = length.map { spoken("gave it /\($0)") } ?? spoken("set it")
    line.append(spoken("step \(setter + 1) \(what)"))
    if let place = earlier.sources.first {
      line.append("  ")
      line.append(picture.name(of: place), .filePath)
    }
    return line
  }
}

extension Step {
  /// The length that an address has after the step; nil when the step doesn't set it.
  func lengthGiven(to address: IPAddress?) -> Int? {
    effects.lazy.compactMap { effect -> Int? in
      switch effect {
      case .added(let new) where new.address == address: new.prefixLength
      case .confirmed(let old) where old.address == address: old.prefixLength
      case .replaced(let old, let length) where old.address == address: Int(length)
      default: nil
      }
    }.last
  }
}
