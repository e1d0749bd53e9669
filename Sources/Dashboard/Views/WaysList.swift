import CellGrid
import Phrases
import Reports
import Rules
import SourceText

/// The ways to mend a finding as lines: each with how far it may be trusted, what it means and what
/// proves it.
struct WaysList {
  private let ways: [ProvenFix]
  private let selected: Int
  private let columns: Int
  private let state: DashboardState

  init(_ ways: [ProvenFix], selected: Int, columns: Int, _ state: DashboardState) {
    self.ways = ways
    self.selected = selected
    self.columns = columns
    self.state = state
  }

  /// The ways in so many rows: all at length where there is room for that, else of the others first
  /// without what they mean, and then without what proves them.
  func lines(_ rows: Int) -> [StyledLine] {
    let whole = { (way: ProvenFix) in meaning(of: way) + proof(of: way) }
    let all = lines(others: whole)
    if all.count <= rows { return all }
    let proven = lines(others: proof)
    return proven.count <= rows ? proven : short(details: rows - short(details: 0).count)
  }

  private func lines(others: (ProvenFix) -> [StyledLine]) -> [StyledLine] {
    ways.indices.flatMap { index in
      let isSelected = index == selected
      let way = ways[index]
      return titleLines(index)
        + (isSelected ? meaning(of: way) + proof(of: way) : others(way))
        .flatMap { $0.wrapped(to: columns, indent: 6) }
    }
  }

  /// A line for each way; the selected one has all that its title takes, and below that so many lines
  /// of what proves it and what it means.
  func short(details count: Int) -> [StyledLine] {
    ways.indices.flatMap { index in
      index == selected
        ? titleLines(index) + details(count)
        : [title(index).cut(to: columns, state.glyphs)]
    }
  }

  private func details(_ most: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    for line in proof(of: ways[selected]) + meaning(of: ways[selected]) where lines.count < most {
      let wrapped = line.wrapped(to: columns, indent: 6)
      let fits = lines.count + wrapped.count <= most
      lines += fits ? wrapped : [line.cut(to: columns, state.glyphs)]
      if !fits { break }
    }
    return lines
  }

  private func titleLines(_ index: Int) -> [StyledLine] {
    title(index).wrapped(to: columns, indent: 4)
  }

  private func title(_ index: Int) -> StyledLine {
    let way = ways[index]
    let isSelected = index == selected
    var line = StyledLine(isSelected ? state.glyphs[.mark] : " ", .selectionMark)
    line.append("\(index + 1) ", .barHintKey)
    line.append(way.fix.applicability.word, way.fix.applicability.role)
    line.append("  \(way.fix.title)", isSelected ? .textStrong : .text)
    let note = StyledLine(spoken("  recommended"), .textDim)
    if index == 0, isSelected || line.width + note.width <= columns {
      line.append(note)
    }
    return line
  }

  private func meaning(of way: ProvenFix) -> [StyledLine] {
    (way.fix.meaning.isEmpty ? [] : [StyledLine("    \(way.fix.meaning)")])
      + way.fix.commands.map { StyledLine(spoken("    running host, by hand: \($0)"), .textDim) }
  }

  private func proof(of way: ProvenFix) -> [StyledLine] {
    guard let proof = way.proof else { return [] }
    let new = (proof.new + proof.revealed).filter { $0.severity > .info }
    return [
      StyledLine("    \(proof.summary)", proof.isClean ? .severityOK : .severityWarning)
    ] + new.map { StyledLine(spoken("    new: \($0.message)"), .severityWarning) }
  }
}

/// A region in two parts: a list of choices, and beside or below it what the selected one changes.
struct ChoicePanes {
  let list: Region
  /// Empty where there is room for the list alone.
  let change: Region
  let isSideBySide: Bool

  /// - Parameter wanted: the rows the list would take, when they stand above each other.
  init(_ region: Region, isWide: Bool, wanted: (Int) -> Int) {
    isSideBySide = isWide
    if isWide {
      (list, change) = region.split(left: region.columns * 9 / 20)
    } else if region.rows < 12 {
      (list, change) = region.split(top: region.rows)
    } else {
      // the list never leaves less than a third to the change
      let rows = min(wanted(region.columns - 4) + 2, region.rows - region.rows / 3)
      (list, change) = region.split(top: rows)
    }
  }
}
