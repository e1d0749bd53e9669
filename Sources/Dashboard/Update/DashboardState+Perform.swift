import CellGrid
import HostModel
import Phrases
import Reports
import Rewrite
import Rules
import SourceText

/// What each command does.
extension DashboardState {
  /// Does a command, or says why it can't be done.
  mutating func perform(_ command: Command) -> [Effect] {
    guard let record = commandTable.first(where: { $0.command == command }) else { return [] }
    if let obstacle = obstacle(to: record) ?? waiting(for: command) {
      complain("\(record.title): \(obstacle)")
      return []
    }
    switch command {
    case .net, .findings, .boot, .map, .undoList, .help: return show(command)
    case .up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .nextPane, .previousPane,
      .open, .back, .nextFinding, .previousFinding, .nextPrefix, .previousPrefix:
      return move(command)
    case .fix, .session, .ignore, .stagedDiff, .unstage, .write, .undo, .savePlan, .stage, .way1,
      .way2, .way3, .way4, .yes, .no, .takeSafe, .backStep, .stopKeep, .stopDrop, .applyLive:
      return mend(command)
    case .confirmLive, .revertLive: return decideLive(command)
    case .explain, .when, .copy, .edit, .editOther, .swapForecast, .claim, .onlyProblems, .filter,
      .commandLine:
      return look(command)
    case .accept:
      acceptTheme()
      return []
    case .rescan: return readAgain()
    case .theme:
      overlays.append(.themes(ThemePicker(selected: theme, before: theme)))
      return []
    case .mouse:
      hasMouse.toggle()
      say(
        hasMouse
          ? spoken("the mouse works here")
          : spoken("the mouse is the terminal's: select text with it"))
      return [.mouse(hasMouse)]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .close: return move(.back)
    case .quit: return quit()
    }
  }

  /// What has to end before a command that changes what is staged or written; nil when nothing has.
  private func waiting(for command: Command) -> String? {
    let changing: Set<Command> = [
      .stage, .ignore, .unstage, .session, .write, .undo, .rescan, .when, .applyLive,
    ]
    return changing.contains(command) ? work.map { spoken("wait, \($0)") } : nil
  }

  private mutating func show(_ command: Command) -> [Effect] {
    if command == .help, !overlays.isEmpty {
      overlays.append(.text(helpPage))
      return []
    }
    let views: [Command: MainView] = [
      .net: .net, .findings: .findings, .boot: .boot, .map: .map, .undoList: .undo, .help: .help,
    ]
    guard let chosen = views[command] else { return [] }
    turn(to: chosen)
    return chosen == .undo && journal == nil ? [.readJournal] : []
  }

  /// How wide the text of a page is.
  private var pageWidth: Int { max(size.columns - 4, 20) }

  private mutating func look(_ command: Command) -> [Effect] {
    switch command {
    case .explain:
      if let finding, let page = RulePage.named(finding.rule.text) {
        overlays.append(.text(TextPage(page, columns: pageWidth)))
      }
    case .when:
      guard let finding else { return [] }
      work = Work.lookingBack
      return [.lookBack(finding, columns: pageWidth)]
    case .copy: return copy()
    case .claim: return copyClaim()
    case .edit: return edit(0)
    case .editOther: return edit(1)
    case .swapForecast: turnBoot()
    case .onlyProblems: showsOnlyProblems.toggle()
    case .filter: overlays.append(.prompt(Prompt(purpose: .filter, text: filter)))
    case .commandLine: overlays.append(.prompt(Prompt(purpose: .command, text: "")))
    default: break
    }
    return []
  }

  private mutating func readAgain() -> [Effect] {
    guard !staged.chosen.isEmpty else {
      work = Work.reading
      return [.rescan]
    }
    ask(.rescan, spoken("\(staged.chosen.count) staged and not written; read again and drop it?"))
    return []
  }

  /// Asks before what is staged is lost.
  private mutating func ask(_ action: Confirmation.Action, _ question: String) {
    let lines = staged.chosen.map { StyledLine("- \($0.fix.title)") }
    overlays.append(
      .confirm(
        Confirmation(
          action: action, question: question, page: TextPage(title: spoken("staged"), lines: lines))
      ))
  }

  private mutating func quit() -> [Effect] {
    if staged.chosen.isEmpty, !isWriting { return [.quit] }
    ask(
      .quit,
      isWriting
        ? spoken("a change is being made; leave all the same?")
        : spoken("\(staged.chosen.count) staged and not written; leave all the same?"))
    return []
  }

  private func edit(_ side: Int) -> [Effect] {
    let places = places
    guard places.indices.contains(side) else { return [] }
    return [.edit(path: places[side].path, line: shown.line(of: places[side]) ?? 1)]
  }

  private mutating func copy() -> [Effect] {
    guard let text = textToCopy else {
      complain(spoken("there is nothing to copy"))
      return []
    }
    say(spoken("sent to the terminal: \(text)"))
    return [.copy(text)]
  }

  /// What of the selection somebody would paste elsewhere.
  private var textToCopy: String? {
    switch view {
    case .net: currentRow.flatMap { row in row.address?.description ?? shown.jail(of: row)?.name }
    case .findings: finding.map(issueText)
    case .boot:
      currentBootLine?.step.map { bootPicture.forecast.step($0).commandLine }
    case .map: mapAddress?.description
    case .undo: selectedRecord?.id
    case .help: nil
    }
  }

  private func issueText(_ finding: Finding) -> String {
    var lines = ["\(finding.severity.word): \(finding.message) [\(finding.rule.text)]"]
    lines += finding.places.map { "  \(shown.name(of: $0.place)) \($0.note)" }
    if let step = finding.step {
      lines.append(spoken("  runs: \(shown.forecast.step(step).commandLine)"))
    }
    if let printed = finding.printedLine { lines.append(spoken("  prints: \(printed)")) }
    if let effect = finding.effect { lines.append(spoken("  effect: \(effect)")) }
    return lines.joined(separator: "\n")
  }

  private mutating func copyClaim() -> [Effect] {
    guard let text = claim?.text else { return [] }
    say(spoken("sent to the terminal: \(text)"))
    return [.copy(text)]
  }
}
