import ConfigSyntax
import Phrases
import SourceText

/// Words after splitting, and the reason they aren't known, if they aren't.
struct ExpandedFields {
  var texts: [String] = []
  var unknown: String?
}

/// Makes the arguments of a command of its words.
extension ShellEvaluator {
  /// Expands words, splits what comes from unquoted expansions and looks for file names.
  mutating func fields(_ words: some Sequence<ShellWord>) -> ExpandedFields {
    var builder = ShellFieldBuilder(separators: variables["IFS"]?.text ?? " \t\n")
    for word in words {
      add(word, to: &builder, isOperand: false)
      builder.endWord()
      if builder.size > longestShellText { break }
    }
    budget -= builder.size >> 6 + builder.fields.count >> 3
    if builder.size > longestShellText { return ExpandedFields(unknown: tooLongShellText) }
    var result = ExpandedFields(unknown: builder.unknown)
    for field in builder.fields {
      guard let names = fileNames(field) else {
        result.texts.append(field.map(\.text).joined())
        continue
      }
      result.texts += names.texts
      result.unknown = result.unknown ?? names.unknown
    }
    return result
  }

  private mutating func add(
    _ word: ShellWord, to builder: inout ShellFieldBuilder, isOperand: Bool
  ) {
    depth += 1
    defer { depth -= 1 }
    if word.startsAtHome { builder.lose(unknownHome) }
    for part in word.parts {
      switch part {
      case .literal(let text, _) where isOperand: builder.split(text)
      case .literal(let text, _): builder.append(text, isQuoted: false)
      case .quoted(let text, _): builder.append(text, isQuoted: true)
      case .parameter(let parameter): add(parameter, to: &builder)
      case .commandSubstitution, .arithmetic:
        let isQuoted = part.isQuoted
        builder.append(expand(part), isQuoted: isQuoted)
        loseSeparators(&builder, isQuoted)
      }
    }
  }

  private mutating func add(_ parameter: ShellParameter, to builder: inout ShellFieldBuilder) {
    let isList = parameter.name == "@" || parameter.name == "*" && !parameter.quoted
    if parameter.op == .none, isList {
      if let unknownArguments { builder.lose(unknownArguments) }
      for (index, argument) in arguments.enumerated() {
        if index > 0 { builder.endField() }
        builder.append(ExpandedText(text: argument), isQuoted: parameter.quoted)
      }
    } else if let word = replacement(for: parameter), !parameter.quoted {
      add(word, to: &builder, isOperand: true)
    } else {
      builder.append(expand(parameter), isQuoted: parameter.quoted)
    }
    loseSeparators(&builder, parameter.quoted)
  }

  private func loseSeparators(_ builder: inout ShellFieldBuilder, _ isQuoted: Bool) {
    if !isQuoted, let reason = variables["IFS"]?.unknown { builder.lose(reason) }
  }

  /// The files whose names match a field, or the field itself when none do; nil when it is no
  /// pattern.
  private mutating func fileNames(_ field: [ShellFieldBuilder.Piece]) -> ExpandedFields? {
    let isPlain = field.allSatisfy { piece in
      piece.isQuoted || !piece.text.utf8.contains { "*?[".utf8.contains($0) }
    }
    if isPlain { return nil }
    let characters = field.flatMap { piece in
      piece.text.unicodeScalars.map { PatternCharacter(scalar: $0, isQuoted: piece.isQuoted) }
    }
    if patternPieces(characters).allSatisfy(\.isExact) { return nil }
    let text = field.map(\.text).joined()
    guard text.utf8.first == UInt8(ascii: "/") else {
      return ExpandedFields(texts: [text], unknown: spoken("file names in the working directory"))
    }
    var paths = [""]
    var isChecked = false
    let parts = characters.split(omittingEmptySubsequences: false) { $0.scalar == "/" }
    for part in parts.dropFirst() {
      let pieces = patternPieces(Array(part))
      if !isChecked, pieces.allSatisfy(\.isExact) {
        paths = paths.map { $0 + "/" + String(String.UnicodeScalarView(part.map(\.scalar))) }
        continue
      }
      isChecked = true
      var found: [String] = []
      for path in paths {
        guard let names = matchingNames(path, pieces) else {
          return ExpandedFields(texts: [text], unknown: spoken("\(path)/ was not collected"))
        }
        found += names
      }
      paths = found
    }
    return ExpandedFields(texts: paths.isEmpty ? [text] : paths)
  }

  /// The paths of the entries of a folder that match; nil when the folder was not collected.
  private mutating func matchingNames(_ folder: String, _ pieces: [PatternPiece]) -> [String]? {
    switch host.entry(at: folder.isEmpty ? "/" : folder) {
    case .directory(let names)?:
      budget -= names.count >> 4 + 1
      if budget < 0 { return nil }
      return names.filter { name in
        (!name.hasPrefix(".") || pieces.first == .exactly(".")) && matches(name, pieces)
      }.map { "\(folder)/\($0)" }
    case .missing?, .file?: return []
    case .unreadable?, nil: return nil
    }
  }
}

extension ShellWord {
  /// Begins with an unquoted tilde, which stands for somebody's home directory.
  var startsAtHome: Bool {
    if case .literal(let text, _)? = parts.first { return text.utf8.first == UInt8(ascii: "~") }
    return false
  }
}

/// The reason the text of such a word isn't known.
let unknownHome = spoken("a home directory")
