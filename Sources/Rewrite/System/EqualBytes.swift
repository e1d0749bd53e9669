/// Comparing the bytes of files.
extension [UInt8] {
  /// Whether other bytes stand here from an offset on.
  ///
  /// Eight at a time, for `==` looks at every single one, and files are compared often.
  func hold(_ other: [UInt8], at offset: Int = 0) -> Bool {
    guard other.count <= count - offset else { return false }
    return withUnsafeBytes { own in
      other.withUnsafeBytes { other in
        let whole = other.count / 8 * 8
        for index in stride(from: 0, to: whole, by: 8)
        where own.loadUnaligned(fromByteOffset: offset + index, as: UInt64.self)
          != other.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        {
          return false
        }
        return (whole..<other.count).allSatisfy { own[offset + $0] == other[$0] }
      }
    }
  }
}
