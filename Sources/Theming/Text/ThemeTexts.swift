import CellGrid
import Phrases

/// The list of themes, a line for each.
package func themeListText(_ choices: [ThemeChoice]) -> String {
  text(choices.map { [$0.name, $0.brightness.rawValue, $0.description] })
}

/// The list of roles with what each stands for.
package func roleListText() -> String {
  text(RoleGroup.all.flatMap(\.roles).map { [$0.role.rawValue, $0.meaning] })
}

/// What the check of a theme found: a line for each problem, as compilers write them, and one for the
/// theme.
package func themeCheckText(_ report: ThemeReport) -> String {
  var lines = report.problems.map(\.description)
  guard report.passes else {
    let count = report.problems.count
    return
      (lines + ["\(report.name): \(count) \(count == 1 ? spoken("problem") : spoken("problems"))"])
      .map { escapeForTerminal($0) + "\n" }.joined()
  }
  var facts = [spoken("\(report.name): passes")]
  if let contrast = report.contrast {
    facts.append(spoken("lowest contrast \(oneDigit(contrast.value)) (\(contrast.subject))"))
  }
  if let difference = report.difference {
    facts.append(spoken("least difference \(oneDigit(difference.value)) (\(difference.subject))"))
  }
  lines.append(facts.joined(separator: "; "))
  return lines.map { escapeForTerminal($0) + "\n" }.joined()
}

/// Rows in columns that line up, with two blanks between.
private func text(_ rows: [[String]]) -> String {
  let rows = rows.map { $0.map(escapeForTerminal) }
  let count = rows.map(\.count).max() ?? 0
  let widths = (0..<count).map { column in
    rows.map { column < $0.count ? displayWidth($0[column]) : 0 }.max() ?? 0
  }
  return rows.map { row in
    var line = ""
    for (column, cell) in row.enumerated() {
      line += cell
      if column + 1 < row.count {
        line += String(repeating: " ", count: widths[column] - displayWidth(cell) + 2)
      }
    }
    return line + "\n"
  }.joined()
}
