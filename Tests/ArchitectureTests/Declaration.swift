/// A declaration as a line of formatted Swift shows it.
struct Declaration: Sendable {
  /// The 0-based line of the keyword.
  let line: Int
  /// `func`, `struct`, `let` and so on.
  let keyword: String
  /// The declared name; for `init`, `deinit` and `subscript` the keyword itself.
  let name: String
  let isPackage: Bool

  private static let keywords: Set<String> = [
    "struct", "enum", "class", "actor", "protocol", "extension", "typealias", "func", "init",
    "deinit", "subscript", "var", "let",
  ]
  private static let modifiers: Set<String> = [
    "package", "private", "fileprivate", "internal", "static", "class", "final", "indirect",
    "mutating", "nonmutating", "consuming", "borrowing", "nonisolated", "override", "convenience",
    "lazy", "weak", "isolated", "prefix", "postfix", "infix",
  ]

  /// Reads the declaration that a line of code begins, if it begins one.
  init?(_ code: String, line: Int) {
    var words = Self.withoutAttributes(code).split(separator: " ")
    var isPackage = false
    while let word = words.first.map(Self.bare) {
      if Self.keywords.contains(word), !(word == "class" && Self.declaresMember(words)) { break }
      guard Self.modifiers.contains(word) else { return nil }
      if words.first == "package" { isPackage = true }
      words.removeFirst()
    }
    guard let keyword = words.first.map(Self.bare) else { return nil }
    self.line = line
    self.keyword = keyword
    self.isPackage = isPackage
    name = words.count > 1 ? Self.bare(words[1]) : keyword
  }

  /// `init` out of `init(_`, `private` out of `private(set)`, `Foo` out of `Foo<Bar>:`.
  private static func bare(_ word: Substring) -> String {
    String(word.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
  }

  /// `class func` declares a function, `class Foo` a class.
  private static func declaresMember(_ words: [Substring]) -> Bool {
    words.count > 1 && ["func", "var", "subscript"].contains(bare(words[1]))
  }

  /// `@discardableResult package func` without the attribute.
  private static func withoutAttributes(_ code: String) -> Substring {
    var rest = code.drop { $0 == " " }
    while rest.first == "@" {
      var depth = 0
      rest = rest.drop { character in
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
        return depth > 0 || character != " "
      }
      rest = rest.drop { $0 == " " }
    }
    return rest
  }
}

extension SourceCode {
  var declarations: [Declaration] {
    code.indices.compactMap { Declaration(code[$0], line: $0) }
  }

  /// Whether a `///` comment stands above a line, with nothing but attributes between.
  func isDocumented(_ line: Int) -> Bool {
    let above = lines[..<line].reversed().lazy.map { $0.drop { $0 == " " } }
    return above.first { !$0.hasPrefix("@") }?.hasPrefix("///") == true
  }

  /// The lines from a declaration to its closing brace; nil when it has no body.
  func extent(of declaration: Declaration) -> Int? {
    var parentheses = 0
    var braces = 0
    for line in declaration.line..<code.count {
      for character in code[line] {
        switch character {
        case "(", "[": parentheses += 1
        case ")", "]": parentheses -= 1
        case "{" where parentheses == 0 || braces > 0: braces += 1
        case "}" where braces > 0:
          braces -= 1
          if braces == 0 { return line - declaration.line + 1 }
        default: break
        }
      }
      guard braces > 0 || parentheses > 0 || continues(after: line) else { return nil }
    }
    return nil
  }

  /// Whether the next line belongs to the same signature.
  private func continues(after line: Int) -> Bool {
    guard line + 1 < code.count else { return false }
    let next = code[line + 1].drop { $0 == " " }
    return ["where", "->", "{", "throws", "async", "="].contains { next.hasPrefix($0) }
  }
}
