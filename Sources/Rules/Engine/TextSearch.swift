import HostModel

extension String {
  /// Whether a text stands in this one, byte for byte.
  ///
  /// Takes the place of the standard library's search by characters, which is a thousand times as
  /// slow, and rules ask it of every failure.
  func contains(_ text: String) -> Bool {
    let (view, wanted) = (utf8, text.utf8)
    return wanted.isEmpty || view.span.position(of: wanted.span) != nil
  }
}
