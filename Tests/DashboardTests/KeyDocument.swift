import CellGrid

@testable import Dashboard

/// `docs/keys.md`, as it is made of the table of commands.
enum KeyDocument {
  private struct Section {
    let title: String
    let text: String
    let records: [CommandRecord]
    var places = false
  }

  static var text: String {
    ([introduction] + sections.map(text) + [ending]).joined(separator: "\n")
  }

  private static let introduction = """
    # Keys

    Written by `make docs` from the table of commands, which dispatch, hints and help read, too. In the
    dashboard `?` lists the same; `/` searches in it, and Enter runs what is selected.

    No key needs Alt, a function key or a chord that tmux, screen or flow control take. A command has a
    name, by which `:` and the [settings](settings.md) call it.

    """

  private static let ending = """
    ## Where a line is typed

    For the filter, a command, a reason or the name of a plan. Every other key is text; so is what is
    pasted, which is a command nowhere.

    | keys | what they do |
    | --- | --- |
    | `Enter` | takes the line |
    | `Esc` `Ctrl-C` | leaves it |
    | `Backspace` `Ctrl-H` | deletes the last character; leaves an empty line |
    | `Ctrl-U` | empties the line |
    | `Tab` | completes the name of a command |

    """

  private static var sections: [Section] {
    let everywhere = commandTable.filter { $0.contexts.isSuperset(of: .calm) }
    let inViews = commandTable.filter {
      $0.contexts.isSuperset(of: .views) && !$0.contexts.isSuperset(of: .calm)
    }
    let inSome = commandTable.filter {
      !$0.contexts.isSuperset(of: .views) && !$0.contexts.isDisjoint(with: .views)
    }
    return [
      Section(
        title: "Everywhere",
        text: "But where a yes or no is asked for, letters and blanks mean no.",
        records: everywhere),
      Section(title: "In every view", text: "", records: inViews),
      Section(title: "In some views", text: "", records: inSome, places: true),
      section(.chooser, "Where a way to mend is chosen", "`f` leads there."),
      section(.guided, "In the guided session", "`s` leads there."),
      section(
        .confirm, "Where a yes or no is asked for",
        "Every character that is not listed means no, and so do Enter and Esc."),
      section(
        .pending, "While a change of the running host is pending",
        "In every view, in front of what these keys do there."),
      section(.text, "Where a text is read", ""),
      section(.themes, "Where a theme is chosen", "`T` leads there."),
    ]
  }

  private static func section(_ context: Context, _ title: String, _ text: String) -> Section {
    let records = commandTable.filter {
      $0.contexts.contains(context) && !$0.contexts.isSuperset(of: .calm)
    }
    return Section(title: title, text: text, records: records)
  }

  private static func text(_ section: Section) -> String {
    let heading = section.text.isEmpty ? "" : "\(section.text)\n\n"
    let columns =
      section.places
      ? ["keys", "command", "in", "what it does"] : ["keys", "command", "what it does"]
    let rows = section.records.map { record in
      [
        record.keys.map { "`\($0.name)`" }.joined(separator: " "), "`\(record.name)`",
        section.places ? record.contexts.intersection(.views).names : nil, record.help,
      ].compactMap { $0 }
    }
    let lines = ([columns, columns.map { _ in "---" }] + rows)
      .map { "| \($0.joined(separator: " | ")) |\n" }
    return "## \(section.title)\n\n\(heading)\(lines.joined())"
  }
}
