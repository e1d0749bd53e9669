import CellGrid
import Rules

/// A finding as the list has it.
struct FindingEntry {
  private let finding: Finding
  private let state: DashboardState
  private let columns: Int

  init(_ finding: Finding, _ state: DashboardState, columns: Int) {
    self.finding = finding
    self.state = state
    self.columns = columns
  }

  /// - Parameters:
  ///   - rows: one for the message, a second one for what else there is to say.
  ///   - isTable: the place stands behind the message.
  func lines(isSelected: Bool, rows: Int, isTable: Bool) -> [StyledLine] {
    var head = StyledLine(isSelected ? state.glyphs[.mark] : " ", .selectionMark)
    head.append(" \(finding.severity.letter) ", finding.severity.role)
    let message: Role = isSelected ? .textStrong : .text
    if isTable {
      let place = shortened(self.place, to: columns / 3, state.glyphs)
      let room = columns - head.width - (place.isEmpty ? 0 : displayWidth(place) + 2)
      head.append(finding.message, message, cutTo: room, state.glyphs)
      if !place.isEmpty { head.append("  \(place)", .filePath) }
      return [head]
    }
    guard rows > 1 else {
      head.append(finding.message, message, cutTo: columns - head.width, state.glyphs)
      return [head]
    }
    let room = columns - head.width
    if columns < 50 {
      let parts = StyledLine(finding.message, message).wrapped(to: room)
      head.append(parts[0])
      var second = StyledLine("    ")
      let rest = finding.message.dropFirst(parts[0].text.count).drop { $0 == " " }
      second.append(String(rest), message, cutTo: room, state.glyphs)
      return [head, second]
    }
    head.append(finding.message, message, cutTo: room, state.glyphs)
    var second = StyledLine("    ")
    let names = finding.jails.isEmpty ? "" : "  \(finding.jails.joined(separator: " "))"
    let wanted = displayWidth(finding.rule.text) + 2
    second.append(finding.rule.text, .textDim)
    let left = room - wanted
    let path = shortened(place, to: max(left, 10), state.glyphs)
    if left >= displayWidth(path) { second.append("  \(path)", .filePath) }
    second.append(names, .netJail)
    return [head, second.cut(to: columns, state.glyphs)]
  }

  private var place: String {
    finding.places.first.map { state.shown.name(of: $0.place) } ?? ""
  }
}
