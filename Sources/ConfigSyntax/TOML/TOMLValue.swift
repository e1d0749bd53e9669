package import SourceText

/// A value of TOML 1.0, in which jailscope's own settings and themes are written.
package indirect enum TOMLValue: Sendable, Equatable {
  case string(String)
  case integer(Int)
  case float(Double)
  case boolean(Bool)
  /// A date, a time or both, as written.
  case dateTime(String)
  case array([TOMLItem])
  case table(TOMLTable)
}

/// A value with the place it is written at.
package struct TOMLItem: Sendable, Equatable {
  /// What is written.
  package let value: TOMLValue
  /// Its bytes; for a table below a header, those of the header.
  package let span: SourceSpan

  /// The text of a string; nil for any other value.
  package var string: String? {
    if case .string(let text) = value { return text }
    return nil
  }

  /// The items of an array; nil for any other value.
  package var array: [TOMLItem]? {
    if case .array(let items) = value { return items }
    return nil
  }

  /// The table; nil for any other value.
  package var table: TOMLTable? {
    if case .table(let table) = value { return table }
    return nil
  }
}

/// Keys and their values, in the order in which they are written.
package struct TOMLTable: Sendable, Equatable {
  /// A key with its value.
  package struct Entry: Sendable, Equatable {
    /// The key without quotes.
    package let key: String
    /// Where the key stands.
    package let keySpan: SourceSpan
    /// What it has.
    package let item: TOMLItem
  }

  /// Each key once.
  package let entries: [Entry]

  /// The value of a key.
  package subscript(key: String) -> TOMLItem? {
    entries.first { $0.key == key }?.item
  }
}

/// What keeps a text from being TOML.
package struct TOMLProblem: Error, Sendable, Equatable {
  /// Where reading stopped, in bytes.
  package let offset: Int
  /// What is wrong there, in one clause.
  package let message: String
}

/// Reads a TOML 1.0 document.
///
/// - Throws: at the first byte that can't be read, and at a key that is set twice.
package func parseTOML(_ bytes: [UInt8]) throws(TOMLProblem) -> TOMLTable {
  var parser = TOMLParser(bytes)
  return try parser.document()
}
