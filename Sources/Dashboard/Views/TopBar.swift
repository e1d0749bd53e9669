import CellGrid
import HostModel
import Phrases
import Reports
import Rules

/// The verdict in words, what there is to count, and where this is.
enum TopBar {
  static func draw(_ state: DashboardState, in region: Region, on grid: inout CellGrid) {
    grid.fill(region, CellStyle(.barTop))
    let parts = [
      LiveCountdown.line(state), verdict(state), jails(state), counts(state), flags(state),
    ]
    var column = region.column + 1
    let end = region.column + region.columns
    let start = column
    let room = { (used: Int) in used == start ? Int.max : end - used }
    for part in (parts + [nil, release(state), place(state)]) {
      let part = part ?? host(state, room(column))
      guard !part.pieces.isEmpty, part.width <= room(column) else { continue }
      for piece in part.pieces {
        // what matters most has a ground of its own, which the bar's would hide
        let isBadge = [.verdictSafe, .verdictUnsafe, .verdictUnknown, .countdown].contains(
          piece.role)
        column += grid.put(
          StyledLine(piece.text, piece.role), row: region.row, column: column,
          limit: end - column, on: isBadge ? nil : .barTop, state.glyphs)
      }
      column += 2
    }
  }

  private static func verdict(_ state: DashboardState) -> StyledLine {
    let verdict = state.shown.assessment.verdict
    return StyledLine(verdict.rawValue, verdict.role)
  }

  private static func jails(_ state: DashboardState) -> StyledLine {
    let assessment = state.shown.assessment
    let count = state.shown.forecast.jails.count
    if !assessment.failed.isEmpty {
      return StyledLine(
        spoken("\(assessment.failed.count) of \(count) jails will not start"), .barTop)
    }
    if count == 0 { return StyledLine(spoken("no jails"), .barTop) }
    if !assessment.unknown.isEmpty {
      return StyledLine(
        spoken("\(assessment.unknown.count) of \(count) jails can't be told"), .barTop)
    }
    return StyledLine(spoken("\(assessment.running.count) of \(count) jails start"), .barTop)
  }

  private static func counts(_ state: DashboardState) -> StyledLine {
    var line = StyledLine()
    for severity in [Severity.error, .warning, .info] {
      let count = state.shown.findings.count { $0.severity == severity }
      guard count > 0 else { continue }
      if !line.pieces.isEmpty { line.append(" ", .barTop) }
      line.append("\(severity.letter)\(count)", severity.role)
    }
    return line
  }

  /// What a person has to know before anything else is done.
  private static func flags(_ state: DashboardState) -> StyledLine {
    var words: [(String, Role)] = []
    if !state.staged.chosen.isEmpty {
      words.append((spoken("STAGED \(state.staged.chosen.count)"), .countdown))
    }
    if !state.changedFiles.isEmpty { words.append((stale(state), .severityWarning)) }
    if let drift = state.shown.assessment.driftCount {
      words.append(
        drift == 0 ? (spoken("LIVE"), .textDim) : (spoken("DRIFT \(drift)"), .severityWarning))
    }
    if case .reading = state.around.access { words.append((spoken("READ-ONLY"), .textDim)) }
    if let work = state.work {
      let time = state.workTime > 0 ? spoken(" \(state.workTime) s") : ""
      words.append(("\(work)\(state.glyphs[.ellipsis])\(time)", .barTop))
    }
    var line = StyledLine()
    for (text, role) in words {
      if !line.pieces.isEmpty { line.append("  ", .barTop) }
      line.append(text, role)
    }
    return line
  }

  /// Which file is not as it was read any more.
  private static func stale(_ state: DashboardState) -> String {
    let names = state.changesInOrder.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    return spoken("STALE \(names[0])") + (names.count > 1 ? " +\(names.count - 1)" : "")
  }

  /// The host's name, of one that is too long its first label, as much of it as there is room for.
  private static func host(_ state: DashboardState, _ columns: Int) -> StyledLine {
    guard let name = state.shown.forecast.hostName else { return StyledLine() }
    let whole = StyledLine(name, .barTop)
    if whole.width <= columns { return whole }
    let label = name.prefix { $0 != "." }
    return StyledLine(String(label), .barTop).cut(to: max(columns, 12), state.glyphs)
  }

  private static func release(_ state: DashboardState) -> StyledLine {
    let forecast = state.shown.forecast
    let assumed = forecast.releaseIsAssumed ? spoken(" assumed") : ""
    return StyledLine(spoken("FreeBSD \(forecast.release)\(assumed)"), .barTop)
  }

  private static func place(_ state: DashboardState) -> StyledLine {
    let time = state.around.scannedAt.map { spoken("  read \($0)") } ?? ""
    return StyledLine("\(state.around.place)\(time)", .textDim)
  }
}
