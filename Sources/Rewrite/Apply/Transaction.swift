import Phrases

/// The files of one change on their way from old to new.
///
/// The entry is in the journal before this begins. Up to the first rename every failure leaves the
/// files as they are; from it on, what is new is put back, or stays for the next start to settle.
struct Transaction {
  let entry: String
  let journal: Journal
  var replacements: [Replacement]

  /// - Parameter shells: what sh(1) says of the new versions, where it was asked.
  mutating func run(_ shells: inout ShellVerdicts) throws(RewriteFailure) -> Rewritten {
    do throws(RewriteFailure) {
      try prepare(&shells)
      try install()
    } catch {
      throw giveUp(error)
    }
    return finish()
  }

  /// Everything that can be done without touching a target.
  private mutating func prepare(_ shells: inout ShellVerdicts) throws(RewriteFailure) {
    for index in replacements.indices {
      try step(index, spoken("write the new version")) { (file) throws(CallFailure) in
        try file.write()
      }
    }
    for index in replacements.indices { replacements[index].keepOld() }
    for index in replacements.indices where shells.answer(index) == false {
      // what was no better before is no reason
      shells.ask(about: replacements[index].target.file, index)
      guard shells.answer(index) == false else {
        throw .refused(path: path(index), reason: spoken("sh -n rejects what comes of it"))
      }
    }
    for index in replacements.indices {
      let isUnchanged = try step(index, spoken("compare it")) { (file) throws(CallFailure) in
        try file.target.isUnchanged()
      }
      guard isUnchanged else { throw .changed(path: path(index)) }
    }
  }

  private mutating func install() throws(RewriteFailure) {
    for index in replacements.indices {
      let isUntouched = try step(index, spoken("compare it")) { (file) throws(CallFailure) in
        try file.target.isUntouched()
      }
      guard isUntouched else { throw .changed(path: path(index)) }
      try step(index, spoken("put the new version in place")) { (file) throws(CallFailure) in
        try file.install()
      }
    }
  }

  /// Puts everything back and says how far that went.
  private mutating func giveUp(_ failure: RewriteFailure) -> RewriteFailure {
    let wasChanged = replacements.contains(where: \.isInstalled)
    var isForeign = false
    do throws(CallFailure) {
      for index in replacements.indices.reversed() {
        if try !replacements[index].takeBack() { isForeign = true }
      }
      for index in replacements.indices { try replacements[index].clean() }
      try journal.mark(
        entry, isForeign ? .conflict : wasChanged ? .reverted : .aborted)
    } catch {
      // the next start finds the entry open and cleans up; only half a change is worth a word
      if replacements.contains(where: \.isInstalled) {
        return .unsettled(entry: entry, reason: error.message)
      }
    }
    return failure
  }

  /// Behind the last rename: whatever fails now, the change is made.
  private mutating func finish() -> Rewritten {
    var result = Rewritten(entry: entry)
    do throws(CallFailure) {
      for replacement in replacements { try replacement.synchronizeFolder() }
      for index in replacements.indices {
        if try !replacements[index].isInPlace() {
          result.doubt = spoken("\(path(index)) was changed right behind it")
        }
        if let bytes = try replacements[index].lateBytes() {
          result.late[path(index)] = try journal.keepLate(bytes, entry, index)
        }
      }
      for index in replacements.indices { try replacements[index].clean() }
      try journal.mark(entry, .done)
    } catch {
      result.doubt = error.message
    }
    return result
  }

  private func path(_ index: Int) -> String { replacements[index].target.path }

  private mutating func step<Result>(
    _ index: Int, _ name: String, _ body: (inout Replacement) throws(CallFailure) -> Result
  ) throws(RewriteFailure) -> Result {
    do throws(CallFailure) {
      return try body(&replacements[index])
    } catch {
      throw .failed(path: path(index), step: name, reason: error.message)
    }
  }
}
