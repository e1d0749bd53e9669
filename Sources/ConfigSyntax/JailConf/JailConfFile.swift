package import SourceText

/// A file in the grammar of jail.conf(5), read without losing a byte.
///
/// Blocks are kept flat, each naming its parent, so that no depth of braces can exhaust the stack.
package struct JailConfFile: Sendable {
  /// The path as jail(8) prints it in front of its messages.
  package let path: String
  /// Parameters, includes and block heads in file order, at every depth.
  package internal(set) var items: [JailConfItem] = []
  /// Blocks in the order of their opening braces.
  package internal(set) var blocks: [JailConfBlock] = []
  /// Each name that parameters are set by, once: few names are set in most blocks.
  package internal(set) var names: [String] = []
  /// The values of all statements, in file order.
  package internal(set) var values: [JailConfString] = []
  /// What jail(8) complains about while reading, in its order and words; any one makes it start nothing.
  package internal(set) var problems: [JailConfProblem] = []

  init(path: String) {
    self.path = path
  }

  /// A parameter's name, without the `$` of a variable.
  package func name(of parameter: JailConfParameter) -> String { names[parameter.name] }

  /// A parameter's values in order; none for a flag.
  package func values(of parameter: JailConfParameter) -> ArraySlice<JailConfString> {
    values[parameter.values]
  }
}

/// Which jail.conf(5) grammar reads the file.
package enum JailConfGrammar: Sendable {
  /// FreeBSD 12 and 13: no nested jails, `.include` is an ordinary parameter.
  case classic
  /// FreeBSD 14 and later: nested jails and `.include`.
  case nested
}

/// A statement of a jail.conf file.
package struct JailConfItem: Sendable {
  /// What a statement can be.
  package enum Kind: Sendable {
    case parameter(JailConfParameter)
    /// `.include "file", …;`, only in the newer grammar: the places of its strings in
    /// `JailConfFile.values`.
    case include(Range<Int>)
    /// The head of the block with this index in `JailConfFile.blocks`.
    case block(Int)
  }

  /// What the statement is.
  package let kind: Kind
  private let block: BlockNumber
  /// From the first byte of the statement to its `;`, or for a block to its `}`.
  package var span: SourceSpan

  package init(kind: Kind, parent: Int?, span: SourceSpan) {
    self.kind = kind
    block = BlockNumber(parent)
    self.span = span
  }

  /// The index of the block that holds the statement; nil at the top level.
  package var parent: Int? { block.index }
}

/// The index of a block, or none, in half the bytes: a large file has many.
private struct BlockNumber: Sendable {
  private let number: Int32

  init(_ index: Int?) { number = index.map { Int32(clamping: $0) } ?? -1 }

  var index: Int? { number < 0 ? nil : Int(number) }
}

/// `name { … }`.
package struct JailConfBlock: Sendable {
  /// The last component of the jail's name, as written in front of the brace.
  package let name: String
  /// Where the name stands.
  package let nameSpan: SourceSpan
  private let outer: BlockNumber
  /// From the name to the closing brace, or to where reading stopped.
  package var span: SourceSpan

  package init(name: String, nameSpan: SourceSpan, parent: Int?, span: SourceSpan) {
    self.name = name
    self.nameSpan = nameSpan
    outer = BlockNumber(parent)
    self.span = span
  }

  /// The block around this one.
  package var parent: Int? { outer.index }
}

/// `name;`, `name = value, …;`, `name += value, …;` or `name value, …;`.
package struct JailConfParameter: Sendable {
  /// How a parameter takes its values.
  package enum Operator: Sendable {
    case bare, set, append, juxtaposed
  }

  // half the usual size, as for spans
  private let nameNumber: Int32
  private let firstValue: Int32
  private let valuesEnd: Int32
  /// Where the name stands.
  package let nameSpan: SourceSpan
  /// Written with a dollar sign in front: `$name = …`.
  package let isVariable: Bool
  /// How it takes its values.
  package let op: Operator

  init(name: Int, nameSpan: SourceSpan, isVariable: Bool, op: Operator, values: Range<Int>) {
    nameNumber = Int32(clamping: name)
    firstValue = Int32(clamping: values.lowerBound)
    valuesEnd = Int32(clamping: values.upperBound)
    self.nameSpan = nameSpan
    self.isVariable = isVariable
    self.op = op
  }

  /// The place of its name in `JailConfFile.names`.
  package var name: Int { Int(nameNumber) }

  /// The places of its values in `JailConfFile.values`.
  package var values: Range<Int> { Int(firstValue)..<Int(valuesEnd) }
}

/// One value: adjacent words, quoted strings and variables joined.
package struct JailConfString: Sendable {
  /// A stretch of a string that means one thing.
  package enum Piece: Sendable, Equatable {
    /// Text after quotes and escapes are resolved.
    case text(String)
    /// `$name` or `${name}`.
    case variable(String)
  }

  /// Most strings are a text alone, which needs no list.
  private enum Content: Sendable {
    case text(String)
    case pieces([Piece])
  }

  private let content: Content
  /// The value as written, quotes included.
  package let span: SourceSpan

  package init(pieces: [Piece], span: SourceSpan) {
    content = .pieces(pieces)
    self.span = span
  }

  package init(text: String, span: SourceSpan) {
    content = .text(text)
    self.span = span
  }

  /// The pieces in order; none for an empty string.
  package var pieces: [Piece] {
    switch content {
    case .text(let text): text.isEmpty ? [] : [.text(text)]
    case .pieces(let pieces): pieces
    }
  }

  /// The text when no variable is in it, else nil.
  package var constant: String? {
    switch content {
    case .text(let text): return text
    case .pieces(let pieces):
      var joined = ""
      for piece in pieces {
        guard case .text(let text) = piece else { return nil }
        joined += text
      }
      return joined
    }
  }
}

/// A complaint of jail(8) about a file.
package struct JailConfProblem: Sendable, Equatable {
  /// What jail(8) prints behind `jail: `: `/etc/jail.conf line 8: }: syntax error`.
  package let message: String
  /// Where the text stands that can't be read.
  package let span: SourceSpan

  package init(message: String, span: SourceSpan) {
    self.message = message
    self.span = span
  }
}
