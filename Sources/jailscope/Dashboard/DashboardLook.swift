import ArgumentParser
import CellGrid
import HostAccess
import Theming

/// The themes there are, and the one that is chosen.
struct DashboardLook {
  let library: ThemeLibrary
  let names: [String]
  /// The position of the chosen one.
  let chosen: Int

  /// - Parameter theme: the name that was asked for; else what the environment says.
  init(theme: String?) throws {
    library = ThemeLibrary()
    names = library.names
    let isColorless = !(environment("NO_COLOR") ?? "").isEmpty
    let wanted =
      theme ?? (isColorless ? "mono" : environment("JAILSCOPE_THEME"))
      ?? ThemeLibrary.standardName
    guard let position = names.firstIndex(of: wanted) else {
      throw ValidationError(
        "there is no theme \(escapeForTerminal(wanted)): \(names.joined(separator: ", "))")
    }
    chosen = position
  }

  /// A theme in the colours of a terminal; the standard one when its file is broken.
  func resolved(_ position: Int, colors: Int, isUTF8: Bool) -> ResolvedTheme {
    let theme = (try? library.theme(named: names[position])) ?? ThemeLibrary.standard
    return theme.resolved(for: ColorDepth(colors: colors), glyphs: isUTF8 ? nil : .ascii)
  }
}
