import CellGrid
import Dashboard
import HostAccess
import HostModel
import LiveApply
import Phrases
import Reports
import Rules
import SourceText
import Terminal
import Theming

/// Runs the dashboard at the terminal: events to the state, its effects to the world, its screen to
/// the terminal.
struct DashboardRunner: ~Copyable {
  private let look: DashboardLook
  private let inquiry: Inquiry
  private var desk: EffectDesk
  private var state: DashboardState
  private var terminal: Terminal
  private var theme: ResolvedTheme
  private var shownTheme: Int
  private var watch: FileWatch
  private var isWatching = false
  private var live: LiveWatch
  /// What the process ends with, once it is known that it does.
  private var end: Int32?

  init(
    _ inquiry: Inquiry, _ read: ReadHost, _ look: DashboardLook, _ preferences: Preferences,
    state journal: String?, isOneOfMany: Bool = false
  ) throws(TerminalError) {
    self.look = look
    var around = read.surroundings(at: read.start.timeOfDay)
    around.isOneOfMany = isOneOfMany
    // the programs of this machine say nothing of another
    live = LiveWatch(
      inquiry.live, isWanted: preferences.followsRunningHost && read.source.folder != nil)
    self.inquiry = inquiry
    desk = EffectDesk(HostWorker(inquiry: inquiry, host: read, state: journal))
    state = DashboardState(
      read.analysis, around: around,
      size: ScreenSize(columns: 80, rows: 24), keys: preferences.keys, themes: look.names,
      theme: look.chosen, hasMouse: preferences.hasMouse,
      complaint: preferences.complaint(and: look))
    // the ways to mend what is selected are worked out while the terminal is taken over
    for effect in state.update(.event(.resize(columns: 80, rows: 24))) { desk.take(effect) }
    terminal = try Terminal()
    terminal.setMouse(preferences.hasMouse)
    theme = look.resolved(look.chosen, colors: terminal.colors, isUTF8: terminal.isUTF8)
    shownTheme = look.chosen
    watch = FileWatch(root: read.root, paths: [])
  }

  /// Runs until the person leaves or the terminal goes.
  ///
  /// - Returns: the exit status: that of the verdict, or 128 and the number of a signal.
  consuming func run() -> Int32 {
    take(.event(.resize(columns: terminal.size.columns, rows: terminal.size.rows)))
    take(.themed(theme.glyphs))
    if let change = LiveGuard(desk.host.source, inquiry)?.pending() { take(.live(change)) }
    perform([.readJournal])
    // what has been worked out by now is in the first picture
    takeWaiting()
    if end == nil { draw() }
    while end == nil {
      // what has changed since the files were read is noticed all the same, once the ways to mend are known
      if !isWatching, !desk.isWorking { watchFiles() }
      wait()
      takeWaiting()
      if end == nil { draw() }
    }
    // what is being written is written to its end
    desk.finish()
    let status = end ?? 0
    terminal.close()
    return status
  }

  /// Takes all that has come.
  private mutating func takeWaiting() {
    while end == nil, terminal.hasMore() { wait() }
  }

  private mutating func wait() {
    live.askIfDue()
    let descriptors = [watch.descriptor, live.descriptor].compactMap { $0 }
    let second = state.work != nil || state.change?.isPending == true ? 1000 : nil
    let interval = [watch.interval, second, live.timeout].compactMap { $0 }.min()
    switch terminal.next(watching: descriptors, timeout: interval) {
    case .event(let event): take(.event(event))
    case .woken:
      for message in desk.collect() { take(message) }
      desk.beginNext()
    case .timedOut where second != nil && interval == second:
      if state.work != nil { take(.waited(seconds: state.workTime + 1)) }
      take(.ticked)
    case .ready(let descriptor) where descriptor == live.descriptor: compareLive()
    // a notice of the watch before, taken in with the end of a write, is one of that write
    case .ready(let descriptor) where descriptor != watch.descriptor: break
    case .timedOut where watch.interval == nil: break
    case .ready, .timedOut: noticeChanges()
    // Ctrl-C is a key here: the dashboard asks before it drops something
    case .ended(signal: 2): take(.event(.key(.control("c"))))
    case .ended(let signal): end = 128 + signal
    }
  }

  private mutating func watchFiles() {
    watch = desk.host.watch()
    isWatching = true
  }

  private mutating func noticeChanges() {
    // what was only touched, or came of the write that was just told of, is no news
    let changes = desk.host.changed(watch.changes())
    if !changes.isEmpty, !desk.isWriting { take(.filesChanged(changes)) }
  }

  private mutating func compareLive() {
    guard let now = live.answer(), now != desk.host.analysis.forecast.facts.live else { return }
    take(.runningHostChanged)
  }

  private mutating func take(_ message: Message) {
    perform(state.update(message))
    switch message {
    case .scanned, .written: watchFiles()
    default: break
    }
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .quit: end = state.host.assessment.verdict.exitCode
      case .edit(let path, let line): edit(path, line)
      case .copy(let text):
        if !terminal.copyToClipboard(text) {
          take(.failed(spoken("this terminal takes no clipboard, or not so much text")))
        }
      case .redraw: terminal.redraw()
      case .mouse(let isOn): terminal.setMouse(isOn)
      case .suspend: terminal.stop()
      default: desk.take(effect)
      }
    }
  }

  private mutating func edit(_ path: String, _ line: Int) {
    guard let root = desk.host.source.folder else {
      return take(
        .failed(spoken("\(desk.host.source.name) has no files on this machine to be edited")))
    }
    let file = root == "/" ? path : root + path
    let outcome = terminal.suspend { () -> String? in
      do throws(HostAccessError) {
        let end = try runInForeground(editorCommand(path: file, line: line))
        return end == .exited(0) ? nil : spoken("the editor ended with an error")
      } catch {
        return error.message
      }
    }
    if let outcome { take(.failed(outcome)) }
    // what is staged stays, if the file is as it was
    noticeChanges()
  }

  private mutating func draw() {
    if state.theme != shownTheme {
      shownTheme = state.theme
      theme = look.resolved(shownTheme, colors: terminal.colors, isUTF8: terminal.isUTF8)
      take(.themed(theme.glyphs))
    }
    let grid = render(state)
    terminal.draw(terminal.isUTF8 ? grid : grid.ascii, appearance: theme.appearance)
  }
}

extension ReadHost {
  /// Who and where, for the top bar.
  func surroundings(at time: String?) -> DashboardState.Surroundings {
    DashboardState.Surroundings(
      place: source.name, access: source.access, isDemo: source is DemoSource, scannedAt: time)
  }
}
