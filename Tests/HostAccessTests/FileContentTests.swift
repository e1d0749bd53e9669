import SystemPackage
import Testing

@testable import HostAccess

@Suite(.timeLimit(.minutes(15)))
struct FileContentTests {
  let root: TemporaryRoot
  let path: String

  init() throws {
    root = try TemporaryRoot()
    path = root.path + "/file"
  }

  /// Reads the file after it got another size than the one it is thought to have.
  private func read(thoughtToHave size: Int64) throws -> [UInt8] {
    let file = try SystemCalls.openFile(path)
    var status = try SystemCalls.status(of: file)
    status.size = size
    return try FileContent.read(file, status: status)
  }

  @Test(arguments: [0, 1, 100, 199_999, 200_000, 200_001, 400_000])
  func `reads to the end whatever the size was`(size: Int64) throws {
    let content = String(repeating: "0123456789", count: 20_000)
    try root.file("/file", content)
    #expect(try read(thoughtToHave: size) == Array(content.utf8))
  }

  @Test func `stops reading a file that grows past the limit`() throws {
    try root.sparseFile("/file", size: FileContent.limit + 100_000)
    #expect(throws: FileContent.Refusal.self) { try read(thoughtToHave: 10) }
  }
}
