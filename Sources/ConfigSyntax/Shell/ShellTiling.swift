import SourceText

/// Nodes that cover a file from its start without a gap, as far as it has been read.
struct ShellTiling {
  private(set) var nodes: [ShellNode] = []
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // room that isn't used is never touched, and an array that grows touches twice what it needs
    nodes.reserveCapacity(bytes.count / 16)
  }

  private var end: Int { nodes.last?.span.upper ?? 0 }

  mutating func add(_ kind: consuming ShellNode.Kind, from lower: Int, to upper: Int) {
    fill(to: lower)
    if lower < upper { nodes.append(ShellNode(kind: kind, span: SourceSpan(lower, upper))) }
  }

  /// Covers what stands between commands: blanks and comments.
  mutating func fill(to upper: Int) {
    var start = end
    var index = start
    while index < upper {
      guard bytes[index] == UInt8(ascii: "#") else {
        index += 1
        continue
      }
      append(.blank, start, index)
      start = index
      while index < upper, bytes[index] != UInt8(ascii: "\n") { index += 1 }
      append(.comment, start, index)
      start = index
    }
    append(.blank, start, upper)
  }

  private mutating func append(_ kind: ShellNode.Kind, _ lower: Int, _ upper: Int) {
    if lower < upper { nodes.append(ShellNode(kind: kind, span: SourceSpan(lower, upper))) }
  }

  /// Forgets the nodes behind the first `count`.
  mutating func shorten(to count: Int) {
    nodes.removeSubrange(count...)
  }

  /// Makes one statement of all from the one that holds an offset on, up to `upper`.
  mutating func join(from offset: Int, to upper: Int) {
    guard let first = nodes.lastIndex(where: { $0.span.lower <= offset }) else { return }
    let statements = nodes[first...].compactMap { node -> ShellStatement? in
      guard case .statement(let statement) = node.kind else { return nil }
      return statement
    }
    let lower = nodes[first].span.lower
    nodes.removeSubrange(first...)
    let joined =
      statements.count == 1
      ? statements[0] : ShellStatement(.sequence(statements.map(\.command)))
    append(.statement(joined), lower, upper)
  }
}
