/// Searching the bytes of whole files.
extension Span<UInt8> {
  /// Where a byte first stands from an offset on, looked for in eight bytes at a time: for files,
  /// where most bytes are another.
  package func offset(of byte: UInt8, from start: Int = 0) -> Int? {
    let bytes = bytes
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    var index = start
    while index + 8 <= count {
      let eight = UInt64(
        littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      let differences = eight ^ pattern
      // the lowest bit that is left is in the first byte without a difference
      let zeros = (differences &- 0x0101_0101_0101_0101) & ~differences & 0x8080_8080_8080_8080
      if zeros != 0 { return index + zeros.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count {
      if self[index] == byte { return index }
      index += 1
    }
    return nil
  }
}
