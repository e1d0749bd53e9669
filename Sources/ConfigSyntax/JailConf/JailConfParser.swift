package import SourceText

/// Reads a file in the grammar of jail.conf(5), with the complaints jail(8) would print.
///
/// Never fails: what jail(8) rejects is in `problems`, and the tree holds what stands around it.
/// In a file with problems a line that begins with `name {` counts as a block even where jail(8)
/// has lost the thread; such a block has no parameters and ends at its brace.
/// Facts: usr.sbin/jail/jaillex.l and jailparse.y, error recovery of byacc(1).
package func parseJailConf(_ file: SourceFile, grammar: JailConfGrammar) -> JailConfFile {
  var parser = JailConfParser(file, grammar: grammar)
  parser.parse()
  var tree = parser.tree
  if !tree.problems.isEmpty { tree.addBlocksAtLineStarts(of: file.bytes) }
  return tree
}

/// One pass over the tokens that matter to the grammar, one of them read ahead.
struct JailConfParser {
  /// The nesting at which jail(8) runs out of parser stack, rounded down.
  private static let deepestNesting = 3_000
  /// byacc(1) reports a syntax error only when it has accepted this many tokens since the last.
  private static let quietAfterError = 3

  private let grammar: JailConfGrammar
  private let text: JailConfText
  private var source: JailConfSource
  private(set) var tree: JailConfFile
  private var names = JailConfNames()
  /// The blocks around the next token, outermost first, with their places in `items`.
  private var open: [(block: Int, item: Int)] = []
  /// Tokens left to accept before syntax errors are reported again.
  private var quiet = 0
  private var scratch: [UInt8] = []

  init(_ file: SourceFile, grammar: JailConfGrammar) {
    self.grammar = grammar
    text = JailConfText(file.bytes)
    source = JailConfSource(file, grammar: grammar)
    tree = JailConfFile(path: file.path)
    // room that isn't used is never touched, and an array that grows touches twice what it needs
    tree.items.reserveCapacity(file.bytes.count / 24)
    tree.blocks.reserveCapacity(file.bytes.count / 64)
    tree.values.reserveCapacity(file.bytes.count / 24)
  }

  mutating func parse() {
    source.advance()
    while let token = source.ahead {
      switch token.kind {
      case .semicolon:
        accept()
      case .closeBrace where !open.isEmpty:
        closeBlocks(downTo: open.count - 1, at: token.span.upper)
        accept()
      case .word, .singleQuoted, .doubleQuoted, .openQuoted, .variable:
        parseStatement(token)
      default:
        recover()
      }
    }
    if !open.isEmpty, quiet == 0 { source.reportSyntaxError() }
    closeBlocks(downTo: 0, at: source.end)
    tree.problems = source.problems
    tree.names = names.texts
  }

  /// A block up to its opening brace, or a parameter with its semicolon.
  private mutating func parseStatement(_ head: JailConfToken) {
    accept()
    let mayOpenBlock = head.kind != .variable && (grammar == .nested || open.isEmpty)
    let op: JailConfParameter.Operator
    switch source.ahead?.kind {
    case .openBrace? where mayOpenBlock: return openBlock(head)
    case .semicolon?: op = .bare
    case .equals?: op = .set
    case .plusEquals?: op = .append
    default: op = .juxtaposed
    }
    if op == .set || op == .append { accept() }
    let first = tree.values.count
    guard op == .bare || parseValues(), let end = source.ahead, end.kind == .semicolon else {
      tree.values.removeSubrange(first...)
      return recover()
    }
    let parameter = JailConfParameter(
      name: names.number(of: head, in: text), nameSpan: head.span,
      isVariable: head.kind == .variable, op: op, values: first..<tree.values.count)
    tree.items.append(
      JailConfItem(
        kind: kind(of: parameter), parent: open.last?.block,
        span: SourceSpan(head.span.lower, end.span.upper)))
    accept()
  }

  private mutating func openBlock(_ head: JailConfToken) {
    guard open.count < Self.deepestNesting else {
      source.report("memory exhausted", at: head.span)
      source.stop()
      quiet = Self.quietAfterError
      return
    }
    let parent = open.last?.block
    open.append((tree.blocks.count, tree.items.count))
    tree.items.append(
      JailConfItem(kind: .block(tree.blocks.count), parent: parent, span: head.span))
    tree.blocks.append(
      JailConfBlock(
        name: text.string(of: head), nameSpan: head.span, parent: parent, span: head.span))
    accept()
  }

  private mutating func closeBlocks(downTo depth: Int, at upper: Int) {
    while open.count > depth, let (block, item) = open.popLast() {
      let span = SourceSpan(tree.blocks[block].nameSpan.lower, upper)
      tree.blocks[block].span = span
      tree.items[item].span = span
    }
  }

  private mutating func kind(of parameter: JailConfParameter) -> JailConfItem.Kind {
    guard grammar == .nested, parameter.op == .juxtaposed, !parameter.isVariable,
      names.texts[parameter.name] == ".include"
    else { return .parameter(parameter) }
    var isConstant = true
    for value in tree.values(of: parameter) where value.constant == nil {
      isConstant = false
      source.report("variables not permitted in '.include' filename", at: value.span)
    }
    return isConstant ? .include(parameter.values) : .parameter(parameter)
  }

  /// `string, …`.
  ///
  /// - Returns: false where a string is missing.
  private mutating func parseValues() -> Bool {
    while let value = parseString() {
      tree.values.append(value)
      guard source.ahead?.kind == .comma else { return true }
      accept()
    }
    return false
  }

  private mutating func parseString() -> JailConfString? {
    guard let first = source.ahead, first.kind.isStringPiece, !first.isJoined else { return nil }
    accept()
    let goesOn = source.ahead.map { $0.kind.isStringPiece && $0.isJoined } ?? false
    guard goesOn || first.kind == .variable else {
      // most strings are of one piece
      let upper = max(first.span.upper, source.endOfString)
      return JailConfString(
        text: text.string(of: first), span: SourceSpan(first.span.lower, upper))
    }
    return parseRest(behind: first)
  }

  /// The string that begins with a piece that was accepted.
  private mutating func parseRest(behind first: JailConfToken) -> JailConfString {
    var pieces: [JailConfString.Piece] = []
    var upper = first.span.upper
    scratch.removeAll(keepingCapacity: true)
    var token = first
    while true {
      if token.kind == .variable {
        flush(&pieces)
        pieces.append(.variable(text.string(of: token)))
      } else {
        text.append(token, to: &scratch)
      }
      upper = max(token.span.upper, source.endOfString)
      guard let next = source.ahead, next.kind.isStringPiece, next.isJoined else { break }
      token = next
      accept()
    }
    flush(&pieces)
    return JailConfString(pieces: pieces, span: SourceSpan(first.span.lower, upper))
  }

  private mutating func flush(_ pieces: inout [JailConfString.Piece]) {
    guard !scratch.isEmpty else { return }
    pieces.append(.text(String(decoding: scratch, as: UTF8.self)))
    scratch.removeAll(keepingCapacity: true)
  }

  private mutating func accept() {
    if quiet > 0 { quiet -= 1 }
    source.advance()
  }

  /// Drops the statement up to its semicolon; the next three tokens decide whether a further
  /// error is news.
  private mutating func recover() {
    if quiet == 0 { source.reportSyntaxError() }
    quiet = Self.quietAfterError
    while let token = source.ahead, token.kind != .semicolon { source.advance() }
  }
}
