import CellGrid
import Reports
import Rules
import SourceText

/// The ways to mend a finding as lines: each with how far it may be trusted, the selected one with
/// what it means and what proves it.
struct WaysList {
  private let ways: [ProvenFix]
  private let selected: Int
  private let state: DashboardState

  init(_ ways: [ProvenFix], selected: Int, _ state: DashboardState) {
    self.ways = ways
    self.selected = selected
    self.state = state
  }

  /// - Parameter isOpen: all ways are told at length, not the selected one alone.
  func lines(columns: Int, isOpen: Bool) -> [StyledLine] {
    ways.indices.flatMap { index -> [StyledLine] in
      let way = ways[index]
      let isSelected = index == selected
      var line = StyledLine(isSelected ? state.glyphs[.mark] : " ", .selectionMark)
      line.append("\(index + 1) ", .barHintKey)
      line.append(way.fix.applicability.word, way.fix.applicability.role)
      line.append("  \(way.fix.title)", isSelected ? .textStrong : .text)
      if index == 0 { line.append("  recommended", .textDim) }
      var lines = line.wrapped(to: columns, indent: 4)
      if isSelected || isOpen { lines += details(of: way, columns) }
      return lines
    }
  }

  private func details(of way: ProvenFix, _ columns: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    if !way.fix.meaning.isEmpty { lines.append(StyledLine("    \(way.fix.meaning)")) }
    if let proof = way.proof {
      var line = StyledLine("    ")
      line.append(proof.summary, proof.isClean ? .severityOK : .severityWarning)
      lines.append(line)
      for finding in proof.new + proof.revealed where finding.severity > .info {
        lines.append(StyledLine("    new: \(finding.message)", .severityWarning))
      }
    }
    lines += way.fix.commands.map { StyledLine("    running host, by hand: \($0)", .textDim) }
    return lines.flatMap { $0.wrapped(to: columns, indent: 6) }
  }

  /// What the selected way changes.
  func diff(of analysis: Analysis) -> [StyledLine] {
    guard ways.indices.contains(selected) else { return [] }
    let edits = ways[selected].fix.edits
    if edits.isEmpty { return [StyledLine("this one has to be done by hand", .fixManual)] }
    return diffLines(FileChange.all(edits, in: analysis.capture, context: state.isWide ? 3 : 1))
  }
}

/// A region in two parts: a list of choices, and beside or below it what the selected one changes.
struct ChoicePanes {
  let list: Region
  let change: Region
  let isSideBySide: Bool

  /// - Parameter wanted: the rows the list would take, when they stand above each other.
  init(_ region: Region, isWide: Bool, wanted: (Int) -> Int) {
    isSideBySide = isWide
    if isWide {
      (list, change) = region.split(left: region.columns * 9 / 20)
    } else {
      // the list never leaves less than a third to the change
      let rows = min(wanted(region.columns - 4) + 2, region.rows - region.rows / 3)
      (list, change) = region.split(top: rows)
    }
  }
}
