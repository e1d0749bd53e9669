import Testing

@testable import Phrases

struct PhrasesTests {
  @Test(arguments: [
    (["LANG": "de_DE.UTF-8"], Language.german), (["LANG": "de.utf8"], .german),
    (["LANG": "de_AT.UTF-8@euro"], .german), (["LANG": "de_DE.ISO8859-1"], .english),
    (["LANG": "C.UTF-8"], .english), (["LANG": "dedede.UTF-8"], .english), ([:], .english),
    (["LC_ALL": "en_US.UTF-8", "LANG": "de_DE.UTF-8"], .english),
    (["LC_ALL": "", "LC_MESSAGES": "de_DE.UTF-8", "LANG": "C"], .german),
    (["LC_MESSAGES": "C", "LANG": "de_DE.UTF-8"], .english),
  ])
  func `the first variable of the locale that is set says the language`(
    _ environment: [String: String], _ language: Language
  ) {
    #expect(Language(environment: { environment[$0] }) == language)
  }

  @Test func `in English a text is what is written`() {
    let (count, name) = (2, "www")
    #expect(spoken("\(count) of \(name[...])") == "2 of www")
    #expect(spoken("jail \(name) " + "is not created") == "jail www is not created")
    #expect(spoken("runs", as: "of jails") == "runs")
  }

  @Test func `a catalogue has texts with their translations below them`() {
    let text = """
      # a file

      {1} of {2}
      = von {2}: {1}

      " by default"
      = " (Vorgabe)"

      one\\ntwo
      = eins\\nzwei

      """
    let entries = Translations.entries(of: Array(text.utf8))
    #expect(entries.map(\.pattern) == ["{1} of {2}", " by default", "one\ntwo"])
    #expect(entries.map(\.translation) == ["von {2}: {1}", " (Vorgabe)", "eins\nzwei"])
    #expect(entries.map(\.line) == [4, 7, 10])
  }

  @Test func `holes are filled by their numbers, and what fills them is never a hole`() {
    let values = ["{2}", "b"]
    #expect(Template("{2} {x} {1}{").written { values[$0 - 1] } == "b {x} {2}{")
  }

  @Test(arguments: [
    ("a '{1}' b", "a 'x' b", ["x"]), ("a '{1}' b '{2}'", "a '' b 'c' d'", ["", "c' d"]),
    ("{1}: {2}", "a: b: c", ["a", "b: c"]), ("a", "a", []), ("a", "ab", nil), ("a {1}", "b c", nil),
    ("{1} b", "a b b", ["a b"]), ("{1} b", "a b c", nil),
  ])
  func `a text of other code is told by its form`(
    _ pattern: String, _ text: String, _ fillings: [String]?
  ) {
    #expect(Template(pattern).fillings(of: text) == fillings)
    #expect(ForeignText(pattern).translation(of: text) == fillings.map { _ in text })
  }

  @Test func `what is read later is English in a program that speaks English, too`() {
    #expect(Language.inEnglish { Language.current } == .english)
  }
}
