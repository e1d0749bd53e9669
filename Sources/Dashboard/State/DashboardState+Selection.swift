import HostModel
import LiveApply
import Phrases
import Rewrite
package import Rules
package import SourceText

/// What is selected, and what commands are about.
extension DashboardState {
  /// The selected row of the main view.
  package var currentRow: NetRow? {
    visible.net.indices.contains(net.selected) ? shown.rows[visible.net[net.selected]] : nil
  }

  /// The index of the finding that is at hand in the current view; nil when there is none.
  package var currentFindingIndex: Int? {
    switch view {
    case .net: return soughtFinding ?? currentRow.flatMap { shown.firstFinding(about: $0) }
    case .findings:
      return visible.findings.indices.contains(findings.selected)
        ? visible.findings[findings.selected] : nil
    case .boot: return soughtFinding ?? findingOfBootLine
    case .map: return soughtFinding ?? findingOfMapCell
    case .undo, .help: return nil
    }
  }

  /// The finding at hand.
  package var currentFinding: Finding? { currentFindingIndex.map { shown.findings[$0] } }

  /// The finding a key is about: that of the chooser or session on top, else the one at hand.
  package var finding: Finding? {
    switch overlays.last {
    case .chooser(let chooser)?: chooser.finding
    case .guided(let session)?: session.guide?.question?.finding
    default: currentFinding
    }
  }

  /// The guided session that is going on, whatever lies over it.
  var guidedSession: GuidedSession? {
    overlays.lazy.compactMap { overlay in
      if case .guided(let session) = overlay { session } else { nil }
    }.first
  }

  /// What is chosen so far: in the guided session, else by the chooser.
  var sessionAtHand: FixSession { guidedSession?.guide?.session ?? staged }

  /// The ways that the chooser or session on top offers.
  package var waysAtHand: [ProvenFix] {
    switch overlays.last {
    case .chooser(let chooser)?: chooser.ways ?? []
    case .guided(let session)?: session.guide?.question?.ways ?? []
    default: []
    }
  }

  /// The way that is selected in the chooser on top; nil while there is none.
  var chosenWay: ProvenFix? {
    guard case .chooser(let chooser)? = overlays.last else { return nil }
    return waysAtHand.indices.contains(chooser.selected) ? waysAtHand[chooser.selected] : nil
  }

  /// The places that a key is about: those of the finding, else of the selected row or step.
  package var places: [Place] {
    if let finding { return finding.places.map(\.place) }
    switch view {
    case .net:
      guard let row = currentRow else { return [] }
      return [row.place, shown.asked(by: row)?.place, shown.jail(of: row)?.definition?.place]
        .compactMap { $0 }
    case .boot:
      guard let index = currentBootLine?.step else { return [] }
      return Array(bootPicture.forecast.step(index).sources)
    case .findings, .map, .undo, .help: return []
    }
  }

  /// The selected change.
  var selectedRecord: JournalRecord? {
    guard visible.undo.indices.contains(undoList.selected) else { return nil }
    return journal?[visible.undo[undoList.selected]]
  }

  /// The selected line of the boot view.
  package var currentBootLine: BootLine? {
    visible.boot.indices.contains(boot.selected)
      ? bootPicture.bootLines[visible.boot[boot.selected]] : nil
  }

  private var findingOfBootLine: Int? {
    guard bootPicture === shown, let line = currentBootLine else {
      return nil
    }
    let jail: String?
    switch line {
    case .step(let index), .printed(let index), .reason(let index, _):
      if let exact = shown.findings.firstIndex(where: { $0.step == index }) { return exact }
      let step = shown.forecast.step(index)
      guard step.outcome == .failed || step.isRollback else { return nil }
      jail = step.jail
    case .jail(let index), .trial(let index): jail = shown.forecast.jails[index].name
    case .netif, .run: jail = nil
    }
    guard let jail else { return nil }
    return shown.findings.firstIndex { $0.jails.contains(jail) }
  }

  private var findingOfMapCell: Int? {
    mapAddress.flatMap { shown.findings(about: $0).first }
  }

  /// Why there is no finding at hand.
  var nothingWrong: String {
    doubtAtHand.map { spoken("it can't be told: \($0)") }
      ?? spoken("nothing is wrong with what is selected")
  }

  /// Why it can't be told what the selection comes to; nil when it can.
  private var doubtAtHand: String? {
    switch view {
    case .net: currentRow.flatMap { shown.doubt(of: $0) }
    case .boot: currentBootLine.flatMap { bootPicture.doubt(of: $0) }
    case .map:
      mapAddress.flatMap { address in
        shown.rows(about: address).lazy.compactMap { shown.doubt(of: shown.rows[$0]) }.first
      }
    case .findings, .undo, .help: nil
    }
  }

  /// Why a command can't be done now; nil when it can.
  package func obstacle(to record: CommandRecord) -> String? {
    switch record.need {
    case .nothing: return nil
    case .finding:
      switch record.command {
      case .session: return shown.findings.isEmpty ? spoken("nothing is wrong here") : nil
      case .nextFinding, .previousFinding:
        let hasDoubts = view != .findings && !shown.doubtfulRows.isEmpty
        return shown.findings.isEmpty && !hasDoubts ? spoken("nothing is wrong here") : nil
      default: return finding == nil ? nothingWrong : nil
      }
    case .place, .editing:
      if places.isEmpty { return spoken("what is selected is written nowhere") }
      return around.isDemo && record.need == .editing ? spoken("the demo host is built in") : nil
    case .otherPlace: return places.count < 2 ? spoken("there is only one place") : nil
    case .staged: return sessionAtHand.chosen.isEmpty ? spoken("nothing is staged") : nil
    case .writing:
      if guidedSession != nil { return spoken("the session is not over") }
      if staged.chosen.isEmpty { return spoken("nothing is staged") }
      if let change = changeOnDisk { return spoken("\(change); r reads it again") }
      return writeObstacle
    case .undoable:
      if let writeObstacle { return writeObstacle }
      return undoObstacle
    case .otherBoot:
      return bootBases.count < 2 ? spoken("nothing is staged, and no fix is known to be safe") : nil
    case .freeAddress: return claimAddress == nil ? spoken("no address is free here") : nil
    case .changingLive:
      if let writeObstacle { return writeObstacle }
      if change?.isPending == true { return spoken("a live change is pending") }
      return shown.forecast.facts.live == nil ? spoken("nothing is known of what runs") : nil
    }
  }

  /// Why the selected change, elsewhere the last one, can't be undone; nil when it can.
  private var undoObstacle: String? {
    guard view == .undo, let record = selectedRecord else {
      return journal?.lastUndoable == nil ? UndoFailure.noEntry(nil).message : nil
    }
    if record.outcome != .done { return UndoFailure.notDone(record.id, record.outcome).message }
    return journal?.undoing(record.id).map { UndoFailure.alreadyUndone(record.id, by: $0).message }
  }

  private var writeObstacle: String? {
    if case .reading(let reason) = around.access { return reason }
    return nil
  }
}
