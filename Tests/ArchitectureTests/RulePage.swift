/// The page of a rule, as the doc comment of its type has it.
struct RulePage {
  let path: String
  let type: String
  let name: String
  let severity: String
  /// The lines of the doc comment, without the slashes.
  private let lines: [String]

  /// Reads the rule that a file declares, if it declares one.
  init?(_ source: SourceCode) {
    guard source.path.hasPrefix("Sources/Rules/"),
      let line = source.lines.firstIndex(where: {
        $0.hasPrefix("enum ") && $0.hasSuffix("Rule {")
      })
    else { return nil }
    path = source.path
    type = String(source.lines[line].dropFirst(5).prefix { $0 != ":" })
    name = Self.value(of: "name: RuleName = \"", in: source) ?? ""
    severity = Self.value(of: "severity = Severity.", in: source) ?? ""
    let comment = source.lines[..<line].reversed().prefix { $0.hasPrefix("///") }.reversed()
    lines = comment.map { String($0.dropFirst($0.hasPrefix("/// ") ? 4 : 3)) }
  }

  private static func value(of declaration: String, in source: SourceCode) -> String? {
    let line = source.lines.first { $0.contains("static let \(declaration)") }
    return line?.split(separator: declaration).last.map { $0.filter { $0 != "\"" } }
  }

  /// The first sentence.
  var summary: String {
    lines.prefix { !$0.isEmpty }.joined(separator: " ")
  }

  var headings: [String] {
    lines.filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
  }

  /// Its texts in pieces that are translated one by one, without its name and its code.
  var paragraphs: [String] {
    var paragraphs: [String] = []
    var (isCode, isOpen) = (false, false)
    for line in document.split(separator: "\n", omittingEmptySubsequences: false).dropFirst() {
      let (isFence, isHeading) = (line == "```", line.hasPrefix("## "))
      if isFence { isCode.toggle() }
      guard !isFence, !isCode, !line.isEmpty else {
        isOpen = false
        continue
      }
      if isOpen, !isHeading, !line.hasPrefix("- ") {
        paragraphs[paragraphs.count - 1] += " \(line.drop { $0 == " " })"
      } else {
        paragraphs.append(String(line.dropFirst(isHeading ? 3 : 0)))
      }
      isOpen = !isHeading
    }
    return paragraphs
  }

  /// The page as it is printed and shown.
  var document: String {
    "# \(name)\n\nAt worst: \(severity).\n\n" + lines.joined(separator: "\n") + "\n"
  }

  /// `RCConfSyntaxError` is `rc-conf-syntax-error`.
  static func kebab(_ type: String) -> String {
    let letters = Array(type)
    var name = ""
    for (index, letter) in letters.enumerated() {
      let endsWord = index > 0 && letter.isUppercase && !letters[index - 1].isUppercase
      let beginsWord =
        index > 0 && letter.isUppercase && index + 1 < letters.count
        && letters[index + 1].isLowercase && letters[index - 1].isUppercase && index != 1
      if endsWord || beginsWord { name += "-" }
      name += letter.lowercased()
    }
    return name
  }

  /// The list of all rules.
  static func index(_ pages: [RulePage]) -> String {
    let rows = pages.sorted { $0.name < $1.name }
      .map { "| [\($0.name)](\($0.name).md) | \($0.severity) | \($0.summary) |" }
    return """
      # Rules

      \(pages.count) rules. Written by `make docs` from the doc comments of the rules.

      | rule | at worst | what it finds |
      | --- | --- | --- |
      \(rows.joined(separator: "\n"))

      """
  }

  /// The source file that has all pages, a line each, so that the program can print them.
  static func source(_ pages: [RulePage]) -> String {
    let rows = pages.sorted { $0.name < $1.name }.map { page in
      let text = page.document.map { character in
        switch character {
        case "\n": "\\n"
        case "\"": "\\\""
        case "\\": "\\\\"
        default: String(character)
        }
      }.joined()
      return "  \"\(page.name)\": \"\(text)\","
    }
    return """
      // swift-format-ignore-file
      /// The page of each rule, by the rule's name. Written by `make docs` from doc comments.
      package let rulePages: [RuleName: String] = [
      \(rows.joined(separator: "\n"))
      ]

      """
  }
}
