/// A text that other code says, which knows English alone: `ForeignText("Unknown option '{1}'")`.
///
/// It stands in the catalogue as others do, and a test holds it to that; holes are numbered in order.
package struct ForeignText: Sendable {
  private let pattern: String

  /// - Parameter pattern: the English text with its holes.
  package init(_ pattern: String) { self.pattern = pattern }

  /// What a text is in the language of whoever reads it; nil when it has another form.
  package func translation(of text: some StringProtocol) -> String? {
    let english = Template(pattern)
    guard let fillings = english.fillings(of: text) else { return nil }
    let template = Language.current == .english ? english : Translations.german[pattern]
    return template?.written { fillings.indices.contains($0 - 1) ? fillings[$0 - 1] : "" }
  }
}
