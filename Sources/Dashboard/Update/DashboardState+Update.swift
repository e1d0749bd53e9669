import CellGrid
import Reports
import Rules
import SourceText

/// The one way in which the dashboard changes.
extension DashboardState {
  /// Takes in what happened.
  ///
  /// - Returns: what is to be done outside.
  package mutating func update(_ message: Message) -> [Effect] {
    var effects: [Effect]
    switch message {
    case .event(let event): effects = take(event)
    case .scanned(let picture, let time):
      effects = []
      begin(with: picture, at: time)
      say("the files were read again")
    case .filesChanged(let paths): effects = noteChange(of: paths)
    case .proven(let key, let ways):
      effects = []
      takeProof(key, ways)
    case .staged(let session, let picture):
      effects = []
      takeStaged(session, picture)
    case .guided(let guide, let ticket):
      effects = []
      takeGuide(guide, ticket)
    case .written(let picture, let notes, let time):
      effects = [.readJournal]
      takeWritten(picture, notes, time)
    case .undoPlanned(let entry, let plan):
      effects = []
      work = nil
      askUndo(entry, plan)
    case .journal(let records):
      effects = []
      journal = records
    case .themed(let glyphs):
      effects = []
      self.glyphs = glyphs
    case .failed(let text):
      effects = []
      work = nil
      complain(text)
    case .done(let text):
      effects = []
      work = nil
      say(text)
    }
    refresh()
    effects += proofWanted()
    return effects
  }

  private mutating func take(_ event: TerminalEvent) -> [Effect] {
    switch event {
    case .key(let key): return press(key)
    case .paste(let text):
      paste(text)
      return []
    case .click(let row, let column): return click(row: row, column: column)
    case .wheel(_, _, let lines): return scroll(by: lines)
    case .resize(let columns, let rows):
      size = ScreenSize(columns: columns, rows: rows)
      return []
    case .hangUp: return [.quit]
    }
  }

  private mutating func press(_ key: Key) -> [Effect] {
    toast = nil
    guard let context else { return type(key) }
    guard let command = keys.command(for: key, in: context) else {
      // whatever is not yes means no
      if context == .confirm { overlays.removeLast() }
      return []
    }
    return perform(command)
  }

  /// Says something that stays until the next key.
  mutating func say(_ text: String) { toast = Toast(text: text, isError: false) }

  /// Says that something could not be done.
  mutating func complain(_ text: String) { toast = Toast(text: text, isError: true) }

  /// Starts anew with a host that was read.
  mutating func begin(with picture: HostPicture, at time: String) {
    work = nil
    host = picture
    shown = picture
    addressMap = nil
    staged = FixSession(picture.analysis)
    proofs = [:]
    soughtFinding = nil
    changedFiles = []
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

  private mutating func noteChange(of paths: [String]) -> [Effect] {
    guard staged.chosen.isEmpty, overlays.isEmpty else {
      // what is staged was made for the files as they were: nothing is lost before a person says so
      changedFiles = Array(Set(changedFiles + paths)).sorted()
      return []
    }
    work = "reading"
    return [.rescan]
  }

  private mutating func takeWritten(_ picture: HostPicture, _ notes: [String], _ time: String) {
    let proof = Proof(host.analysis, picture.analysis)
    begin(with: picture, at: time)
    let left = picture.findings.count { $0.severity > .info }
    let verdict = picture.assessment.verdict.rawValue
    let result =
      "fixed \(proof.fixed.count), new \(proof.new.count + proof.revealed.count), left \(left): "
      + verdict
    say((["written; \(result)"] + notes).joined(separator: "; "))
  }

  /// Asks for the ways to mend what is at hand, unless they are known.
  private func proofWanted() -> [Effect] {
    guard let finding = currentFinding, ways(for: finding) == nil else { return [] }
    return [.prove(finding, in: staged.current)]
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
    guard let picture else { return complain("this way does not fit the files any more") }
    let hasGrown = session.chosen.count > staged.chosen.count
    staged = session
    shown = picture
    addressMap = nil
    proofs = [:]
    soughtFinding = nil
    guard hasGrown, let last = session.chosen.last else { return say("taken back") }
    let write = keys.keys(of: .write).first?.name ?? "W"
    say("staged: \(last.fix.title); nothing is written before \(write)")
  }
}
