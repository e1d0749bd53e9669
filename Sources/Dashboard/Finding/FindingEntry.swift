import CellGrid
import Rules

/// A finding as the list has it.
struct FindingEntry {
  let finding: Finding
  let state: DashboardState
  let columns: Int

  /// - Parameters:
  ///   - rows: the message takes at most two of them; a third one is for what else there is to say.
  ///   - isTable: the place stands behind the message.
  func lines(isSelected: Bool, rows: Int, isTable: Bool) -> [StyledLine] {
    var head = StyledLine(isSelected ? state.glyphs[.mark] : " ", .selectionMark)
    head.append(" \(finding.severity.letter) ", finding.severity.role)
    let room = columns - head.width
    let role: Role = isSelected ? .textStrong : .text
    if isTable || rows == 1 {
      let place = isTable ? state.glyphs.withoutMiddle(self.place, columns / 3) : ""
      let left = room - (place.isEmpty ? 0 : displayWidth(place) + 2)
      head.append(finding.message, role, cutTo: left, state.glyphs)
      if !place.isEmpty {
        head.append("  ")
        head.append(place, .filePath)
      }
      return [head]
    }
    let parts = StyledLine(finding.message, role).wrapped(to: room)
    let isRoomy = rows > 2
    head.append(parts[0])
    guard parts.count > 1 else { return isRoomy ? [head, meta(room)] : [head] }
    var second = StyledLine("    ")
    let rest = parts.count == 2 ? parts[1].text : parts[1].text + " " + parts[2].text
    second.append(rest, role, cutTo: room, state.glyphs)
    return isRoomy ? [head, second, meta(room)] : [head, second]
  }

  /// The rule, the place and the jails.
  private func meta(_ room: Int) -> StyledLine {
    var line = StyledLine("    ")
    line.append(finding.rule.text, .textDim)
    let left = room - displayWidth(finding.rule.text) - 2
    let path = state.glyphs.withoutMiddle(place, left)
    if !path.isEmpty, left >= 8 {
      line.append("  ")
      line.append(path, .filePath)
    }
    let jails = StyledLine("  \(finding.jails.joined(separator: " "))", .netJail)
    if line.width + jails.width <= columns { line.append(jails) }
    return line.cut(to: columns, state.glyphs)
  }

  private var place: String {
    finding.places.first.map { state.shown.name(of: $0.place) } ?? ""
  }
}
