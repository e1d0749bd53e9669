import Phrases
import SourceText

/// The tables of a document while it is read, with what may still be added to each.
struct TOMLTree {
  /// A part of a key and where it stands.
  struct Key {
    let text: String
    let span: SourceSpan
  }

  private struct Node {
    var entries: [(key: Key, child: Child)] = []
    var positions: [String: Int] = [:]
    var span: SourceSpan
    /// What made the table: that decides what may still add to it.
    var origin: Origin
  }

  private enum Origin {
    /// Only named as a part of a longer header.
    case implied
    case header
    /// Named by a dotted key.
    case dotted
  }

  private enum Child {
    case item(TOMLItem)
    case table(Int)
    /// `[[name]]`: which of `lists`, to which each header added one.
    case tables(Int, SourceSpan)
  }

  let root = 0
  private var nodes = [Node(span: SourceSpan(0, 0), origin: .header)]
  private var lists: [[Int]] = []

  /// The table that a header opens.
  mutating func open(
    _ path: [Key], isArray: Bool, span: SourceSpan
  ) throws(TOMLProblem) -> Int {
    var table = root
    for key in path.dropLast() { table = try descend(key, from: table) }
    guard let last = path.last else { return root }
    guard let position = nodes[table].positions[last.text] else {
      let new = add(Node(span: span, origin: .header))
      if isArray { lists.append([new]) }
      append(last, isArray ? .tables(lists.count - 1, span) : .table(new), to: table)
      return new
    }
    switch nodes[table].entries[position].child {
    case .tables(let list, _) where isArray:
      let new = add(Node(span: span, origin: .header))
      lists[list].append(new)
      return new
    case .table(let known) where !isArray && nodes[known].origin == .implied:
      nodes[known].origin = .header
      nodes[known].span = span
      return known
    case .item, .table, .tables: throw twice(last)
    }
  }

  private mutating func descend(_ key: Key, from table: Int) throws(TOMLProblem) -> Int {
    guard let position = nodes[table].positions[key.text] else {
      let new = add(Node(span: key.span, origin: .implied))
      append(key, .table(new), to: table)
      return new
    }
    switch nodes[table].entries[position].child {
    case .table(let known): return known
    case .tables(let list, _): return lists[list].last ?? table
    case .item: throw twice(key)
    }
  }

  /// Sets a key, which may have several parts.
  mutating func set(_ path: [Key], to item: TOMLItem, in table: Int) throws(TOMLProblem) {
    var table = table
    for key in path.dropLast() {
      if let position = nodes[table].positions[key.text] {
        guard case .table(let known) = nodes[table].entries[position].child,
          nodes[known].origin == .dotted
        else { throw twice(key) }
        table = known
      } else {
        let new = add(Node(span: key.span, origin: .dotted))
        append(key, .table(new), to: table)
        table = new
      }
    }
    guard let last = path.last else { return }
    guard nodes[table].positions[last.text] == nil else { throw twice(last) }
    append(last, .item(item), to: table)
  }

  private func twice(_ key: Key) -> TOMLProblem {
    TOMLProblem(offset: key.span.lower, message: spoken("\(key.text) is set already"))
  }

  private mutating func add(_ node: Node) -> Int {
    nodes.append(node)
    return nodes.count - 1
  }

  private mutating func append(_ key: Key, _ child: Child, to table: Int) {
    nodes[table].positions[key.text] = nodes[table].entries.count
    nodes[table].entries.append((key, child))
  }

  /// What a table has in the end.
  func table(_ index: Int) -> TOMLTable {
    TOMLTable(
      entries: nodes[index].entries.map { key, child in
        TOMLTable.Entry(key: key.text, keySpan: key.span, item: item(child))
      })
  }

  private func item(_ child: Child) -> TOMLItem {
    switch child {
    case .item(let item): item
    case .table(let index): TOMLItem(value: .table(table(index)), span: nodes[index].span)
    case .tables(let list, let span):
      TOMLItem(
        value: .array(
          lists[list].map { TOMLItem(value: .table(table($0)), span: nodes[$0].span) }), span: span)
    }
  }
}
