import HostModel
import Phrases
import Rules

/// What `jailscope explain` prints: the page of a rule, its paragraphs as wide as there is room.
package func explainReport(
  _ page: RulePage, style: TextStyle, columns: Int = 80
) -> String {
  var text = PageText(columns: columns)
  for line in page.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
    text.add(line)
  }
  text.endParagraph()
  return text.lines.rendered(style)
}

/// Markdown, as far as pages of rules have it, made into lines for a terminal.
private struct PageText {
  let columns: Int
  private(set) var lines: [TextLine] = []
  private var paragraph = ""
  private var isCode = false

  init(columns: Int) {
    self.columns = columns
  }

  mutating func add(_ line: Substring) {
    if line == "```" {
      endParagraph()
      isCode.toggle()
    } else if isCode {
      lines.append(TextLine("    \(line)"))
    } else if line.isEmpty {
      endParagraph()
      lines.append(TextLine())
    } else if line.hasPrefix("#") {
      lines.append(TextLine(translated(String(line.drop { $0 == "#" || $0 == " " })), .strong))
    } else {
      if line.hasPrefix("- ") { endParagraph() }
      paragraph += paragraph.isEmpty ? "" : " "
      paragraph += line.drop { $0 == " " }
    }
  }

  mutating func endParagraph() {
    guard !paragraph.isEmpty else { return }
    lines += TextLine(translated(paragraph))
      .wrapped(to: columns, indent: paragraph.hasPrefix("- ") ? 2 : 0)
    paragraph = ""
  }
}

/// What `jailscope rules` prints: every rule with its severity at worst and what it finds.
package func rulesReport(style: TextStyle, columns: Int = 80) -> String {
  var table = TextTable(
    [spoken("RULE"), spoken("AT WORST"), spoken("WHAT IT FINDS")], minimums: [34, 8, 20])
  for rule in ruleCatalogue {
    table.add([
      TextLine(rule.name.text, .strong), TextLine(rule.severity.rawValue, rule.severity.emphasis),
      TextLine(RulePage(rule).summary),
    ])
  }
  return table.lines(columns: columns).rendered(style)
}

/// What `jailscope rules --json` prints, described in `docs/json.md`.
package func rulesJSON() -> [UInt8] {
  var writer = JSONWriter(brokenLevels: 2)
  writer.object { writer in
    writer.format("rules", 1)
    writer.member("rules") { writer in
      writer.array(ruleCatalogue) { writer, rule in
        writer.object {
          $0.member("rule", rule.name.text)
          $0.member("severity", rule.severity.rawValue)
          $0.member("summary", RulePage(rule).summary)
        }
      }
    }
  }
  return writer.bytes + [0x0a]
}
