import ConfigSyntax
import SourceText
import Testing

let bothGrammars: [JailConfGrammar] = [.classic, .nested]

func parseJails(_ text: String, _ grammar: JailConfGrammar = .nested) -> JailConfFile {
  parseJails([UInt8](text.utf8), grammar)
}

func parseJails(_ bytes: [UInt8], _ grammar: JailConfGrammar = .nested) -> JailConfFile {
  parseJailConf(SourceFile(path: "/etc/jail.conf", bytes: bytes), grammar: grammar)
}

extension JailConfFile {
  /// The messages behind the path.
  var complaints: [String] {
    problems.map { String($0.message.dropFirst("/etc/jail.conf".count)) }
  }

  var parameters: [JailConfParameter] {
    items.compactMap { item in
      guard case .parameter(let parameter) = item.kind else { return nil }
      return parameter
    }
  }

  /// Every statement on a line of its own: depth as dots, operator, names and values.
  var outline: [String] {
    items.map { item in
      var depth = 0
      var parent = item.parent
      while let block = parent {
        depth += 1
        parent = blocks[block].parent
      }
      return String(repeating: ".", count: depth) + describe(item.kind)
    }
  }

  private func describe(_ kind: JailConfItem.Kind) -> String {
    switch kind {
    case .block(let index): "\(blocks[index].name) {}"
    case .include(let files): "include \(describe(values[files]))"
    case .parameter(let parameter):
      (parameter.isVariable ? "$" : "") + name(of: parameter)
        + (parameter.op == .bare ? "" : " \(parameter.op) \(describe(values(of: parameter)))")
    }
  }

  private func describe(_ values: ArraySlice<JailConfString>) -> String {
    values.map(\.shown).joined(separator: ", ")
  }

  /// Fails the test where the tree contradicts itself or the bytes it came from.
  func expectSound(for bytes: [UInt8], _ location: SourceLocation = #_sourceLocation) {
    func fits(_ span: SourceSpan) -> Bool {
      0 <= span.lower && span.lower <= span.upper && span.upper <= bytes.count
    }
    var isSound = blocks.allSatisfy { fits($0.span) && fits($0.nameSpan) }
    isSound = isSound && problems.allSatisfy { fits($0.span) }
    for (index, item) in items.enumerated() {
      isSound = isSound && fits(item.span) && item.span.count > 0
      if index > 0 { isSound = isSound && items[index - 1].span.lower < item.span.lower }
      if let parent = item.parent {
        isSound = isSound && blocks[parent].span.lower < item.span.lower
        isSound = isSound && item.span.upper <= blocks[parent].span.upper
      }
      guard case .block(let block) = item.kind else { continue }
      isSound = isSound && blocks[block].span == item.span && blocks[block].parent == item.parent
    }
    let heads = items.filter { if case .block = $0.kind { true } else { false } }
    isSound = isSound && heads.count == blocks.count
    #expect(isSound, "unsound tree", sourceLocation: location)
  }
}

extension JailConfString {
  /// Text in brackets, variables with a dollar sign.
  var shown: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): "[\(text)]"
      case .variable(let name): "$\(name)"
      }
    }.joined()
  }
}

/// True when the spans of the tokens cover the bytes without gap, overlap or empty token.
func tokensTile(_ bytes: [UInt8]) -> Bool {
  var end = 0
  for token in jailConfTokens(bytes) {
    guard token.span.lower == end, token.span.upper > end else { return false }
    end = token.span.upper
  }
  return end == bytes.count
}
