package import CellGrid
package import LiveApply
package import Reports
package import Rewrite
package import Rules
package import SourceText

/// Something that happened.
package enum Message: Sendable {
  /// The terminal tells something.
  case event(TerminalEvent)
  /// The host was read: as it is now, and the local time of day.
  case scanned(HostPicture, at: String)
  /// Files of the host changed on disk.
  case filesChanged([String])
  /// The running host is not as it was when it was asked last.
  case runningHostChanged
  /// The first way to mend a finding is known, and the proposal to go on with for the others.
  case provenFirst(Finding, ProvenFix, next: Int, revision: Int)
  /// The ways to mend a finding are known, for the host as it was shown in that revision.
  case proven(FindingKey, [ProvenFix], revision: Int)
  /// What is chosen with all that is safe to mend, and the host as that leaves it, for the host as it
  /// was shown in that revision.
  case safeProven(FixSession, HostPicture, revision: Int)
  /// So many seconds have passed since somebody began to wait for something.
  case waited(seconds: Int)
  /// What is chosen with one fix more, and the host as that leaves it; nil when the fix doesn't fit.
  case staged(FixSession, HostPicture?)
  /// The guided session has a question, or is at its end.
  case guided(Guide, ticket: Int)
  /// What a guided session chose is staged, and the host as that leaves it.
  case ended(FixSession, HostPicture)
  /// Files were written: the host read again, what to say, and the time of day.
  case written(HostPicture, notes: [String], at: String)
  /// How a change would be taken back, and the verdict then, where that can be worked out.
  case undoPlanned(entry: String, ChangePlan, then: Verdict?)
  /// The journal, the oldest first.
  case journal([JournalRecord])
  /// The files of a change as they were before it.
  case changeRead(entry: String, HostCapture)
  /// Since when something is found, to be read.
  case lookedBack([StyledLine])
  /// What a way means for the running host is known.
  case livePlanned(LivePlan)
  /// The change of the running host as it is now; nil when none is pending.
  case live(LiveChange?)
  /// A second is over while a change of the running host is pending.
  case ticked
  /// Another theme is shown, with these characters for borders and marks.
  case themed(Glyphs)
  /// Something could not be done; what and why.
  case failed(String)
  /// What is staged could not be written to a plan at this path; why not.
  case planNotSaved(path: String, String)
  /// Something was done.
  case done(String)
}

/// Something to be done outside, and answered by a message.
package enum Effect: Sendable {
  /// Ends the program.
  case quit
  /// Reads the host.
  case rescan
  /// Works out the first way to mend a finding; a later request takes the place of an earlier one.
  case prove(Finding, in: Analysis, revision: Int)
  /// Works out the other ways, from a proposal on.
  case proveRest(Finding, after: ProvenFix, from: Int, in: Analysis, revision: Int)
  /// Works out what comes of all that is safe to mend; there is time for it when nothing else is to be
  /// done.
  case proveSafe(FixSession, revision: Int)
  /// Stops what somebody waits for; it is answered by nothing.
  case stop
  /// Chooses a fix.
  case stage(ProvenFix, in: FixSession)
  /// Chooses a comment that silences a finding.
  case silence(Finding, reason: String, in: FixSession)
  /// Works out the host of a session.
  case picture(FixSession)
  /// Begins a guided session.
  case begin(FixSession, ticket: Int)
  /// Works out the host as a guided session leaves it.
  case end(FixSession)
  /// Answers a question of it.
  case answer(Guide, Guide.Answer, ticket: Int)
  /// Writes files and reads the host again.
  case write(ChangePlan)
  /// Works out how a change would be taken back; nil is the last one.
  case planUndo(entry: String?)
  /// Takes a change back and reads the host again.
  case undo(entry: String)
  /// Looks through older states of the host for the one that brought a finding; the answer is as wide
  /// as told.
  case lookBack(Finding, columns: Int)
  /// Reads the journal.
  case readJournal
  /// Reads the files of a change as they were before it.
  case readChange(entry: String)
  /// Works out what a way means for the running host, with all that is chosen already.
  case planLive(ProvenFix, in: FixSession)
  /// Changes the running host.
  case makeLive(LivePlan)
  /// Keeps a change of it, writes its files and reads the host again.
  case confirmLive(id: String)
  /// Takes a change of it back.
  case revertLive(id: String)
  /// Asks what has become of it.
  case readLive(id: String)
  /// Opens the editor at a line of a file of the host.
  case edit(path: String, line: Int)
  /// Sends text to the terminal's clipboard.
  case copy(String)
  /// Writes a plan to a file.
  case savePlan(ChangePlan, path: String)
  /// Stops the program until the shell continues it.
  case suspend
  /// Draws the screen anew.
  case redraw
  /// Takes the mouse, or gives it back.
  case mouse(Bool)
}
