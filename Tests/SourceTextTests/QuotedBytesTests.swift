import SourceText
import Testing

struct QuotedBytesTests {
  @Test func `every byte comes back and the word is printable`() throws {
    let bytes = Array(UInt8.min...UInt8.max)
    let word = QuotedBytes.quoted(bytes)
    #expect(word.utf8.allSatisfy { (0x20...0x7e).contains($0) })
    let read = try #require(QuotedBytes.read(Array("\(word) rest".utf8)[...]))
    #expect(read.bytes == bytes)
    #expect(read.count == word.utf8.count)
  }

  @Test(arguments: [
    "", "a", "\"", "\"a", "\"\\\"", "\"\\x41\"", "\"\\1\"", "\"\\18\"", "\"\\400\"", "\"a\nb\"",
    "\"\\",
  ])
  func `what isn't such a word is refused`(_ text: String) {
    #expect(QuotedBytes.read(Array(text.utf8)[...]) == nil)
  }
}
