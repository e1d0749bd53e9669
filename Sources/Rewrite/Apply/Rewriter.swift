import Phrases

/// Changes files of a host, all of a plan or none, and can undo it later.
///
/// Invariant: at every moment, and after a crash at any moment once the next rewriter has begun,
/// each file is wholly what it was or wholly what it is to be, and the journal knows both.
package struct Rewriter: Sendable {
  let root: HostRoot
  let state: StateFolder
  let journal: Journal
  private let actor: JournalEntry.Actor
  private let checks: RewriteChecks
  private let retention: Retention
  /// The root as the operator names it.
  let rootPath: String
  var calls: any FileCalls { root.folder.calls }
  /// What was left halfway by an earlier process and is settled now.
  package private(set) var settled: Settlement?

  /// Opens the host and its journal for changes, and first settles what was left halfway.
  ///
  /// - Parameter root: the host's root directory on this machine.
  /// - Parameter state: the directory of the journal; nil for the usual one of the host.
  /// - Parameter retention: for how long the journal keeps the versions of files.
  package init(
    _ calls: any FileCalls, root: String, state: String? = nil, actor: JournalEntry.Actor,
    checks: RewriteChecks, retention: Retention = .usual
  ) throws(RewriteFailure) {
    let folder = try at(root, spoken("open the root")) { () throws(CallFailure) in
      OpenFile(calls, owning: try calls.openFolder(path: root))
    }
    var patience = Patience()
    let host = try HostRoot(folder)
    self.root = host
    let state = try StateFolder(of: host, at: state, actor: actor, wait: &patience)
    self.state = state
    journal = try at(spoken("the journal"), spoken("open it")) { () throws(CallFailure) in
      try Journal(in: state)
    }
    self.actor = actor
    self.checks = checks
    self.retention = retention
    rootPath = root
    settled = try recover()
  }

  /// Makes a change.
  package func apply(_ plan: ChangePlan) throws(RewriteFailure) -> Rewritten {
    try apply(plan, undoing: nil)
  }

  func apply(_ plan: ChangePlan, undoing undone: String?) throws(RewriteFailure) -> Rewritten {
    if plan.isEmpty { return .nothing }
    var patience = Patience()
    var targets: [TargetFile] = []
    var after: [[UInt8]] = []
    for file in plan.files {
      let place = try root.locate(file.path)
      if let twin = targets.first(where: { $0.place.real == place.real }) {
        throw .refused(path: file.path, reason: spoken("it is the same file as \(twin.path)"))
      }
      let target = try TargetFile(place, wait: &patience)
      guard let bytes = file.applied(to: target.bytes) else { throw .changed(path: file.path) }
      guard bytes.count <= OpenFile.limit else {
        throw .refused(path: file.path, reason: spoken("it would get too large"))
      }
      let space = try? target.place.folder.freeSpace()
      guard space.map({ $0 >= 2 * bytes.count + (64 << 10) }) != false else {
        throw .failed(
          path: file.path, step: spoken("look for space"), reason: spoken("no space left on device")
        )
      }
      targets.append(target)
      after.append(bytes)
    }
    // what is read back from the new files later is compared with these bytes
    let files = zip(targets.map(\.path), after)
    if let reason = checks.objection(Dictionary(files) { first, _ in first }) {
      throw .refused(path: plan.files[0].path, reason: reason)
    }
    let entry = try entry(plan, targets, undone)
    // an undoing brings back what was there, which need not have been shell code sh(1) can read
    let checksSyntax = undone == nil
    var shells = ShellVerdicts(calls)
    try at(spoken("the journal"), spoken("write an entry")) { () throws(CallFailure) in
      try journal.publish(entry, before: targets.map(\.bytes), after: after) { index, copy in
        guard checksSyntax, checks.isShellCode(targets[index].path) else { return }
        shells.ask(about: copy, index)
      }
    }
    var transaction = Transaction(
      entry: entry.id, journal: journal,
      replacements: targets.indices.map { index in
        Replacement(
          targets[index], after: after[index],
          names: TemporaryNames(entry: entry.id, index: index))
      })
    let result = try transaction.run(&shells)
    calls.log(LogLine(entry, below: rootPath, outcome: .done).text)
    // what can't be removed now can be at the next change
    try? journal.prune(retention)
    return result
  }

  private func entry(
    _ plan: ChangePlan, _ targets: [TargetFile], _ undone: String?
  ) throws(RewriteFailure) -> JournalEntry {
    let journal = journal
    let (last, digest) = try at(spoken("the journal"), spoken("read it")) {
      () throws(CallFailure) in
      let last = try journal.ids().last
      return (last, try last.map { id throws(CallFailure) in try journal.digest(of: id) })
    }
    let now = calls.time()
    let entry = JournalEntry(
      id: Journal.id(behind: last, time: now), previous: digest, made: UTCTime(now).text,
      user: calls.effectiveUser(), actor: actor, undoes: undone, plan: plan,
      realPaths: targets.map(\.place.real))
    guard entry.document.count <= OpenFile.limit else {
      throw .refused(
        path: plan.files[0].path, reason: spoken("the edits are too large for the journal"))
    }
    return entry
  }
}
