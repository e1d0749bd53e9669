import ConfigSyntax
import Foundation
import SourceText
import Testing

/// Compares with recorded hosts and public files, where a folder with them stands beside the
/// checkout.
struct JailConfRecordedTests {
  private static let shared = SharedFiles()

  /// What the start of one host showed.
  struct Recording: Decodable {
    let parses: [String: Int]?
    let messages: [String]?
    let jails: [String: Empty]

    struct Empty: Decodable {}

    enum CodingKeys: String, CodingKey {
      case parses = "conf_parse"
      case messages = "jail_messages"
      case jails
    }
  }

  @Test(
    .enabled(if: shared.folder != nil, "no shared files beside the checkout"),
    arguments: [("expected.json", JailConfGrammar.nested), ("expected-12.json", .classic)])
  func `complains as the recorded jail did`(name: String, grammar: JailConfGrammar) throws {
    var compared = 0
    for host in Self.shared.hosts() {
      guard let data = FileManager.default.contents(atPath: "\(host)/\(name)") else { continue }
      let recording = try JSONDecoder().decode(Recording.self, from: data)
      for path in (recording.parses ?? [:]).keys {
        let bytes = try #require(FileManager.default.contents(atPath: "\(host)/root\(path)"))
        let tree = parseJailConf(SourceFile(path: path, bytes: [UInt8](bytes)), grammar: grammar)
        let expected = (recording.messages ?? []).filter {
          $0.hasPrefix("\(path) line ") || $0 == "\(path): unexpected EOF"
        }
        #expect(tree.problems.map(\.message) == expected, "\(host)")
        let names = tree.blocks.filter { $0.parent == nil && !$0.name.contains("*") }.map(\.name)
        #expect(tree.problems.isEmpty || names.allSatisfy { recording.jails[$0] != nil }, "\(host)")
        compared += 1
      }
    }
    #expect(compared > 0)
  }

  @Test(
    .enabled(if: shared.folder != nil, "no shared files beside the checkout"),
    arguments: [
      ("comment-in-path", ["a"]), ("crlf", ["a", "b"]), ("include-unquoted", ["a"]),
      ("missing-semicolon", ["a", "b"]), ("nbsp", ["a", "b"]),
      ("typographic-quotes", ["a", "b", "c"]), ("unterminated-string", ["a", "b"]),
    ])
  func `lists the recorded jails of a file that does not parse`(
    host: String, names: [String]
  ) throws {
    let folder = try #require(Self.shared.folder)
    let path = "\(folder)/oracle/hand/jc-\(host)/root/etc/jail.conf"
    let bytes = [UInt8](try #require(FileManager.default.contents(atPath: path)))
    for grammar in bothGrammars {
      #expect(parseJails(bytes, grammar).blocks.map(\.name) == names)
    }
  }

  @Test(
    .enabled(if: shared.folder != nil, "no shared files beside the checkout"),
    arguments: bothGrammars)
  func `reads public files without loss`(grammar: JailConfGrammar) throws {
    let folder = try #require(Self.shared.folder)
    var files = Self.shared.files(in: "\(folder)/corpus/jailconf")
    #expect(!files.isEmpty)
    for host in Self.shared.hosts() {
      files.append("\(host)/root/etc/jail.conf")
      files += Self.shared.files(in: "\(host)/root/etc/jail.conf.d")
    }
    for file in files {
      guard let data = FileManager.default.contents(atPath: file) else { continue }
      let bytes = [UInt8](data)
      #expect(tokensTile(bytes), "\(file)")
      parseJails(bytes, grammar).expectSound(for: bytes)
    }
  }
}

/// The folder that `JAILSCOPE_SHARED` names, or one named `shared` beside the checkout, with
/// recorded hosts and public files.
struct SharedFiles {
  let folder: String?

  init(from file: String = #filePath) {
    if let named = ProcessInfo.processInfo.environment["JAILSCOPE_SHARED"] {
      folder = named
      return
    }
    var path = Substring(file)
    while let slash = path.lastIndex(of: "/") {
      path = path[..<slash]
      if FileManager.default.fileExists(atPath: "\(path)/shared/oracle/hand") {
        folder = "\(path)/shared"
        return
      }
    }
    folder = nil
  }

  func hosts() -> [String] {
    guard let folder else { return [] }
    return ["hand", "random"].flatMap { files(in: "\(folder)/oracle/\($0)") }
  }

  /// Every regular file below a folder of it.
  func allFiles(below name: String) -> [String] {
    guard let folder else { return [] }
    let names = FileManager.default.enumerator(atPath: "\(folder)/\(name)")?.allObjects ?? []
    return names.compactMap { $0 as? String }.sorted().map { "\(folder)/\(name)/\($0)" }
      .filter { path in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
          && !isFolder.boolValue
      }
  }

  func files(in path: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().map { "\(path)/\($0)" }
  }
}
