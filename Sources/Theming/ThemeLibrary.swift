import Phrases
package import SourceText
import Themes

/// The themes to choose from: those of the program, and the user's own.
package struct ThemeLibrary: Sendable {
  private let own: [String: SourceFile]

  /// - Parameter own: the user's theme files by name; one that is called as one of the program's comes
  ///   before it and can inherit from it.
  package init(own: [String: SourceFile] = [:]) {
    self.own = own
  }

  /// The same with one more theme.
  package func adding(_ file: SourceFile, named name: String) -> ThemeLibrary {
    ThemeLibrary(own: own.merging([name: file]) { $1 })
  }

  /// The name of the theme that is used when none is chosen, and that every other falls back on.
  package static let standardName = "terminal"

  /// The theme that is used when none is chosen.
  package static let standard =
    (try? ThemeLibrary().theme(named: standardName)) ?? Theme(levels: [])

  /// The names of all, the program's first.
  package var names: [String] {
    let known = BuiltInTheme.all.map(\.name)
    return known + own.keys.filter { !known.contains($0) }.sorted()
  }

  /// A theme with all that it inherits.
  package func theme(named name: String) throws(ThemeError) -> Theme {
    guard let file = file(name, isOwn: own[name] != nil) else { throw .unknown(name: name) }
    var levels = [try Self.read(file, named: name)]
    while let last = levels.last, let parent = last.parent {
      levels.append(try self.parent(parent, of: levels))
    }
    if levels.last?.name != Self.standardName,
      let standard = self.file(Self.standardName, isOwn: false)
    {
      levels.append(try Self.read(standard, named: Self.standardName))
    }
    let theme = Theme(levels: levels)
    let problems = theme.unknownColors
    if !problems.isEmpty { throw .wrong(problems) }
    return theme
  }

  private static let deepest = 8

  private func parent(
    _ word: ThemeWord, of levels: [ThemeFile]
  ) throws(ThemeError) -> ThemeFile {
    let name = word.text
    func refuse(_ message: String) -> ThemeError {
      .wrong(levels.suffix(1).map { $0.problem(message, at: word.span) })
    }
    if levels.count > Self.deepest {
      throw refuse(spoken("inherits from more than \(Self.deepest) themes"))
    }
    // an own theme may build upon the program's of the same name
    let isKnown = levels.contains { $0.name == name }
    let isOwn = own[name] != nil && !(isKnown && file(name, isOwn: false) != nil)
    guard let file = file(name, isOwn: isOwn) else {
      throw refuse(spoken("there is no theme \(name)"))
    }
    if levels.contains(where: { $0.file.path == file.path }) {
      throw refuse(
        spoken("inherits from itself: \((levels.map(\.name) + [name]).joined(separator: ", "))"))
    }
    return try Self.read(file, named: name)
  }

  private func file(_ name: String, isOwn: Bool) -> SourceFile? {
    if isOwn { return own[name] }
    return BuiltInTheme.all.first { $0.name == name }
      .map { SourceFile(path: "Themes/\(name).toml", bytes: $0.bytes) }
  }

  private static func read(_ file: SourceFile, named name: String) throws(ThemeError) -> ThemeFile {
    var reader = ThemeFileReader(name: name, file: file)
    reader.read()
    if !reader.problems.isEmpty { throw .wrong(reader.problems) }
    return reader.theme
  }
}

extension Theme {
  /// The words in styles that are no colours.
  fileprivate var unknownColors: [ThemeProblem] {
    levels.enumerated().flatMap { number, level in
      level.styles.flatMap { depth, styles in
        styles.values.flatMap { [$0.foreground, $0.background].compactMap { $0 } }
          .filter { color($0.text, of: number, at: depth) == nil }
          .map { level.problem(Self.complaint(of: $0.text, at: depth), at: $0.span) }
      }
    }
    .sorted { ($0.path, $0.line, $0.column) < ($1.path, $1.line, $1.column) }
  }

  private static func complaint(of word: String, at depth: ColorDepth) -> String {
    switch depth {
    case .mono: spoken("mono has attributes only, no colour \(word)")
    case .eight, .sixteen: spoken("not one of the terminal's \(depth.colors) colours: \(word)")
    case .indexed, .direct: spoken("unknown colour \(word)")
    }
  }
}
