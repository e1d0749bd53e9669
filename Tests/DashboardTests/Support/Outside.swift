import LiveApply
import Rules
import SourceText

@testable import Dashboard
@testable import Rewrite

/// The host's files in memory, and what the program does with them when the dashboard asks.
struct Outside {
  private(set) var capture: HostCapture
  private var journal: [JournalRecord] = []
  /// What takes each change back, by the name of its entry.
  private var waysBack: [String: ChangePlan] = [:]
  /// The files as they were before each change.
  private var before: [String: HostCapture] = [:]
  private let reanalyse: Reanalysis
  /// The change of the running host that is pending.
  private var live: LivePlan?
  private static let time = "12:00:01"

  init(_ capture: HostCapture, _ reanalyse: @escaping Reanalysis) {
    self.capture = capture
    self.reanalyse = reanalyse
  }

  mutating func answers(to effect: Effect) -> [Message] {
    if let message = effect.thought(reanalyse) { return [message] }
    switch effect {
    case .rescan: return [.scanned(HostPicture(reanalyse(capture)), at: Self.time)]
    case .write(let plan): return [write(plan, undoing: nil)]
    case .planUndo(let entry): return [planUndo(entry)]
    case .undo(let entry):
      guard let plan = waysBack[entry] else { return [.failed("undo: there is no \(entry)")] }
      return [write(plan, undoing: entry)]
    case .readJournal: return [.journal(journal)]
    case .readChange(let entry): return [.changeRead(entry: entry, before[entry] ?? HostCapture())]
    case .lookBack(let finding, _):
      return [.lookedBack([StyledLine("since monday: \(finding.rule.text)")])]
    case .makeLive(let plan):
      live = plan
      return [.live(Self.change("applied", left: 60))]
    case .readLive: return live == nil ? [] : [.live(Self.change("applied", left: 41))]
    case .revertLive:
      live = nil
      return [.live(Self.change("reverted", left: 41))]
    case .confirmLive:
      let files = live?.files
      live = nil
      return [.live(nil)] + (files.map { [write($0, undoing: nil)] } ?? [])
    case .savePlan(_, let path): return [.done("the plan is in \(path)")]
    default: return []
    }
  }

  /// What the guard tells of a change.
  private static func change(_ state: String, left: Int) -> LiveChange? {
    let pending = state == "applied" ? "pending yes\n" : ""
    let text = "change a1\nstate \(state)\nwindow 60\nleft \(left)\n\(pending)"
    guard case .change(let change) = GuardAnswer(Array(text.utf8)) else { return nil }
    return change
  }

  private mutating func write(_ plan: ChangePlan, undoing undone: String?) -> Message {
    let number = journal.count + 1
    let id = "20261128T12000\(number)Z-0000000\(number)"
    var changed = capture
    var inverse: [ChangePlan.File] = []
    for file in plan.files {
      guard case .file(let old)? = capture.entries[file.path],
        let bytes = file.applied(to: old.bytes),
        let edits = try? file.edits.inverted(on: old.bytes),
        let back = try? ChangePlan.File(path: file.path, bytes: bytes, edits: edits)
      else { return .failed("\(file.path) changed since it was read") }
      inverse.append(back)
      changed.entries[file.path] = .file(SourceFile(path: file.path, bytes: bytes))
    }
    before[id] = capture
    capture = changed
    waysBack[id] = ChangePlan(reasons: ["undo \(id)"], files: inverse)
    let entry = JournalEntry(
      id: id, previous: nil, made: "2026-11-28T12:00:0\(number)Z", user: 0,
      actor: JournalEntry.Actor(login: "root", origin: "192.0.2.7", version: "0"),
      undoes: undone, plan: plan, realPaths: [])
    journal.append(JournalRecord(id: id, entry: entry, outcome: .done, digestBefore: nil))
    return .written(HostPicture(reanalyse(capture)), notes: [], at: Self.time)
  }

  private func planUndo(_ entry: String?) -> Message {
    guard let id = entry ?? journal.lastUndoable, let plan = waysBack[id] else {
      return .failed("undo: there is nothing to undo")
    }
    let analysis = reanalyse(capture)
    return .undoPlanned(
      entry: id, plan, then: plan.verdict(after: analysis, reanalyse))
  }
}
