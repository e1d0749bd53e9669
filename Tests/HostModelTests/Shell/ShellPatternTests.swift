import TestHosts
import Testing

@testable import HostModel

#if canImport(Glibc)
  import Glibc
#endif

/// Patterns of sh(1).
struct ShellPatternTests {
  @Test(arguments: [
    ("", ""), ("abc", "abc"), ("abc", "a*"), ("abc", "*c"), ("abc", "*"), ("", "*"), ("abc", "a?c"),
    ("abc", "***"), ("abc", "*b*"), ("abc", "[a-c]bc"), ("abc", "[!x]bc"), ("abc", "[^x]bc"),
    ("]", "[]]"), ("-", "[a-]"), ("-", "[-a]"), ("b", "[]a-c]"), ("!", "[a!]"), ("[", "["),
    ("[ab", "[ab"), ("a[", "a["), ("a.b", "*.*"), ("aXbXc", "*X*X*"), ("é", "?"), ("é", "[é]"),
    ("\n", "?"), ("a\nb", "a*b"), ("7", "[[:digit:]]"), ("x7", "[[:alpha:]][[:alnum:]]"),
    (" ", "[[:space:]]"), ("_", "[[:punct:]]"), ("F", "[[:xdigit:]]"), ("-", "[[:digit:]-]"),
    ("a", "[[:lower:]X]"), ("b", "[![:upper:]]"), (":", "[[:]"), ("[", "[[]"), ("a", "[[a]"),
    ("z", "[a-cx-z]"), ("aaaaab", "*a*a*b"), ("\\", "\\"),
  ])
  func `a text matches`(_ text: String, _ pattern: String) {
    #expect(matchesPattern(text, patternPieces(pattern)))
  }

  @Test(arguments: [
    ("abc", ""), ("", "?"), ("abc", "ab"), ("abc", "a?"), ("abc", "?*d"), ("abc", "[a-c]"),
    ("a", "[!a]"), ("a", "[]"), ("a", "[z-a]"), ("a", "[[:digit:]]"), ("a", "[[:nosuch:]]"),
    ("ab", "[a"), ("A", "a"), ("a", "A"), ("aa", "*a*a*a*"), ("abc", "*b"), ("7", "[![:digit:]]"),
  ])
  func `a text does not match`(_ text: String, _ pattern: String) {
    #expect(!matchesPattern(text, patternPieces(pattern)))
  }

  #if canImport(Glibc)
    @Test(
      arguments: [
        ("alnum", isalnum), ("alpha", isalpha), ("blank", isblank), ("cntrl", iscntrl),
        ("digit", isdigit), ("graph", isgraph), ("lower", islower), ("print", isprint),
        ("punct", ispunct), ("space", isspace), ("upper", isupper), ("xdigit", isxdigit),
      ] as [(String, @Sendable (Int32) -> Int32)])
    func `a class has the members it has in the C library`(
      _ name: String, _ contains: @Sendable (Int32) -> Int32
    ) {
      let pattern = patternPieces("[[:\(name):]]")
      for byte in UInt8(1)...127 {
        let text = String(Unicode.Scalar(byte))
        #expect(matchesPattern(text, pattern) == (contains(Int32(byte)) != 0), "\(byte)")
      }
    }
  #endif

  @Test(arguments: [
    ("abab", "*b", 2, 4), ("abab", "a*", 1, 4), ("abab", "*", 0, 4), ("abab", "", 0, 0),
    ("aaa", "a", 1, 1), ("aaa", "?", 1, 1), ("xaxa", "*a*", 2, 4), ("abc", "abc", 3, 3),
  ])
  func `the front of a text is matched as short or as long as can be`(
    _ text: String, _ pattern: String, _ shortest: Int, _ longest: Int
  ) {
    let scalars = Array(text.unicodeScalars)
    let pieces = patternPieces(pattern)
    #expect(matchedCount(scalars, pieces, isLongest: false) == shortest)
    #expect(matchedCount(scalars, pieces, isLongest: true) == longest)
  }

  @Test func `a quoted character stands for itself`() {
    let star = [PatternCharacter(scalar: "*", isQuoted: true)]
    #expect(patternPieces(star) == [.exactly("*")])
    let bracket = "[a]".unicodeScalars.map { PatternCharacter(scalar: $0, isQuoted: $0 == "]") }
    #expect(patternPieces(bracket).map(\.isExact) == [true, true, true])
  }

  @Test func `random patterns match as those of a plain search do`() {
    var random = SeededNumbers(seed: 5)
    for _ in 0..<20_000 {
      let sample = text(&random, "ab", 6)
      let pattern = text(&random, "ab*?*", 6)
      let pieces = patternPieces(pattern)
      let found = matchesPattern(sample, pieces)
      let wanted = plainly(Array(sample), Array(pattern))
      if found != wanted { Issue.record("\(sample) with \(pattern)") }
    }
  }

  private func text(_ random: inout SeededNumbers, _ alphabet: String, _ most: Int) -> String {
    let count = Int.random(in: 0...most, using: &random)
    return String((0..<count).map { _ in random.pick(Array(alphabet)) })
  }

  private func plainly(_ text: [Character], _ pattern: [Character]) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    let rest = Array(pattern.dropFirst())
    if first == "*" {
      return (0...text.count).contains { plainly(Array(text.dropFirst($0)), rest) }
    }
    guard let next = text.first, first == "?" || first == next else { return false }
    return plainly(Array(text.dropFirst()), rest)
  }
}
