import DemoHost
import Foundation
import Testing

/// A copy of a host's files that goes when the test is over.
final class HostCopy {
  let root: String
  let options: [String]
  private let folder: URL

  private init(_ fill: (URL) throws -> [String]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "jailscope-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    root = folder.appending(path: "root").path(percentEncoded: false)
    options = try fill(folder)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static func demo() throws -> HostCopy {
    try HostCopy { folder in
      for (path, text) in DemoHost.files {
        let file = folder.appending(path: "root\(path)")
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      return []
    }
  }

  static func recorded(_ name: String) throws -> HostCopy {
    let source = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/oracle/hand/\(name)")
    return try HostCopy { folder in
      for part in ["root", "host.json"] {
        try FileManager.default.copyItem(
          at: source.appending(path: part), to: folder.appending(path: part))
      }
      return ["--facts", folder.appending(path: "host.json").path(percentEncoded: false)]
    }
  }

  /// Begins to show it on a terminal.
  func opened(
    _ environment: [String: String] = [:], columns: Int = 80, rows: Int = 24,
    options more: [String] = []
  ) throws -> PseudoTerminal {
    let program = String(try PseudoTerminal.probe.dropLast("TerminalProbe".count)) + "jailscope"
    let usual = PseudoTerminal.usual.merging(["HOME": "/nonexistent"]) { $1 }
    return try PseudoTerminal(
      [program, "--root", root] + options + more, usual.merging(environment) { $1 },
      columns: columns,
      rows: rows)
  }

  /// Scripts in the place of programs of the system, and the folder they are in.
  func programs(_ scripts: [String: String]) throws -> String {
    let folder = folder.appending(path: "programs")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, script) in scripts {
      let path = folder.appending(path: name).path(percentEncoded: false)
      try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    return folder.path(percentEncoded: false)
  }

  /// All files but the journal's, by path.
  var files: [String: Data] {
    get throws {
      var found: [String: Data] = [:]
      for path in try FileManager.default.subpathsOfDirectory(atPath: root) {
        guard !path.hasPrefix("var/db/jailscope") else { continue }
        if let data = FileManager.default.contents(atPath: "\(root)/\(path)") { found[path] = data }
      }
      return found
    }
  }
}
