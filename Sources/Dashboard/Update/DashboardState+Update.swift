import CellGrid
import LiveApply
import Phrases
import Reports
import Rewrite
import Rules
import SourceText

/// What takes its time, in the words that are shown meanwhile.
enum Work {
  static let reading = spoken("reading")
  static let staging = spoken("staging")
  static let takingBack = spoken("taking back")
  static let planningUndo = spoken("working out the undo")
  // what is not stopped
  static let writing = spoken("writing")
  static let undoing = spoken("undoing")
  static let beginning = spoken("looking for fixes")
  static let lookingBack = spoken("looking back")
  static let answering = spoken("looking for the next")
  static let planningLive = spoken("working out the live change")
  static let changing = spoken("changing the running host")
}

/// The one way in which the dashboard changes.
extension DashboardState {
  /// Takes in what happened.
  ///
  /// - Returns: what is to be done outside.
  package mutating func update(_ message: Message) -> [Effect] {
    var effects: [Effect] = []
    switch message {
    case .event(let event):
      effects = take(event)
      effects += rescanWanted()
    case .scanned(let picture, let time): takeScan(picture, time)
    case .runningHostChanged:
      hasRunningHostChanged = true
      effects = rescanWanted()
    case .filesChanged(let paths):
      changedFiles = Set(changedFiles + paths).sorted()
      leavesChanges = false
      if !staged.chosen.isEmpty, let change = changeOnDisk {
        complain(spoken("\(change); nothing is overwritten"))
      }
      effects = rescanWanted()
    case .provenFirst(let finding, let way, let next, let revision):
      if revision == self.revision { effects = takeFirst(way, of: finding, next: next) }
    case .proven(let key, let ways, let revision):
      if revision == self.revision { takeProof(key, ways) }
    case .safeProven(let session, let picture, let revision):
      if revision == self.revision {
        safe = SafeBoot(picture: picture, count: session.chosen.count - staged.chosen.count)
      }
    case .waited(let seconds):
      workTime = work == nil ? 0 : seconds
    case .staged(let session, let picture):
      takeStaged(session, picture)
    case .guided(let guide, let ticket):
      effects = takeGuide(guide, ticket)
    case .ended(let session, let picture):
      takeEnd(of: session, picture)
    case .written(let picture, let notes, let time):
      effects = [.readJournal]
      takeWritten(picture, notes, time)
    case .undoPlanned(let entry, let plan, let verdict):
      work = nil
      askUndo(entry, plan, then: verdict)
    case .journal(let records):
      journal = records
    case .changeRead(let entry, let files):
      changeBefore = (entry, files)
    case .lookedBack(let lines): takeLookback(lines)
    case .livePlanned, .live, .ticked: effects = takeLive(message)
    case .themed(let glyphs):
      self.glyphs = glyphs
    case .failed(let text):
      work = nil
      complain(text)
    case .planNotSaved(let path, let reason): askPath(again: path, reason)
    case .done(let text):
      work = nil
      say(text)
    }
    if work == nil { workTime = 0 }
    refresh()
    effects += proofWanted() + safeBootWanted() + changeWanted()
    return effects
  }

  /// Lets the path be mended that a plan could not be saved at.
  private mutating func askPath(again path: String, _ reason: String) {
    if overlays.isEmpty { overlays.append(.prompt(Prompt(purpose: .planPath, text: path))) }
    complain(reason)
  }

  private mutating func takeScan(_ picture: HostPicture, _ time: String) {
    let isAboutFiles = !hasRunningHostChanged || !changedFiles.isEmpty
    begin(with: picture, at: time)
    say(isAboutFiles ? spoken("the files were read again") : spoken("the running host has changed"))
  }

  /// Reads the host again once it has changed, unless something would be lost by it or somebody is
  /// typing; what runs may change often, and disturbs nobody who looks at anything but the view.
  private mutating func rescanWanted() -> [Effect] {
    let isWanted =
      !changedFiles.isEmpty && !leavesChanges || hasRunningHostChanged && overlays.isEmpty
    guard isWanted, work == nil, staged.chosen.isEmpty else { return [] }
    switch overlays.last {
    case .prompt?, .confirm?: return []
    case .guided(let session)? where session.guide?.session.chosen.isEmpty == false: return []
    default: break
    }
    work = Work.reading
    return [.rescan]
  }

  private mutating func take(_ event: TerminalEvent) -> [Effect] {
    switch event {
    case .resize(let columns, let rows):
      size = ScreenSize(columns: columns, rows: rows)
      return []
    case .hangUp: return [.quit]
    case _ where isTooSmall: return takeUnseen(event)
    case .key(let key): return press(key)
    case .paste(let text):
      paste(text)
      return []
    case .click(let row, let column): return click(row: row, column: column)
    case .wheel(_, _, let lines): return scroll(by: lines)
    }
  }

  private mutating func press(_ key: Key) -> [Effect] {
    toast = nil
    guard let context else { return type(key) }
    if change?.isPending == true, Set.views.contains(context),
      let command = keys.command(for: key, in: .pending)
    {
      return perform(command)
    }
    guard let command = keys.command(for: key, in: context) else {
      return context == .confirm ? perform(.no) : []
    }
    // whatever is not yes means no, the blank that scrolls elsewhere, too
    if context == .confirm, case .character = key, command != .yes { return perform(.no) }
    return perform(command)
  }

  private mutating func takeLookback(_ lines: [StyledLine]) {
    work = nil
    // whoever does something else by now would lose it
    if overlays.isEmpty {
      overlays.append(.text(TextPage(title: spoken("since when"), lines: lines)))
    }
  }

  /// Says something that stays until the next key.
  mutating func say(_ text: String) { toast = Toast(text: text, isError: false) }

  /// Says that something could not be done.
  mutating func complain(_ text: String) { toast = Toast(text: text, isError: true) }

  /// Starts anew with a host that was read.
  mutating func begin(with picture: HostPicture, at time: String) {
    work = nil
    host = picture
    show(picture, with: FixSession(picture.analysis))
    changedFiles = []
    hasRunningHostChanged = false
    leavesChanges = false
    around.scannedAt = time
    refresh()
    if currentFinding == nil { selectWorst() }
    // what lies over the view speaks of the host as it was
    overlays.removeAll { overlay in
      switch overlay {
      case .chooser, .guided, .confirm: true
      case .text, .prompt, .themes: false
      }
    }
  }

  /// Shows a host as a session leaves it; what was worked out for the one before is void.
  mutating func show(_ picture: HostPicture, with session: FixSession) {
    staged = session
    shown = picture
    revision += 1
    addressMap = nil
    safe = nil
    if bootBasis == .safe { bootBasis = .staged }
    proofs = [:]
    firstWays = [:]
    awaitedProof = nil
    soughtFinding = nil
  }

  private mutating func takeWritten(_ picture: HostPicture, _ notes: [String], _ time: String) {
    let proof = Proof(host.analysis, picture.analysis)
    let verb = work == Work.undoing ? spoken("undone") : spoken("written")
    begin(with: picture, at: time)
    let left = picture.findings.count { $0.severity > .info }
    let verdict = picture.assessment.verdict.rawValue
    let result =
      spoken(
        "fixed \(proof.fixed.count), new \(proof.new.count + proof.revealed.count), left \(left): ")
      + verdict
    say((["\(verb); \(result)"] + notes).joined(separator: "; "))
  }

  /// Asks for the ways to mend what is at hand, unless they are known or asked for already.
  private mutating func proofWanted() -> [Effect] {
    guard let finding = currentFinding, ways(for: finding) == nil,
      awaitedProof != FindingKey(finding)
    else { return [] }
    awaitedProof = FindingKey(finding)
    return [.prove(finding, in: staged.current, revision: revision)]
  }

  /// Asks for the files of the selected change, whose lines are shown beside it.
  private mutating func changeWanted() -> [Effect] {
    guard view == .undo, let id = selectedRecord?.id, awaitedChange != id else { return [] }
    awaitedChange = id
    return [.readChange(entry: id)]
  }

  /// Asks for the other ways, unless something else is selected by now.
  private mutating func takeFirst(_ way: ProvenFix, of finding: Finding, next: Int) -> [Effect] {
    let key = FindingKey(finding)
    firstWays[key] = way
    guard awaitedProof == key else { return [] }
    return [.proveRest(finding, after: way, from: next, in: staged.current, revision: revision)]
  }

  private mutating func takeProof(_ key: FindingKey, _ ways: [ProvenFix]) {
    proofs[key] = ways
    for index in overlays.indices {
      if case .chooser(var chooser) = overlays[index], FindingKey(chooser.finding) == key {
        chooser.ways = ways
        overlays[index] = .chooser(chooser)
      }
    }
  }

  private mutating func takeStaged(_ session: FixSession, _ picture: HostPicture?) {
    work = nil
    guard let picture else { return complain(spoken("this way does not fit the files any more")) }
    let hasGrown = session.chosen.count > staged.chosen.count
    show(picture, with: session)
    guard hasGrown, let last = session.chosen.last else { return say(spoken("taken back")) }
    let write = keys.keys(of: .write).first?.name ?? "W"
    say(spoken("staged, and not written before \(write): \(last.fix.title)"))
  }
}
