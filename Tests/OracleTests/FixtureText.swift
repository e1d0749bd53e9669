import Foundation
import TestHosts
import Testing

/// A host of `Tests/Fixtures` that is written as one text, with lines `== WORD: TEXT` in front that
/// tell what is to come of it.
struct FixtureText: CustomTestStringConvertible {
  /// The path of its file below the folder, without its ending.
  let name: String
  private let text: String

  var testDescription: String { name }

  /// All of a folder, by name.
  static func all(in folder: String) -> [FixtureText] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/\(folder)").standardized
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
      (try? String(contentsOf: folder.appending(path: name), encoding: .utf8))
        .map { FixtureText(name: String(name.dropLast(4)), text: $0) }
    }
  }

  /// The host.
  var host: HostText { HostText(text) }

  /// What stands behind a word, in order.
  func lines(_ word: String) -> [String] {
    let start = "== \(word): "
    return text.split(separator: "\n").filter { $0.hasPrefix(start) }
      .map { String($0.dropFirst(start.count)) }
  }

  /// The findings, the worst first.
  var findings: [String] { lines("finds") }
}
