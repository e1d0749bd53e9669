/// A text for people, in the language they are spoken to in: `spoken("jail \(name) is not created")`.
///
/// The English text is the key of its translation, each interpolated value a hole that is numbered
/// from 1; a long one may be several literals joined by `+`. A test holds the catalogue to the calls
/// it finds, so the argument is always made of literals.
///
/// - Parameter sense: tells texts apart that are one in English and not elsewhere.
package func spoken(_ phrase: Phrase, as sense: StaticString? = nil) -> String {
  phrase.text(sense)
}

/// A text that is kept as data, such as a page or a theme's description, in the language of whoever
/// reads it; as it is where the catalogue doesn't have it.
package func translated(_ text: String) -> String {
  guard Language.current != .english else { return text }
  return Translations.german[text]?.written { "{\($0)}" } ?? text
}

/// A text as it is written in the program, of which `spoken` makes the one that is read.
package struct Phrase: ExpressibleByStringInterpolation, Sendable {
  /// In English the text, else what it is found by in the catalogue.
  private var pattern: String
  /// What fills the holes; nil in English, where they are filled at once.
  private var values: [String]?

  package init(stringLiteral literal: String) {
    pattern = literal
    values = Language.current == .english ? nil : []
  }

  package init(stringInterpolation interpolation: StringInterpolation) {
    pattern = interpolation.pattern
    values = interpolation.values
  }

  /// One text of two parts.
  package static func + (left: Phrase, right: Phrase) -> Phrase {
    guard let values = left.values, let more = right.values else {
      var whole = left
      whole.pattern += right.pattern
      return whole
    }
    var whole = left
    whole.pattern += Template(right.pattern).written { "{\($0 + values.count)}" }
    whole.values = values + more
    return whole
  }

  /// The text in the language of the one who reads it.
  package var spoken: String { text(nil) }

  fileprivate func text(_ sense: StaticString?) -> String {
    guard let values else { return pattern }
    let key = sense.map { "\(pattern) [\($0)]" } ?? pattern
    let template = Translations.german[key] ?? Template(pattern)
    return template.written { values.indices.contains($0 - 1) ? values[$0 - 1] : "" }
  }

  /// Collects the pieces of a text.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pattern = ""
    fileprivate var values: [String]?

    package init(literalCapacity: Int, interpolationCount: Int) {
      pattern.reserveCapacity(literalCapacity + interpolationCount * 12)
      if Language.current != .english { values = [] }
    }

    /// Adds what is translated.
    package mutating func appendLiteral(_ literal: String) { pattern += literal }

    /// Adds a hole with what fills it.
    package mutating func appendInterpolation(_ value: String) { append(value) }

    /// Adds a hole with what fills it.
    package mutating func appendInterpolation(_ value: Substring) { append(String(value)) }

    /// Adds a hole with what fills it.
    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      append(value.description)
    }

    private mutating func append(_ value: String) {
      guard let count = values?.count else {
        pattern += value
        return
      }
      values?.append(value)
      pattern += "{\(count + 1)}"
    }
  }
}
