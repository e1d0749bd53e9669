import Phrases
import Testing

/// Holds the German catalogue to the texts of the program.
struct TranslationTests {
  private static let texts = Project.sources.flatMap(SpokenText.all)
  private static let entries = Translations.germanEntries()
  private static let pages = Project.sources.compactMap(RulePage.init)
  /// What is kept as data and has to be translated: the heads of rules' pages, and themes.
  private static let kept =
    pages.flatMap { $0.paragraphs.prefix(2) + $0.headings }
    + Project.names(in: "Themes").compactMap { name in
      (try? Project.file("Themes/\(name)"))?.lines.first { $0.hasPrefix("description = ") }
        .map { String($0.dropFirst(15).dropLast()) }
    }

  @Test func `every text for people is made of literals, so that it can be found`() {
    #expect(Self.texts.count > 500)
    expectNone(Self.texts.compactMap { text in text.fault.map { "\(text.place): \($0)" } })
  }

  @Test func `every text for people has a German translation`() {
    let translated = Set(Self.entries.map(\.pattern))
    expectNone(
      Self.texts.filter { $0.fault == nil && !translated.contains($0.pattern) }
        .map { "\($0.place): no translation\n\n\($0.pattern)\n= " })
    expectNone(
      Set(Self.kept).subtracting(translated).map { "no translation\n\n\($0)\n= " })
  }

  @Test func `every translation is of a text that the program has`() {
    let known = Set(Self.texts.map(\.pattern) + Self.kept + Self.pages.flatMap(\.paragraphs))
    expectNone(
      Self.entries.filter { !known.contains($0.pattern) }
        .map { "\(Self.place($0)): stale: \($0.pattern)" })
  }

  @Test func `no text is translated twice`() {
    let groups = Dictionary(grouping: Self.entries, by: \.pattern)
    expectNone(groups.values.filter { $0.count > 1 }.map { "\(Self.place($0[1])): once more" })
  }

  @Test func `a translation has the holes, the blanks at its ends and the full stop of its text`() {
    expectNone(
      Self.entries.flatMap { entry in
        let text = entry.pattern.replacing(#/ \[[a-z ]+\]$/#, with: "")
        return Self.differences(text, entry.translation).map { "\(Self.place(entry)): \($0)" }
      })
  }

  @Test func `what is said to people is a text for people`() {
    let openings = [
      "ValidationError(", "Output.say(", "Output.complain(", "Output.confirm(", "complain(",
      "meaning:", "effect:", "because:", "reason:", "EditRefusal(", "abstract:", "help:",
      "TextLine(", "StyledLine(",
    ]
    // words of the parser of arguments, and of diff(1)
    let quoted = ["Missing expected argument '<plan>'", "\\ No newline at end of file"]
    // what HostModel complains of is what FreeBSD prints
    expectNone(
      Project.sources.filter { $0.target != "HostModel" }.flatMap {
        SpokenText.bare(behind: openings, in: $0)
      }.filter { !quoted.contains($0.pattern) && Self.isProse($0.pattern) }
        .map { "\($0.place): \($0.pattern)" })
  }

  @Test(arguments: [
    (#"spoken("jail \(name) is \(a + "x") there")"#, "jail {1} is {2} there"),
    (#"spoken("a \"b\" " + "\(c)")"#, #"a "b" {1}"#),
    (#"spoken("runs", as: "of jails")"#, "runs [of jails]"),
    ("spoken(\n  \"\"\"\n  one \\\n  two\n  three\n  \"\"\")", "one two\nthree"),
  ])
  func `the pattern of a text is its literal with numbered holes`(_ code: String, _ pattern: String)
    throws
  {
    let file = SourceCode(path: "", bytes: Array(code.utf8))
    let text = try #require(SpokenText.all(in: file).first)
    #expect(text.fault == nil)
    #expect(text.pattern == pattern)
  }

  @Test(arguments: ["spoken(name)", #"spoken(isOn ? "on" : "off")"#, #"spoken("a" + b)"#])
  func `what no literal spells is noticed`(_ code: String) throws {
    let file = SourceCode(path: "", bytes: Array(code.utf8))
    #expect(try #require(SpokenText.all(in: file).first).fault != nil)
  }

  /// Words with a blank between them.
  private static func isProse(_ text: String) -> Bool { text.contains(/[a-z]{2,},? [a-z]{2,}/) }

  private static func place(_ entry: Translations.Entry) -> String {
    "Sources/Phrases/german.txt:\(entry.line)"
  }

  private static func differences(_ text: String, _ translation: String) -> [String] {
    var found: [String] = []
    if translation.isEmpty { found.append("empty") }
    if holes(text) != holes(translation) { found.append("other holes than \(text)") }
    for (side, ends) in [
      ("begin", (text.first, translation.first)), ("end", (text.last, translation.last)),
    ]
    where (ends.0 == " ") != (ends.1 == " ") || (ends.0 == ".") != (ends.1 == ".") {
      found.append("doesn't \(side) as \(text)")
    }
    return found
  }

  private static func holes(_ text: String) -> [String] {
    text.matches(of: /\{[0-9]+\}/).map { String($0.output) }.sorted()
  }
}
