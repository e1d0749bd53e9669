import CellGrid
import HostModel
import Phrases
package import Reports
import Rewrite
package import Rules
import SourceText

/// Text that is made of the state to be read in pages.
extension DashboardState {
  /// The diff of all that is staged, with what it comes to in front.
  package var stagedDiff: [StyledLine] {
    let staged = sessionAtHand
    var lines: [StyledLine] = staged.chosen.map { chosen in
      var line = StyledLine("- \(chosen.fix.title) ")
      line.append("(\(chosen.fix.applicability.word))", chosen.fix.applicability.role)
      return line
    }
    lines.append(proofLine(staged.proof))
    for finding in staged.proof.new + staged.proof.revealed {
      var line = StyledLine(spoken("new: "), .severityWarning)
      line.append("\(finding.severity.word): \(finding.message)")
      lines.append(line)
    }
    lines += byHandLines(staged.chosen.flatMap(\.fix.commands))
    return lines + [StyledLine()] + changeLines(staged.edits)
  }

  /// Commands that files don't make run; nothing when there are none.
  func byHandLines(_ commands: [String]) -> [StyledLine] {
    guard !commands.isEmpty else { return [] }
    return [StyledLine(spoken("for the running host, by hand:"))]
      + commands.map { StyledLine("  \($0)", .textCode) }
  }

  /// What edits change in the files as they are.
  func changeLines(_ edits: [String: EditSet]) -> [StyledLine] {
    ChangeExcerpt(host).lines(edits, context: isWide ? 3 : 1)
  }

  /// What a proof says, in one line.
  package func proofLine(_ proof: Proof) -> StyledLine {
    var line = StyledLine(spoken("proof "), .textDim)
    line.append("\(proof.summary)", proof.isClean ? .severityOK : .severityWarning)
    return line
  }

  /// Files, lines and effect of what is about to be written; the verdict that comes of it where it is
  /// known.
  func writeSummary(_ plan: ChangePlan, then verdict: Verdict?) -> [StyledLine] {
    var lines: [StyledLine] = []
    for file in plan.files {
      var line = StyledLine(file.path, .filePath)
      let numbers = file.edits.edits.compactMap { edit in
        host.line(of: Place(path: file.path, span: edit.span))
      }
      let list = Set(numbers).sorted().map(String.init).joined(separator: ", ")
      line.append(spoken("  line \(list)"), .fileLine)
      lines.append(line)
    }
    var line = StyledLine(spoken("now "), .textDim)
    line.append(host.assessment.verdict.rawValue, host.assessment.verdict.role)
    if let verdict {
      line.append(spoken("  then "), .textDim)
      line.append(verdict.rawValue, verdict.role)
    }
    return lines + [line]
  }

  /// What a question calls the host: its root or how it is reached, else its own name; empty when
  /// nobody tells.
  var nameOfHost: String {
    around.place == "/" ? shown.forecast.hostName ?? "" : around.place
  }

  /// A change of the journal, with what it did.
  func changePage(_ record: JournalRecord) -> TextPage {
    guard let entry = record.entry else {
      return TextPage(
        title: record.id, plain: spoken("the entry is damaged, or of another version"))
    }
    var lines = entry.plan.reasons.map { StyledLine("- \($0)") }
    for file in entry.plan.files {
      if let before = changeBefore, before.entry == record.id,
        before.files.entry(at: file.path) != nil
      {
        lines += ChangeExcerpt(before.files).lines(
          [file.path: file.edits], context: isWide ? 3 : 1)
        continue
      }
      lines.append(StyledLine(file.path, .filePath))
      for (edit, removed) in zip(file.edits.edits, file.removed) {
        let texts = [(removed, "-", Role.diffDelete), (edit.replacement, "+", .diffAdd)]
        for (bytes, sign, role) in texts where !bytes.isEmpty {
          let text = String(decoding: SecretWords.masked(bytes), as: UTF8.self)
          for part in text.split(separator: "\n") {
            lines.append(StyledLine("\(sign)\(part)", role))
          }
        }
      }
    }
    return TextPage(title: record.id, lines: lines)
  }

  /// All keys of where one is, as text.
  var helpPage: TextPage {
    let context = context
    let records = commandTable.filter { record in context.map(record.contexts.contains) ?? false }
    return TextPage(
      title: spoken("keys"),
      lines: records.map { record in
        let names = keys.keys(of: record.command).map(\.name).joined(separator: " ")
        var line = StyledLine(
          names + String(repeating: " ", count: max(14 - names.count, 1)), .barHintKey)
        line.append(record.help)
        return line
      })
  }
}

extension TextPage {
  /// The page of a rule, without its title, which stands on the border.
  init(_ page: RulePage, columns: Int) {
    let headings = Set(page.headings)
    let text = explainReport(page, style: .plain, columns: columns)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    self.init(
      title: page.rule.name.text,
      lines: lines.dropFirst().drop(while: \.isEmpty).map { line in
        let isCode = line.hasPrefix("    ")
        return StyledLine(
          line, headings.contains(line) ? .textStrong : isCode ? .textCode : .text)
      })
  }

  /// Text with newlines, as it is.
  init(title: String, plain: String) {
    self.init(
      title: title,
      lines: plain.split(separator: "\n", omittingEmptySubsequences: false).map {
        StyledLine(String($0))
      })
  }
}

/// Since when a host is as it is, to be read on a page of so many columns.
package func historyPage(_ history: HostHistory, columns: Int) -> [StyledLine] {
  historyPieces(history, columns: columns).map { pieces in
    pieces.reduce(into: StyledLine()) { $0.append($1.text, $1.role) }
  }
}

/// A line of a diff with the words marked that differ.
func diffLine(_ line: FileDiff.Line) -> StyledLine {
  let roles: (plain: Role, marked: Role) =
    switch line.side {
    case .both: (.diffContext, .diffContext)
    case .old: (.diffDelete, .diffDeleteWord)
    case .new: (.diffAdd, .diffAddWord)
    }
  var styled = StyledLine(String(Unicode.Scalar(line.side.sign)), roles.plain)
  for (text, isMarked) in line.masked.pieces {
    // what a tab is matters where it is what changes
    styled.append(
      isMarked ? text : SourceExcerpt.withoutTabs(text), isMarked ? roles.marked : roles.plain)
  }
  return styled
}

extension FileDiff.Line {
  /// The same with keys and passwords covered, which take as many bytes as before.
  fileprivate var masked: FileDiff.Line {
    FileDiff.Line(
      side: side, bytes: SecretWords.masked(bytes), lacksNewline: lacksNewline, marks: marks)
  }
}
