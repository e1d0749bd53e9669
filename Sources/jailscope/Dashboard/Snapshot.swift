import ArgumentParser
import CellGrid
import Dashboard
import Phrases
import Rules
import Theming

/// The screen as it would be, without a terminal.
struct Snapshot {
  private let look: DashboardLook
  private let reanalyse: Reanalysis
  private var state: DashboardState
  private let theme: ResolvedTheme

  init(
    _ read: ReadHost, _ look: DashboardLook, _ preferences: Preferences,
    _ size: ScreenSize
  ) {
    self.look = look
    reanalyse = read.reanalyse
    theme = look.resolved(look.chosen, colors: 1 << 24, isUTF8: true)
    state = DashboardState(
      read.analysis, around: read.surroundings(at: nil), size: size,
      keys: preferences.keys, themes: look.names, theme: look.chosen, glyphs: theme.glyphs,
      hasMouse: preferences.hasMouse, complaint: preferences.complaint(and: look))
  }

  /// The screen after some keys: text, or a picture.
  mutating func take(pressing keys: String, svg: Bool) throws -> [UInt8] {
    perform(state.update(.event(.resize(columns: state.size.columns, rows: state.size.rows))))
    for name in keys.split(separator: " ") {
      guard let key = Key(name: String(name)) else {
        throw ValidationError(spoken("there is no key \(escapeForTerminal(String(name)))"))
      }
      perform(state.update(.event(.key(key))))
    }
    let grid = render(state)
    return Array((svg ? grid.svg(theme, title: "jailscope") : grid.text).utf8)
  }

  /// Works out what only has to be worked out; nothing is written, and nothing is read.
  private mutating func perform(_ effects: [Effect]) {
    var effects = effects[...]
    while let effect = effects.popFirst() {
      guard let message = effect.thought(reanalyse) else { continue }
      effects += state.update(message)
    }
  }
}
