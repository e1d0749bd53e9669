/// Comparisons of bytes with fixed texts, without decoding them.
extension Span<UInt8> {
  /// Whether the bytes start with a text, compared without regard to what the text means.
  func begins(_ text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount && extracting(..<text.utf8CodeUnitCount).equals(text)
  }

  /// Whether the bytes end with a text.
  func ends(_ text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount
      && extracting((count - text.utf8CodeUnitCount)...).equals(text)
  }

  /// Whether the bytes are exactly a text.
  func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { wanted in
      for index in indices where self[index] != wanted[index] { return false }
      return true
    }
  }
}
