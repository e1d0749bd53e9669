import CellGrid
import Phrases
import Reports
import Rules

/// Moving in what lies over the view, and typing.
extension DashboardState {
  mutating func moveInOverlay(_ command: Command) {
    switch command {
    case .back: closeOverlay()
    case .up: step(by: -1)
    case .down: step(by: 1)
    case .pageUp: scrollOverlay(by: -overlayPage)
    case .pageDown: scrollOverlay(by: overlayPage)
    case .first: scrollOverlay(by: -10_000)
    case .last: scrollOverlay(by: 10_000)
    default: break
    }
  }

  private var overlayPage: Int { max(size.rows - 8, 1) }

  private mutating func closeOverlay() {
    guard let top = overlays.popLast() else { return }
    switch top {
    case .themes(let picker): theme = picker.before
    case .guided:
      awaited += 1
      work = nil
      say(spoken("the session is dropped; what was staged before it is kept"))
    case .confirm(let confirmation): say(confirmation.action.refusal)
    case .chooser, .text, .prompt: break
    }
  }

  /// In a list of choices the selection moves, elsewhere the text.
  private mutating func step(by distance: Int) {
    switch overlays.last {
    case .chooser(var chooser)?:
      let count = chooser.ways?.count ?? 0
      chooser.selected = min(max(chooser.selected + distance, 0), max(count - 1, 0))
      chooser.scroll = 0
      overlays[overlays.count - 1] = .chooser(chooser)
    case .themes(var picker)?:
      picker.selected = min(max(picker.selected + distance, 0), max(themes.count - 1, 0))
      theme = picker.selected
      overlays[overlays.count - 1] = .themes(picker)
    default: scrollOverlay(by: distance)
    }
  }

  mutating func scrollOverlay(by lines: Int) {
    switch overlays.last {
    case .chooser(var chooser)?:
      chooser.scroll = min(max(chooser.scroll + lines, 0), OverlayView.scrollLimit(self))
      overlays[overlays.count - 1] = .chooser(chooser)
    case .guided(var session)?:
      session.scroll = min(max(session.scroll + lines, 0), OverlayView.scrollLimit(self))
      overlays[overlays.count - 1] = .guided(session)
    case .text(var page)?:
      page.scroll = min(max(page.scroll + lines, 0), OverlayView.scrollLimit(self))
      overlays[overlays.count - 1] = .text(page)
    case .confirm(let confirmation)?:
      var scrolled = confirmation
      scrolled.page.scroll = min(
        max(scrolled.page.scroll + lines, 0), OverlayView.scrollLimit(self))
      overlays[overlays.count - 1] = .confirm(scrolled)
    case .themes?: step(by: lines.signum())
    case .prompt?, nil: break
    }
  }

  /// Accepts the theme that is shown.
  mutating func acceptTheme() {
    guard case .themes? = overlays.last else { return }
    overlays.removeLast()
    let name = themes[theme]
    say(spoken("theme \(name); theme = \"\(name)\" under [dashboard] in your settings keeps it"))
  }

  // MARK: typing

  mutating func type(_ key: Key) -> [Effect] {
    guard case .prompt(var prompt)? = overlays.last else { return [] }
    switch key {
    case .escape, .control("c"):
      overlays.removeLast()
      if prompt.purpose == .filter { filter = "" }
      return []
    case .enter:
      overlays.removeLast()
      return accept(prompt)
    case .backspace, .control("h"):
      if prompt.text.isEmpty {
        overlays.removeLast()
        return []
      }
      prompt.text.removeLast()
    case .control("u"): prompt.text = ""
    case .tab: if let first = prompt.completions.first { prompt.text = first }
    case .character(let character): prompt.text.append(character)
    default: return []
    }
    note(prompt)
    return []
  }

  /// Pasted text is text: it goes where one types, and nowhere else.
  mutating func paste(_ text: String) {
    guard case .prompt(var prompt)? = overlays.last else {
      return complain(spoken("pasted text is not taken for keys"))
    }
    prompt.text += text.filter { !$0.isNewline }
    note(prompt)
  }

  private mutating func note(_ prompt: Prompt) {
    var prompt = prompt
    switch prompt.purpose {
    case .filter: filter = prompt.text
    case .command:
      prompt.completions = commandTable.map(\.name)
        .filter { $0.hasPrefix(prompt.text) && !prompt.text.isEmpty }
    case .reason, .planPath: break
    }
    overlays[overlays.count - 1] = .prompt(prompt)
  }

  private mutating func accept(_ prompt: Prompt) -> [Effect] {
    switch prompt.purpose {
    case .filter: return []
    case .command:
      let names = commandTable.filter { $0.contexts.contains(where: Set.views.contains) }
      let matching = names.filter { $0.name.hasPrefix(prompt.text) }
      guard !prompt.text.isEmpty else { return [] }
      let exact = names.first { $0.name == prompt.text }
      guard let record = exact ?? (matching.count == 1 ? matching.first : nil) else {
        complain(
          matching.isEmpty
            ? spoken("there is no command \(prompt.text)")
            : spoken("\(prompt.text) is the beginning of \(matching.count) commands"))
        return []
      }
      guard let context, record.contexts.contains(context) else {
        complain(spoken("\(record.name): counts in \(record.contexts.names) only"))
        return []
      }
      return perform(record.command)
    case .reason(let key): return silence(key, prompt.text)
    case .planPath:
      guard let plan = staged.plan() else {
        complain(spoken("save plan: nothing is staged any more"))
        return []
      }
      guard !prompt.text.isEmpty else { return [] }
      return [.savePlan(plan, path: prompt.text)]
    }
  }

  /// Silences a finding, in the guided session as an answer to its question.
  private mutating func silence(_ key: FindingKey, _ reason: String) -> [Effect] {
    if case .guided(let session)? = overlays.last {
      return give(.silence(reason: reason), in: session)
    }
    guard let finding = shown.findings.first(where: { FindingKey($0) == key }) else {
      complain(spoken("ignore: this is not found any more"))
      return []
    }
    if case .chooser? = overlays.last { overlays.removeLast() }
    work = Work.staging
    return [.silence(finding, reason: reason, in: staged)]
  }
}
