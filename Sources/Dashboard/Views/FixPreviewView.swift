import CellGrid
import Phrases
import Reports
import Rules
import SourceText

/// The recommended way to mend what was found, with its diff and its proof, and what other ways
/// there are.
struct FixPreviewView {
  private let ways: [ProvenFix]?
  private let byHand: WaysByHand
  private let state: DashboardState
  private let columns: Int

  init(_ finding: Finding, _ state: DashboardState, columns: Int) {
    ways = state.knownWays(for: finding)
    byHand = WaysByHand(finding, state)
    self.state = state
    self.columns = columns
  }

  /// The lines, at most so many: what it means goes before the diff does.
  func lines(_ rows: Int) -> [StyledLine] {
    guard let ways else {
      return [
        StyledLine(
          spoken("working out the ways and their proofs\(state.glyphs[.ellipsis])"), .textDim)
      ]
    }
    guard let way = ways.first else {
      return byHand.reason.wrapped(to: columns) + [StyledLine()] + byHand.lines(columns)
    }
    let title = Self.title(of: way).wrapped(to: columns, indent: 2)
    let meaning = StyledLine(way.fix.meaning, .textDim).wrapped(to: columns)
    let diff =
      way.fix.edits.isEmpty
      ? [StyledLine(spoken("this one has to be done by hand"))]
      : ChangeExcerpt(state.shown).lines(way.fix.edits, context: 1).map {
        $0.window(columns, around: ChangeExcerpt.marked, keeping: 1, state.glyphs)
      }
    let proof = proof(of: way)
    let others = others(ways)
    var free = rows - title.count - proof.count - min(others.count, 1)
    let shownDiff = diff.prefix(max(free, 2))
    free -= shownDiff.count
    let shownMeaning = way.fix.meaning.isEmpty || free < meaning.count ? [] : meaning
    free -= shownMeaning.count
    let gaps = free > 1
    var lines = title + shownMeaning
    if gaps { lines.append(StyledLine()) }
    lines += shownDiff
    if gaps { lines.append(StyledLine()) }
    lines += proof
    return lines + others.prefix(max(rows - lines.count, 0))
  }

  private static func title(of way: ProvenFix) -> StyledLine {
    var line = StyledLine(way.fix.applicability.word, way.fix.applicability.role)
    line.append("  \(way.fix.title)", .textStrong)
    return line
  }

  private func proof(of way: ProvenFix) -> [StyledLine] {
    guard let proof = way.proof else { return [] }
    return state.proofLine(proof).wrapped(to: columns, indent: 6)
  }

  private func others(_ ways: [ProvenFix]) -> [StyledLine] {
    ways.enumerated().dropFirst().map { index, way in
      var line = StyledLine(spoken("or \(index + 1)  "), .textDim)
      line.append(way.fix.applicability.word, way.fix.applicability.role)
      line.append("  \(way.fix.title)", .textDim)
      return line
    }
  }
}
