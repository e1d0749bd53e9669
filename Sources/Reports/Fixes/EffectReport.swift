import HostModel
import Phrases
package import Rules

/// What a change of files would make of a host, told before it is written: the verdicts, what it
/// brings, and what is to be done on the running host besides.
///
/// - Parameter files: the paths of the files that it changes.
package func effectReport(
  before: Analysis, after: Analysis, changing files: Set<String>, style: TextStyle, columns: Int
) -> String {
  let proof = Proof(before, after)
  let (now, later) = (Assessment(before).verdict, Assessment(after).verdict)
  var verdicts = TextLine(spoken("now "))
  verdicts.append(now.rawValue, now.emphasis)
  verdicts.append(spoken(", with it "))
  verdicts.append(later.rawValue, later.emphasis)
  var lines = [verdicts]
  if let standing = proof.touched {
    lines += TextLine(standing.warning, .caution).wrapped(to: columns)
  }
  for finding in proof.new + proof.revealed {
    var line = TextLine(spoken("new: "), .caution)
    line.append(finding.title)
    lines += line.wrapped(to: columns, indent: 5)
  }
  return (lines + byHandLines(after.restartCommands(changing: files))).rendered(style)
}

/// Commands that nobody but a person runs, below their title.
func byHandLines(_ commands: [String]) -> [TextLine] {
  guard !commands.isEmpty else { return [] }
  return [TextLine(spoken("for the running host, by hand:"))]
    + commands.map { TextLine("  \($0)") }
}
