import HostAccess
import Testing

@Suite(.timeLimit(.minutes(1)))
struct FactsFileTests {
  @Test func `reads the file, also through a link`() throws {
    let root = try TemporaryRoot()
    try root.file("/facts", "{}")
    try root.link("/link", to: "facts")
    #expect(try readFactsFile(root.path + "/facts") == Array("{}".utf8))
    #expect(try readFactsFile(root.path + "/link") == Array("{}".utf8))
  }

  @Test func `says why it cannot`() throws {
    let root = try TemporaryRoot()
    try root.fifo("/fifo")
    try root.sparseFile("/large", size: 1 << 30)
    let expected = [
      "/fifo": "is a fifo", "/none": "no such file or directory", "": "is a directory",
      "/large": "1073741824 bytes, more than the 67108864 that are read",
    ]
    for (name, reason) in expected {
      let error = #expect(throws: HostAccessError.self) { try readFactsFile(root.path + name) }
      #expect(error?.message == "cannot read \(root.path)\(name): \(reason)")
    }
  }
}
