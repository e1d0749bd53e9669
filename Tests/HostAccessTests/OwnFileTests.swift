import HostAccess
import SourceText
import Testing

@Suite(.timeLimit(.minutes(15)))
struct OwnFileTests {
  @Test func `reads the file, also through a link`() throws {
    let root = try TemporaryRoot()
    try root.file("/facts", "{}")
    try root.link("/link", to: "facts")
    #expect(try readOwnFile(root.path + "/facts") == Array("{}".utf8))
    #expect(try readOwnFile(root.path + "/link") == Array("{}".utf8))
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
      let error = #expect(throws: HostAccessError.self) { try readOwnFile(root.path + name) }
      #expect(error?.message == "cannot read \(root.path)\(name): \(reason)")
    }
  }

  @Test func `a file that need not be there is missing, or unreadable with the reason`() throws {
    let root = try TemporaryRoot()
    try root.file("/settings", "x = 1")
    try root.fifo("/fifo")
    let entries = ["/settings", "/none", "/settings/below", "/fifo"].map { name in
      switch ownFileEntry(root.path + name) {
      case .file(let file):
        "\(file.path == root.path + name): \(String(decoding: file.bytes, as: UTF8.self))"
      case .directory: "directory"
      case .missing: "missing"
      case .unreadable(let reason): reason
      }
    }
    #expect(entries == ["true: x = 1", "missing", "missing", "is a fifo"])
  }

  @Test func `names what is in a folder, and nothing where there is none`() throws {
    let root = try TemporaryRoot()
    try root.folder("/themes")
    try root.file("/themes/b.toml", "")
    try root.file("/themes/a.toml", "")
    #expect(ownFileNames(in: root.path + "/themes") == ["a.toml", "b.toml"])
    #expect(ownFileNames(in: root.path + "/none") == [])
    #expect(ownFileNames(in: root.path + "/themes/a.toml") == [])
  }
}
