import CellGrid
import Phrases
import Reports
import Rewrite
import Rules
import SourceText

/// Choosing, staging, writing and taking back.
extension DashboardState {
  mutating func mend(_ command: Command) -> [Effect] {
    switch overlays.last {
    case .chooser(let chooser)? where command != .ignore: return answer(chooser, command)
    case .guided(let session)? where ![.ignore, .stagedDiff].contains(command):
      return answer(session, command)
    case .confirm(let confirmation)?: return answer(confirmation, command)
    default: break
    }
    switch command {
    case .fix: return openChooser()
    case .session: return beginSession()
    case .ignore:
      if let finding {
        overlays.append(.prompt(Prompt(purpose: .reason(FindingKey(finding)), text: "")))
      }
    case .stagedDiff: overlays.append(.text(TextPage(title: spoken("staged"), lines: stagedDiff)))
    case .unstage: return takeBack()
    case .write: askWrite()
    case .undo:
      work = Work.planningUndo
      return [.planUndo(entry: selectedChange)]
    case .savePlan:
      overlays.append(.prompt(Prompt(purpose: .planPath, text: "jailscope.plan")))
    default: break
    }
    return []
  }

  // MARK: the chooser

  private mutating func openChooser() -> [Effect] {
    guard let finding else { return [] }
    overlays.append(.chooser(Chooser(finding: finding, ways: ways(for: finding))))
    return []
  }

  private mutating func answer(_ chooser: Chooser, _ command: Command) -> [Effect] {
    var chooser = chooser
    switch command {
    case .way1, .way2, .way3, .way4:
      let number = [Command.way1, .way2, .way3, .way4].firstIndex(of: command) ?? 0
      guard let ways = chooser.ways, ways.indices.contains(number) else {
        complain(spoken("there is no way \(number + 1)"))
        return []
      }
      chooser.selected = number
      chooser.scroll = 0
      overlays[overlays.count - 1] = .chooser(chooser)
    case .applyLive:
      guard let way = chosenWay(chooser, spoken("live")) else { return [] }
      work = Work.planningLive
      return [.planLive(way, in: staged)]
    case .stage:
      guard let way = chosenWay(chooser, spoken("stage")) else { return [] }
      guard !way.fix.edits.isEmpty else {
        complain(spoken("stage: this one has to be done by hand"))
        return []
      }
      overlays.removeLast()
      work = Work.staging
      return [.stage(way, in: staged)]
    default: break
    }
    return []
  }

  private mutating func chosenWay(_ chooser: Chooser, _ what: String) -> ProvenFix? {
    guard let ways = chooser.ways else {
      complain(spoken("\(what): the ways are still being worked out"))
      return nil
    }
    guard ways.indices.contains(chooser.selected) else {
      complain(spoken("\(what): there is no way to choose"))
      return nil
    }
    return ways[chooser.selected]
  }

  // MARK: the guided session

  private mutating func beginSession() -> [Effect] {
    awaited += 1
    work = Work.beginning
    overlays.append(.guided(GuidedSession()))
    return [.begin(staged, ticket: awaited)]
  }

  mutating func takeGuide(_ guide: Guide, _ ticket: Int) -> [Effect] {
    guard ticket == awaited, var session = guidedSession else { return [] }
    work = nil
    session.guide = guide
    session.selected = 0
    session.scroll = 0
    // the question is the same one when the answer made no sense
    if guide.question != nil, guide.number == session.answered.count {
      let refused = session.answered.popLast()
      complain(
        refused?.answer == Guide.Answer.silence(reason: "").word
          ? spoken("ignore: no comment silences it; put it under ignore in the settings")
          : spoken("this way does not fit the files any more"))
    }
    replace(session)
    return guide.question == nil ? endSession(keeping: guide.session) : []
  }

  private mutating func replace(_ session: GuidedSession) {
    for index in overlays.indices {
      if case .guided = overlays[index] { overlays[index] = .guided(session) }
    }
  }

  private mutating func answer(_ session: GuidedSession, _ command: Command) -> [Effect] {
    guard let guide = session.guide, let question = guide.question else {
      // nothing is asked yet: all there is to do is to leave
      return command == .stopKeep || command == .stopDrop ? stopWork() : []
    }
    switch command {
    case .yes: return give(.take(session.selected), in: session)
    case .no: return give(.skip, in: session)
    case .takeSafe: return give(.takeSafe, in: session)
    case .backStep: return give(.back, in: session)
    case .way1, .way2, .way3, .way4:
      let number = [Command.way1, .way2, .way3, .way4].firstIndex(of: command) ?? 0
      guard question.ways.indices.contains(number) else {
        complain(spoken("there is no way \(number + 1)"))
        return []
      }
      var session = session
      session.selected = number
      session.scroll = 0
      replace(session)
    case .stopKeep: return endSession(keeping: guide.session)
    case .stopDrop:
      leaveSession()
      say(spoken("the session is dropped; what was staged before it is kept"))
    default: break
    }
    return []
  }

  /// Gives an answer to the question of the session.
  mutating func give(_ answer: Guide.Answer, in session: GuidedSession) -> [Effect] {
    guard let guide = session.guide, let question = guide.question else { return [] }
    var session = session
    if case .take(let index) = answer, question.ways[index].fix.edits.isEmpty {
      complain(spoken("this one has to be done by hand"))
      return []
    }
    if case .back = answer {
      guard session.answered.popLast() != nil else {
        complain(spoken("this is the first one"))
        return []
      }
    } else {
      session.answered.append((question.finding.message, answer.word))
    }
    session.guide = nil
    replace(session)
    awaited += 1
    work = Work.answering
    return [.answer(guide, answer, ticket: awaited)]
  }

  /// Leaves the session with what it chose, which is staged once it is worked out.
  private mutating func endSession(keeping session: FixSession) -> [Effect] {
    leaveSession()
    guard !session.chosen.isEmpty else {
      show(host, with: session)
      say(spoken("nothing is staged"))
      return []
    }
    work = Work.staging
    return [.end(session)]
  }

  /// Shows what a session staged.
  ///
  /// Whether to write it is not asked before somebody wants it: who answers question after question
  /// with `y` must not have said yes to that, too.
  mutating func takeEnd(of session: FixSession, _ picture: HostPicture) {
    work = nil
    show(picture, with: session)
    refresh()
    if overlays.isEmpty {
      overlays.append(.text(TextPage(title: spoken("staged"), lines: stagedDiff)))
    }
    let write = keys.keys(of: .write).first?.name ?? "W"
    say(spoken("\(session.chosen.count) staged; nothing is written before \(write)"))
  }

  private mutating func leaveSession() {
    awaited += 1
    work = nil
    overlays.removeAll { if case .guided = $0 { true } else { false } }
  }

  // MARK: writing and undoing

  private mutating func takeBack() -> [Effect] {
    var session = staged
    session.takeBack()
    work = Work.takingBack
    return [.picture(session)]
  }

  private mutating func askWrite() {
    guard let plan = staged.plan() else {
      return complain(spoken("what is staged changes nothing"))
    }
    let files = plan.files.count == 1 ? spoken("1 file") : spoken("\(plan.files.count) files")
    let undo = StyledLine(spoken("u takes it back later, also after a reboot"), .textDim)
    let summary = writeSummary(plan, then: shown.assessment.verdict) + [undo, StyledLine()]
    overlays.append(
      .confirm(
        Confirmation(
          action: .write(plan), question: spoken("write \(files)?"), host: nameOfHost,
          page: TextPage(title: spoken("write"), lines: summary + stagedDiff))))
  }

  mutating func askUndo(_ entry: String, _ plan: ChangePlan, then verdict: Verdict?) {
    // what is typed meanwhile is no answer to a question nobody has seen
    guard overlays.isEmpty else { return complain(spoken("undo: ask for it again")) }
    let edits = Dictionary(plan.files.map { ($0.path, $0.edits) }) { $1 }
    var lines = writeSummary(plan, then: verdict)
    lines += byHandLines(host.analysis.restartCommands(changing: Set(edits.keys)))
    if !staged.chosen.isEmpty {
      lines.append(StyledLine(spoken("what is staged is dropped by it"), .severityWarning))
    }
    overlays.append(
      .confirm(
        Confirmation(
          action: .undo(entry: entry), question: spoken("undo \(entry)?"), host: nameOfHost,
          page: TextPage(
            title: spoken("undo \(entry)"), lines: lines + [StyledLine()] + changeLines(edits)))))
  }

  private mutating func answer(_ confirmation: Confirmation, _ command: Command) -> [Effect] {
    overlays.removeLast()
    guard command == .yes else {
      say(confirmation.action.refusal)
      return []
    }
    switch confirmation.action {
    case .makeLive(let plan, let isSure): return makeLive(plan, isSure: isSure)
    case .quit: return [.quit]
    case .rescan:
      work = Work.reading
      return [.rescan]
    case .write(let plan): return change(.write(plan), Work.writing)
    case .undo(let entry): return change(.undo(entry: entry), Work.undoing)
    }
  }

  private mutating func change(_ effect: Effect, _ work: String) -> [Effect] {
    if let change = changeOnDisk {
      complain(spoken("\(change); nothing is written"))
      return []
    }
    // the diff that may lie below has been read
    overlays = []
    self.work = work
    return [effect]
  }

  private var selectedChange: String? {
    view == .undo ? selectedRecord?.id : nil
  }
}

extension Guide.Answer {
  /// What was answered, in a word.
  fileprivate var word: String {
    switch self {
    case .take(let index): index == 0 ? spoken("yes") : spoken("way \(index + 1)")
    case .skip: spoken("left", as: "over")
    case .silence: spoken("silenced")
    case .back: spoken("back")
    case .takeSafe: spoken("all safe")
    }
  }
}
