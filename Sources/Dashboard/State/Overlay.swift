import CellGrid
package import LiveApply
package import Rewrite
package import Rules

/// Something that lies over the view and has the keys.
package enum Overlay: Sendable {
  /// The ways to mend one finding.
  case chooser(Chooser)
  /// The guided session.
  case guided(GuidedSession)
  /// A question that only `y` says yes to.
  case confirm(Confirmation)
  /// Text to read and scroll.
  case text(TextPage)
  /// A line to type.
  case prompt(Prompt)
  /// The list of themes, each shown as soon as it is selected.
  case themes(ThemePicker)

  /// Whose keys count while it is on top; a prompt takes them as text.
  package var context: Context? {
    switch self {
    case .chooser: .chooser
    case .guided: .guided
    case .confirm: .confirm
    case .text: .text
    case .themes: .themes
    case .prompt: nil
    }
  }
}

/// The ways to mend one finding.
package struct Chooser: Sendable {
  /// What is to be mended, as the files with all that is staged have it.
  package let finding: Finding
  /// The ways with their proofs, the recommended one first; nil while they are worked out.
  package var ways: [ProvenFix]?
  /// The way whose diff is shown.
  package var selected = 0
  /// The first line of the diff that is shown.
  package var scroll = 0
}

/// The guided session: finding after finding.
package struct GuidedSession: Sendable {
  /// Where it is; nil while it is worked out.
  package var guide: Guide?
  /// The way whose diff is shown.
  package var selected = 0
  /// The first line of the diff that is shown.
  package var scroll = 0
  /// What was answered so far, the latest last: the finding's message and the answer in a word.
  package var answered: [(message: String, answer: String)] = []
}

/// A question that is answered by `y`, and by everything else with no.
package struct Confirmation: Sendable {
  /// What yes does.
  package enum Action: Sendable {
    /// Writes what is staged.
    case write(ChangePlan)
    /// Takes a change back.
    case undo(entry: String)
    /// Makes a change of the running host; of one that may end the connection it was asked twice.
    case makeLive(LivePlan, isSure: Bool)
    /// Reads the files again, which drops what is staged.
    case rescan
    /// Leaves with something staged, or while something is being written.
    case quit
  }

  /// What yes does.
  package let action: Action
  /// What is asked.
  package let question: String
  /// The host it is about, when a file of it is to be changed.
  package var host = ""
  /// What yes comes to, to be read before.
  package var page: TextPage
}

/// Text to read and scroll.
package struct TextPage: Sendable {
  /// What it is about.
  package let title: String
  /// The lines, each of pieces with what they stand for.
  package let lines: [StyledLine]
  /// The first line that is shown.
  package var scroll = 0

  package init(title: String, lines: [StyledLine]) {
    self.title = title
    self.lines = lines
  }
}

/// A line that is typed.
package struct Prompt: Sendable {
  /// What the line is for.
  package enum Purpose: Sendable, Hashable {
    case filter, command
    /// Why a finding is to be silenced.
    case reason(FindingKey)
    /// Where the plan is to be saved.
    case planPath
  }

  /// What the line is for.
  package let purpose: Purpose
  /// What is typed.
  package var text: String
  /// What the text would be completed to, the first is shown; for commands.
  package var completions: [String] = []
}

/// The list of themes.
package struct ThemePicker: Sendable {
  /// Which one is selected.
  package var selected: Int
  /// The one to go back to.
  package let before: Int
}
