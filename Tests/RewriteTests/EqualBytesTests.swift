import Testing

@testable import Rewrite

struct EqualBytesTests {
  private let bytes = (0..<40).map { UInt8($0) }

  @Test(arguments: [0, 1, 7, 8, 9, 31, 39, 40])
  func `bytes stand where they were taken from`(_ offset: Int) {
    #expect(bytes.hold(Array(bytes[offset...]), at: offset))
    #expect(bytes.hold([], at: offset))
    #expect(!bytes.hold(Array(bytes[offset...]) + [0], at: offset))
  }

  @Test(arguments: 0..<40)
  func `one other byte is seen wherever it is`(_ index: Int) {
    var other = bytes
    other[index] ^= 0x80
    #expect(!bytes.hold(other))
  }
}
