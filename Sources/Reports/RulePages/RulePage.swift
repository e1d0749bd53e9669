import Phrases
package import Rules

/// What there is to read about a rule.
package struct RulePage {
  /// The rule.
  package let rule: any Rule.Type
  /// The page as `docs/rules` has it, in Markdown; empty for a rule without one, which a test forbids.
  let text: String

  package init(_ rule: any Rule.Type) {
    self.rule = rule
    text = rulePages[rule.name] ?? ""
  }

  /// The first sentence: what the rule finds.
  var summary: String {
    // behind the title and the line that tells the severity
    let blocks = text.split(separator: "\n\n", omittingEmptySubsequences: true)
    return blocks.count > 2
      ? translated(blocks[2].split(separator: "\n").joined(separator: " ")) : ""
  }

  /// The paragraphs that say why it is wrong, with the sources of the facts.
  package var why: [String] {
    section("Why").split(whereSeparator: \.isEmpty).map {
      translated($0.joined(separator: " "))
    }
  }

  /// What can be done about it, one way an element.
  package var waysOut: [String] {
    var isOpen = false
    return section("Ways out").reduce(into: []) { ways, line in
      let begins = line.hasPrefix("- ")
      if begins || !isOpen, !line.isEmpty {
        ways.append(String(line.drop { "- ".contains($0) }))
      } else if !line.isEmpty {
        ways[ways.count - 1] += " " + line.drop { $0 == " " }
      }
      isOpen = !line.isEmpty
    }
  }

  /// The titles of its parts, its own among them.
  package var headings: [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
      translated(String(line.drop { $0 == "#" || $0 == " " }))
    }
  }

  private func section(_ title: String) -> [Substring] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return Array(lines.drop { $0 != "## \(title)" }.dropFirst().prefix { !$0.hasPrefix("## ") })
  }

  /// The page of the rule with a name.
  package static func named(_ name: String) -> RulePage? {
    ruleCatalogue.first { $0.name.text == name }.map { RulePage($0) }
  }

  /// The names of all rules.
  package static var names: [String] { ruleCatalogue.map { $0.name.text } }

  /// The names of rules that somebody may have meant who wrote another one, the likeliest first.
  package static func names(like name: String) -> [String] {
    let wanted = Set(name.split(separator: "-"))
    func common(_ other: String) -> Int { wanted.intersection(other.split(separator: "-")).count }
    return names.filter { common($0) > 0 || $0.contains(name) }
      .sorted { common($0) > common($1) }
  }
}
