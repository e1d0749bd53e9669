/// Searching the bytes of whole files.
extension Span<UInt8> {
  /// Where a byte first stands from an offset on, looked for in sixteen bytes at a time: for files,
  /// where most bytes are another.
  package func offset(of byte: UInt8, from start: Int = 0) -> Int? {
    let bytes = bytes
    let pattern = SIMD16<UInt8>(repeating: byte)
    var index = start
    while index + 16 <= count {
      let block = bytes.unsafeLoadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      if any(block .== pattern) { break }
      index += 16
    }
    while index < count {
      if self[index] == byte { return index }
      index += 1
    }
    return nil
  }
}
