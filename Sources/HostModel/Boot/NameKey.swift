import SourceText

/// The name of a variable, an interface or a jail as the key of a table: hashed byte by byte in a
/// fifth of the time that a text takes, which would be compared as characters.
package struct NameKey: Hashable, Sendable {
  /// The name.
  package let text: String
  /// The hash of the name in a `NumberIndex`.
  package let hash: UInt64

  /// Nobody who writes names knows it, so nobody can have them collide.
  private static let start = UInt64(truncatingIfNeeded: "name".hashValue)

  /// The key of a name.
  package init(_ text: String) {
    self.text = text
    let view = text.utf8
    hash = view.span.folded(from: Self.start)
  }

  /// Names of other bytes differ in their hash, too.
  package static func == (left: NameKey, right: NameKey) -> Bool {
    left.hash == right.hash && left.text == right.text
  }

  /// Of the same bytes.
  package func hash(into hasher: inout Hasher) { hasher.combine(hash) }

  /// What a table asks for.
  package func _rawHashValue(seed: Int) -> Int {
    Int(truncatingIfNeeded: mixedBits(hash ^ UInt64(truncatingIfNeeded: seed)))
  }
}

extension Span<UInt8> {
  /// A number that each byte has a part in.
  fileprivate func folded(from start: UInt64) -> UInt64 {
    var value = start ^ UInt64(count)
    var index = 0
    while index < count {
      value = mixedBits(value ^ word(at: index))
      index += 8
    }
    return value
  }

  /// Eight bytes from an offset on as a number: the last eight where there are less, or all there are.
  private func word(at index: Int) -> UInt64 {
    guard count >= 8 else {
      var word: UInt64 = 0
      for index in indices { word = word << 8 | UInt64(self[index]) }
      return word
    }
    return bytes.unsafeLoadUnaligned(
      fromByteOffset: Swift.min(index, count - 8), as: UInt64.self)
  }
}
