import ConfigSyntax
import SourceText

/// Searching and comparing bytes without decoding them.
extension Span<UInt8> {
  /// Whether the bytes start with a text, compared without regard to what the text means.
  func begins(_ text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount && extracting(..<text.utf8CodeUnitCount).equals(text)
  }

  /// Whether the bytes are exactly a text.
  func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { wanted in
      for index in indices where self[index] != wanted[index] { return false }
      return true
    }
  }

  /// Whether the bytes are those of another span.
  func equals(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }

  /// Where a byte first stands.
  func firstIndex(of byte: UInt8) -> Int? {
    for index in indices where self[index] == byte { return index }
    return nil
  }

  /// Whether one of the bytes is in a set.
  func contains(anyOf set: ShellByteSet) -> Bool {
    for index in indices where set.contains(self[index]) { return true }
    return false
  }

  /// Where a byte last stands.
  func lastIndex(of byte: UInt8) -> Int? {
    var index = count
    while index > 0 {
      index -= 1
      if self[index] == byte { return index }
    }
    return nil
  }

  /// Where a sequence of bytes first stands.
  package func position(of wanted: Span<UInt8>) -> Int? {
    guard !wanted.isEmpty else { return nil }
    var start = 0
    while let index = offset(of: wanted[0], from: start), index + wanted.count <= count {
      var length = 1
      while length < wanted.count, self[index + length] == wanted[length] { length += 1 }
      if length == wanted.count { return index }
      start = index + 1
    }
    return nil
  }

  /// The bytes as text; what is not UTF-8 becomes U+FFFD.
  var text: String {
    withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}

extension String {
  /// Hands on the bytes where they are: a view of them would count as one more reference to the text, twice.
  @inline(__always)
  func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable { body($0.span) } ?? body(Array(utf8).span)
  }
}

/// The searches that a text's bytes are asked for most; the general ones go from index to index.
extension String.UTF8View {
  func contains(_ byte: UInt8) -> Bool { span.firstIndex(of: byte) != nil }

  func firstIndex(of byte: UInt8) -> Index? {
    span.firstIndex(of: byte).map { index(startIndex, offsetBy: $0) }
  }

  func lastIndex(of byte: UInt8) -> Index? {
    span.lastIndex(of: byte).map { index(startIndex, offsetBy: $0) }
  }
}

extension String {
  /// Where another text, which isn't empty, first stands in this one, byte for byte: the standard
  /// library's search compares characters.
  package func range(ofText wanted: String) -> Range<Index>? {
    guard let start = utf8.span.position(of: wanted.utf8.span) else { return nil }
    let lower = utf8.index(startIndex, offsetBy: start)
    return lower..<utf8.index(lower, offsetBy: wanted.utf8.count)
  }
}
