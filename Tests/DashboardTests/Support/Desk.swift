import CellGrid
import ConfigSyntax
import Rewrite
import Rules
import SourceText

@testable import Dashboard

/// A dashboard with somebody at the keys: whatever it asks of the outside is done at once, and what
/// would leave the program is noted.
struct Desk {
  private(set) var state: DashboardState
  /// What was sent to the clipboard, the last last.
  private(set) var copied: [String] = []
  /// What the editor was opened on: `/etc/rc.conf:12`.
  private(set) var edited: [String] = []
  /// The plans that were saved, by path.
  private(set) var saved: [String: ChangePlan] = [:]
  private(set) var hasQuit = false
  /// What was wanted of the terminal beside, in words.
  private(set) var asides: [String] = []
  /// How many times files were to be written, by a change or its undoing.
  private(set) var writes = 0
  /// How many times what was being done was to be stopped.
  private(set) var stops = 0
  /// How many times the files were to be read again.
  private(set) var readings = 0
  /// What is wanted of the outside waits until it is let go on.
  var isOutsideBusy = false
  private var waiting: [Effect] = []
  private var outside: Outside

  init(
    _ host: SampleHost, columns: Int = 140, rows: Int = 40,
    access: DashboardState.Access = .writing, glyphs: Glyphs = .line,
    themes: [String] = ["terminal", "mono"]
  ) {
    state = DashboardState(
      host.analysis,
      around: DashboardState.Surroundings(
        place: host.place, access: access, scannedAt: "12:00:00"),
      size: ScreenSize(columns: columns, rows: rows), themes: themes, glyphs: glyphs)
    outside = Outside(host.analysis.capture, host.reanalyse)
    // what is wanted for the first screen is asked for by the first message
    send(.event(.resize(columns: columns, rows: rows)))
  }

  /// The screen as it is now.
  var screen: CellGrid { render(state) }

  /// Its text.
  var text: String { screen.text }

  /// The files of the host as they are now.
  var capture: HostCapture { outside.capture }

  /// Presses keys by their names: `j`, `Enter`, `Space`.
  mutating func press(_ names: String...) {
    for name in names {
      guard let key = Key(name: name) else { continue }
      send(.event(.key(key)))
    }
  }

  /// Types text, a key for each character.
  mutating func type(_ text: String) {
    for character in text { send(.event(.key(.character(character)))) }
  }

  mutating func resize(_ columns: Int, _ rows: Int) {
    send(.event(.resize(columns: columns, rows: rows)))
  }

  /// Lets something happen, and all that follows from it.
  mutating func send(_ message: Message) {
    var messages = [message]
    while !messages.isEmpty {
      let effects = state.update(messages.removeFirst())
      for effect in effects {
        note(effect)
        if isOutsideBusy { waiting.append(effect) } else { messages += outside.answers(to: effect) }
      }
    }
  }

  /// Lets the outside do what was wanted of it since it was busy.
  mutating func letGo() {
    isOutsideBusy = false
    let effects = waiting
    waiting = []
    for effect in effects { for answer in outside.answers(to: effect) { send(answer) } }
  }

  private mutating func note(_ effect: Effect) {
    switch effect {
    case .quit: hasQuit = true
    case .copy(let text): copied.append(text)
    case .edit(let path, let line): edited.append("\(path):\(line)")
    case .savePlan(let plan, let path): saved[path] = plan
    case .write, .undo: writes += 1
    case .rescan: readings += 1
    case .stop: stops += 1
    case .suspend: asides.append("suspend")
    case .redraw: asides.append("redraw")
    default: break
    }
  }
}

extension Desk {
  /// Whether the screen has a text somewhere.
  func shows(_ text: String) -> Bool { self.text.contains(text) }

  /// The line of the screen with a text; nil when none has it.
  func line(with text: String) -> String? {
    self.text.split(separator: "\n").first { $0.contains(text) }.map(String.init)
  }
}
