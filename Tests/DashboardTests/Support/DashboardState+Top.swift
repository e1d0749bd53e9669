import Rules
import SourceText

@testable import Dashboard

/// What lies over the view, for tests to ask.
extension DashboardState {
  /// The chooser, when it is on top.
  var chooser: Chooser? {
    if case .chooser(let chooser)? = overlays.last { chooser } else { nil }
  }

  /// The question to be answered with `y`, when it is on top.
  var confirmation: Confirmation? {
    if case .confirm(let confirmation)? = overlays.last { confirmation } else { nil }
  }

  /// The line that is typed.
  var prompt: Prompt? { if case .prompt(let prompt)? = overlays.last { prompt } else { nil } }

  /// The text that is read.
  var page: TextPage? { if case .text(let page)? = overlays.last { page } else { nil } }

  /// The titles of what is staged.
  var stagedTitles: [String] { staged.chosen.map(\.fix.title) }

  /// What was said last.
  var said: String { toast?.text ?? "" }
}
