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
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).drop {
      $0 != "## Why"
    }
    lines = lines.dropFirst().prefix { !$0.hasPrefix("## ") }
    return lines.split(whereSeparator: \.isEmpty).map { translated($0.joined(separator: " ")) }
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
