import Foundation

/// A text file of the project, line by line.
struct SourceCode: Sendable {
  /// The path from the top of the project.
  let path: String
  let bytes: [UInt8]
  /// The lines as they stand in the file.
  let lines: [String]
  /// The same lines with comments and the text of string literals blanked out.
  let code: [String]

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    lines = Self.split(bytes)
    code = Self.split(CodeMask.code(of: bytes))
  }

  var name: String { String(path.split(separator: "/").last?.dropLast(".swift".count) ?? "") }
  /// The folder below Sources or Tests that the file belongs to.
  var target: String { String(path.split(separator: "/").dropFirst().first ?? "") }

  /// `path:line`, which terminals and editors turn into a link.
  func place(_ index: Int) -> String { "\(path):\(index + 1)" }

  private static func split(_ bytes: [UInt8]) -> [String] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// The project's files, read once.
enum Project {
  static let sources = swiftFiles(under: "Sources")
  static let tests = swiftFiles(under: "Tests")

  private static let root = URL(filePath: #filePath).appending(path: "../../..").standardized

  static func file(_ path: String) throws -> SourceCode {
    SourceCode(path: path, bytes: Array(try Data(contentsOf: root.appending(path: path))))
  }

  /// The lines of a document.
  static func lines(of path: String) throws -> [String] {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  static func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: folder).path())) ?? []
  }

  static func write(_ text: String, to path: String) throws {
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  static func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: root.appending(path: path))
  }

  private static func swiftFiles(under folder: String) -> [SourceCode] {
    let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path())
    let paths = (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }
    return paths.sorted().compactMap { try? file("\(folder)/\($0)") }
  }
}
