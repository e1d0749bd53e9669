import ArgumentParser
import CellGrid
import HostAccess
import Rules
import Theming

/// The themes there are, and the one that is chosen.
struct DashboardLook {
  let library: ThemeLibrary
  let names: [String]
  /// The position of the chosen one.
  let chosen: Int
  /// What is wrong with a theme that was asked for, and because of which it is the standard one.
  let complaint: String?
  private let isColorless: Bool
  /// The chosen one, read already.
  private let first: Theme

  /// - Parameters:
  ///   - theme: the name or the file that was asked for, which has to be right; else what the
  ///     environment says, or the settings.
  ///   - preferred: what the settings say.
  init(theme: String?, preferred: String?) throws {
    var library = ThemeLibrary.withOwn
    var wanted = ThemeLibrary.standardName
    var complaint: String?
    if let theme {
      let found = try library.themeOrFile(theme)
      library = found.library
      wanted = found.theme.name
    } else if let name = Self.variable ?? preferred {
      do throws(ThemeError) {
        wanted = try library.theme(named: name).name
      } catch {
        complaint = error.description
      }
    }
    self.library = library
    self.complaint = complaint
    isColorless = theme == nil && !Output.allowsColors
    names = library.names
    chosen = names.firstIndex(of: wanted) ?? 0
    first = Self.theme(names[chosen], of: library)
  }

  private static var variable: String? {
    environment("JAILSCOPE_THEME").flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A theme; the standard one when its file is broken.
  private static func theme(_ name: String, of library: ThemeLibrary) -> Theme {
    (try? library.theme(named: name)) ?? ThemeLibrary.standard
  }

  /// A theme in the colours of a terminal.
  func resolved(_ position: Int, colors: Int, isUTF8: Bool) -> ResolvedTheme {
    let theme = position == chosen ? first : Self.theme(names[position], of: library)
    return theme.resolved(
      for: isColorless ? .mono : ColorDepth(colors: colors), glyphs: isUTF8 ? nil : .ascii)
  }
}
