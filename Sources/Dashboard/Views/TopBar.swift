import CellGrid
import HostModel
import Phrases
import Reports
import Rules

/// The verdict in words, what there is to count, and where this is.
enum TopBar {
  static func draw(_ state: DashboardState, in region: Region, on grid: inout CellGrid) {
    grid.fill(region, CellStyle(.barTop))
    var column = region.column + 1
    let end = region.column + region.columns
    for part in shown(state, columns: region.columns - 1) {
      for piece in part.pieces {
        // what matters most has a ground of its own, which the bar's would hide
        let isBadge = [.verdictSafe, .verdictUnsafe, .verdictUnknown, .countdown].contains(
          piece.role)
        column += grid.put(
          StyledLine(piece.text, piece.role), row: region.row, column: column,
          limit: end - column, on: isBadge ? nil : .barTop, state.glyphs)
      }
      column += gap
    }
  }

  private static let gap = 2

  /// What there is room for, from left to right: of the rest each has a rank, and the highest goes
  /// first.
  private static func shown(_ state: DashboardState, columns: Int) -> [StyledLine] {
    var parts: [(rank: Int, line: StyledLine)] = [
      (0, LiveCountdown.line(state)), (0, verdict(state)), (3, jails(state)), (4, counts(state)),
    ]
    parts += flags(state)
    // which host it is stays longer than what else there is to say of it; these two take the room left
    let (host, place) = (parts.count, parts.count + 1)
    parts += [(7, StyledLine()), (8, StyledLine()), (9, release(state)), (10, time(state))]
    var room = columns
    var isShown = parts.map { _ in false }
    for index in parts.indices.sorted(by: { (parts[$0].rank, $0) < (parts[$1].rank, $1) }) {
      if index == host { parts[host].line = self.host(state, room) }
      if index == place { parts[place].line = self.place(state, room) }
      let width = parts[index].line.width
      isShown[index] = width > 0 && (width <= room || room == columns)
      if isShown[index] { room -= width + gap }
    }
    return zip(parts, isShown).filter(\.1).map(\.0.line)
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
      let count = state.shown.analysis.examination.count(of: severity)
      guard count > 0 else { continue }
      if !line.pieces.isEmpty { line.append(" ", .barTop) }
      line.append("\(severity.letter)\(count)", severity.role)
    }
    return line
  }

  /// What a person has to know before anything else is done.
  private static func flags(_ state: DashboardState) -> [(rank: Int, line: StyledLine)] {
    var flags: [(Int, String, Role)] = []
    if !state.staged.chosen.isEmpty {
      flags.append((2, spoken("STAGED \(state.staged.chosen.count)"), .countdown))
    }
    if !state.changedFiles.isEmpty { flags.append((2, stale(state), .severityWarning)) }
    if let drift = state.shown.assessment.driftCount {
      flags.append(
        drift == 0
          ? (5, spoken("LIVE"), .textDim) : (5, spoken("DRIFT \(drift)"), .severityWarning))
    }
    if case .reading = state.around.access { flags.append((6, spoken("READ-ONLY"), .textDim)) }
    if let work = state.work {
      let time = state.workTime > 0 ? spoken(" \(state.workTime) s") : ""
      flags.append((1, "\(work)\(state.glyphs[.ellipsis])\(time)", .barTop))
    }
    return flags.map { ($0, StyledLine($1, $2)) }
  }

  /// Which file is not as it was read any more.
  private static func stale(_ state: DashboardState) -> String {
    let names = state.changesInOrder.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    return spoken("STALE \(names[0])") + (names.count > 1 ? " +\(names.count - 1)" : "")
  }

  /// The host's name, of one that is too long its first label, as much of it as there is room for
  /// beside the end of where it is.
  private static func host(_ state: DashboardState, _ columns: Int) -> StyledLine {
    guard let name = state.shown.forecast.hostName else { return StyledLine() }
    let columns = columns - min(displayWidth(state.around.place), 14) - 2
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

  /// Where the host's files are, of a long path the end.
  private static func place(_ state: DashboardState, _ columns: Int) -> StyledLine {
    let place = state.around.place
    if displayWidth(place) <= columns { return StyledLine(place, .textDim) }
    guard columns >= 8 else { return StyledLine() }
    return StyledLine(state.glyphs[.ellipsis] + place.suffix(columns - 1), .textDim)
  }

  private static func time(_ state: DashboardState) -> StyledLine {
    StyledLine(state.around.scannedAt.map { spoken("read \($0)", as: "at a time") } ?? "", .textDim)
  }
}
