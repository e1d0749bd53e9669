import SourceText

/// Jails that a person sees in a file which jail(8) can't read.
extension JailConfFile {
  /// Adds a block for every line that begins with `name {` and has none yet.
  ///
  /// Lines inside a closed comment don't count. The new blocks stand at the top level and reach
  /// from name to brace.
  mutating func addBlocksAtLineStarts(of bytes: [UInt8]) {
    let known = Set(blocks.map(\.nameSpan.lower))
    let heads = blockHeads(of: bytes).filter { !known.contains($0.name.span.lower) }
    guard !heads.isEmpty else { return }
    let text = JailConfText(bytes)
    for head in heads {
      items.append(JailConfItem(kind: .block(blocks.count), parent: nil, span: head.span))
      blocks.append(
        JailConfBlock(
          name: text.string(of: head.name), nameSpan: head.name.span, parent: nil,
          span: head.span))
    }
    restoreOrder()
  }

  /// Puts items and blocks into file order, and renames the blocks in all who name them.
  private mutating func restoreOrder() {
    let order = blocks.indices.sorted { blocks[$0].nameSpan.lower < blocks[$1].nameSpan.lower }
    var position = order
    for (new, old) in order.enumerated() { position[old] = new }
    blocks = order.map { old in
      let block = blocks[old]
      return JailConfBlock(
        name: block.name, nameSpan: block.nameSpan, parent: block.parent.map { position[$0] },
        span: block.span)
    }
    items = items.map { item in
      var kind = item.kind
      if case .block(let old) = kind { kind = .block(position[old]) }
      return JailConfItem(kind: kind, parent: item.parent.map { position[$0] }, span: item.span)
    }
    items.sort { $0.span.lower < $1.span.lower }
  }
}

/// A name at the start of a line and the brace behind it.
private struct BlockHead {
  let name: JailConfToken
  let span: SourceSpan

  /// Reads the line from `start`; nil when it begins otherwise.
  init?(at start: Int, in bytes: [UInt8]) {
    guard let name = Self.name(at: start, in: bytes) else { return nil }
    var index = name.span.upper
    while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "{") else { return nil }
    self.name = name
    span = SourceSpan(start, index + 1)
  }

  /// A word, also one with the stars of a wildcard or with letters jail(8) chokes on, or a quoted
  /// name.
  private static func name(at start: Int, in bytes: [UInt8]) -> JailConfToken? {
    let line = bytes[min(start, bytes.count)...].prefix { $0 != UInt8(ascii: "\n") }
    switch line.first {
    case nil: return nil
    case UInt8(ascii: "\"")?: return quotedName(.doubleQuoted, in: line)
    case UInt8(ascii: "'")?: return quotedName(.singleQuoted, in: line)
    default:
      let word = line.prefix { isNameByte($0) }
      guard !word.isEmpty else { return nil }
      return JailConfToken(kind: .word, span: SourceSpan(start, word.endIndex))
    }
  }

  private static func quotedName(
    _ kind: JailConfToken.Kind, in line: ArraySlice<UInt8>
  ) -> JailConfToken? {
    guard let quote = line.first, let close = line.dropFirst().firstIndex(of: quote) else {
      return nil
    }
    return JailConfToken(kind: kind, span: SourceSpan(line.startIndex, close + 1))
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isJailConfWord || byte == UInt8(ascii: "*") || byte >= 0x80
  }
}

private func blockHeads(of bytes: [UInt8]) -> [BlockHead] {
  var heads: [BlockHead] = []
  if let head = BlockHead(at: 0, in: bytes) { heads.append(head) }
  var scanner = JailConfScanner(bytes)
  while let token = scanner.next() {
    guard token.kind != .comment else { continue }
    for index in token.span.range where bytes[index] == UInt8(ascii: "\n") {
      if let head = BlockHead(at: index + 1, in: bytes) { heads.append(head) }
    }
  }
  return heads
}
