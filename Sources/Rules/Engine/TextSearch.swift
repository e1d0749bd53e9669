import HostModel

/// Searches that rules ask of every failure.
extension String {
  /// Whether a text stands in this one, byte for byte: the standard library's search compares
  /// characters, which takes a thousand times as long.
  func contains(_ text: String) -> Bool {
    let (view, wanted) = (utf8, text.utf8)
    return wanted.isEmpty || view.span.position(of: wanted.span) != nil
  }

  /// Whether a text stands in this one behind so many bytes.
  func contains(_ text: String, behind count: Int) -> Bool {
    utf8.count > count
      && utf8.span.extracting(droppingFirst: count).position(of: text.utf8.span) != nil
  }
}
