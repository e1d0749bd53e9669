import Testing

struct WordingTests {
  /// Names that say only that something is there, not what it is about.
  private static let emptyWords: Set<String> = [
    "Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Common", "Handler",
    "Info", "Base",
  ]
  private static let types: Set<String> = [
    "struct", "enum", "class", "actor", "protocol", "typealias",
  ]

  @Test func `a type or file is named after what it is about`() {
    expectNone(
      Project.sources.flatMap { file in
        let types = file.declarations.filter { Self.types.contains($0.keyword) }
          .map { (place: file.place($0.line), name: $0.name) }
        return (types + [(place: file.path, name: file.name)]).compactMap { place, name in
          Self.words(of: name).first(where: Self.emptyWords.contains)
            .map { "\(place): \($0) in \(name) says nothing" }
        }
      })
  }

  @Test func `nothing in Sources can trap on purpose or lie to the compiler`() {
    let banned = [
      "try!", "as!", "@unchecked", "nonisolated(unsafe)", "unowned", "fatalError(",
    ]
    expectNone(
      Project.sources.flatMap { file in
        file.code.indices.flatMap { line in
          banned.filter(file.code[line].contains).map { "\(file.place(line)): \($0)" }
        }
      })
  }

  @Test func `no optional in Sources is unwrapped by force`() {
    expectNone(
      Project.sources.flatMap { file in
        file.code.indices.filter { Self.forcesUnwrap(file.code[$0]) }
          .map { "\(file.place($0)): force unwrap" }
      })
  }

  @Test(arguments: [
    ("value!", true), ("list[0]!.name", true), ("call()!", true), ("var a: Int!", true),
    ("a != b", false), ("!isEmpty", false), ("(!a)", false), ("a && !b", false), ("try! f()", true),
  ])
  func `a force unwrap is told from a negation`(_ code: String, _ forces: Bool) {
    #expect(Self.forcesUnwrap(code) == forces)
  }

  @Test func `files end in one line feed and hold no tabs, carriage returns or trailing blanks`() {
    expectNone((Project.sources + Project.tests).flatMap(Self.blemishes))
  }

  /// `RowInfoList` as `Row`, `Info`, `List`.
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    for character in name {
      if character.isUppercase || words.isEmpty { words.append("") }
      words[words.count - 1].append(character)
    }
    return words
  }

  /// An exclamation mark directly behind a value; formatted code has blanks around `!=`.
  private static func forcesUnwrap(_ code: String) -> Bool {
    zip(code, code.dropFirst()).contains { before, mark in
      mark == "!" && (before.isLetter || before.isNumber || "_)]}?>\"`".contains(before))
    }
  }

  private static func blemishes(of file: SourceCode) -> [String] {
    var found: [String] = []
    if file.bytes.last != UInt8(ascii: "\n") { found.append("\(file.path): no final line feed") }
    if file.lines.last?.isEmpty == true { found.append("\(file.path): blank line at the end") }
    for (index, line) in file.lines.enumerated() {
      let place = file.place(index)
      if line.utf8.contains(UInt8(ascii: "\t")) { found.append("\(place): tab") }
      if line.utf8.contains(UInt8(ascii: "\r")) { found.append("\(place): carriage return") }
      if line.utf8.last == UInt8(ascii: " ") { found.append("\(place): trailing blank") }
    }
    return found
  }
}
