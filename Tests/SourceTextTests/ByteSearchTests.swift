import SourceText
import TestHosts
import Testing

/// The search for a byte among many.
struct ByteSearchTests {
  @Test func `says the same as looking at one byte after the other`() {
    var random = SeededNumbers(seed: 4)
    for count in 0..<40 {
      for _ in 0..<20 {
        // neighbours of the byte, and those whose top bit is set, are the ones to be mistaken for it
        let bytes = random.bytes(count, of: [9, 10, 11, 138, 0, 255])
        for start in 0...count {
          #expect(bytes.span.offset(of: 10, from: start) == bytes[start...].firstIndex(of: 10))
        }
      }
    }
  }
}
