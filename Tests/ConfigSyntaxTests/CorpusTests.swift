import ConfigSyntax
import Foundation
import SourceText
import Testing

/// Public files of every kind, each read as every kind: what a file isn't must not break a parser.
struct CorpusTests {
  private static let shared = SharedFiles()
  private static let files = shared.allFiles(below: "corpus") + shared.allFiles(below: "samples")

  @Test(.enabled(if: !files.isEmpty, "no shared files beside the checkout"))
  func `prints every public file back from shell nodes`() throws {
    for path in Self.files {
      let bytes = try Self.bytes(of: path)
      let printed = parseShell(bytes).nodes.flatMap { bytes[$0.span.lower..<$0.span.upper] }
      #expect(printed == bytes, "\(path)")
    }
  }

  @Test(.enabled(if: !files.isEmpty, "no shared files beside the checkout"))
  func `prints every public file back from tokens of jail.conf`() throws {
    for path in Self.files {
      let bytes = try Self.bytes(of: path)
      let printed = jailConfTokens(bytes).flatMap { bytes[$0.span.lower..<$0.span.upper] }
      #expect(printed == bytes, "\(path)")
      for grammar in bothGrammars { parseJails(bytes, grammar).expectSound(for: bytes) }
    }
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    [UInt8](try #require(FileManager.default.contents(atPath: path)))
  }
}
