import Foundation
import HostAccess
import HostModel
import Rewrite
import Rules
import SourceText
import TestHosts
import Testing

/// A host's files in a directory that goes when the test is over.
final class HostCopy {
  let reanalyse: Reanalysis
  private let folder: URL
  private let facts: HostFacts
  private let release: Release?

  /// A copy of a recorded host.
  convenience init(of host: RecordedHost) throws {
    let folder = Self.newFolder
    try FileManager.default.copyItem(at: URL(filePath: host.root), to: folder)
    self.init(folder, try host.facts, nil)
  }

  /// The files of a host that is written as text.
  convenience init(of host: HostText) throws {
    let folder = Self.newFolder
    for (path, text) in host.files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      let isDatabase = path.hasSuffix(".sqlite")
      try Data(isDatabase ? databaseImage(text) : Array(text.utf8)).write(to: file)
    }
    self.init(folder, host.facts, host.release)
  }

  private init(_ folder: URL, _ facts: HostFacts, _ release: Release?) {
    self.folder = folder
    self.facts = facts
    self.release = release
    let collector = HostCollector(root: folder.path(percentEncoded: false))
    reanalyse = { RecordedHost.forecast($0, facts, release, collector) }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  private static var newFolder: URL {
    FileManager.default.temporaryDirectory.appending(path: "jailscope-\(UUID())")
  }

  private var path: String { folder.path(percentEncoded: false) }

  /// What the files on disk mean.
  func analyse() throws -> Analysis { reanalyse(try collectUsual()) }

  /// What is read of every host.
  func collectUsual() throws -> HostCapture { try HostCollector(root: path).collectUsual() }

  /// Makes every fix that is offered, one at a time: it does what its proof says and touches nothing
  /// else, and undoing it leaves the files as they were.
  ///
  /// - Returns: how many there were.
  @discardableResult
  func makeEachFix(named name: String) throws -> Int {
    let before = try analyse()
    let files = try files()
    var count = 0
    for finding in before.examination.findings {
      for way in before.fixes(for: finding, reanalyse: reanalyse) {
        guard let proof = way.proof else { continue }
        count += 1
        try apply(way.fix, to: before)
        let after = try analyse()
        let seen = Proof(before, after)
        let what = "\(name): \(way.fix.title)"
        #expect(Self.summary(seen) == Self.summary(proof), "\(what)")
        #expect(!after.has(finding), "\(what)")
        #expect(try self.files() == expected(files, way.fix), "\(what)")
        try undo()
        #expect(try self.files() == files, "\(what), undone")
      }
    }
    return count
  }

  private static func summary(_ proof: Proof) -> [String] {
    [
      "\(proof.startsBefore) -> \(proof.startsAfter)", "\(proof.lostJails)",
      "\(proof.fixed.map(\.message).sorted())", "\(proof.new.map(\.message).sorted())",
      "\(proof.revealed.map(\.message).sorted())",
    ]
  }

  private func expected(_ files: [String: Data], _ fix: Fix) throws -> [String: Data] {
    var files = files
    for (path, edits) in fix.edits {
      files[path] = Data(try edits.applied(to: Array(try #require(files[path]))))
    }
    return files
  }

  /// The bytes of all files, by path, without the journal's.
  func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    let names = try FileManager.default.subpathsOfDirectory(atPath: path)
    for name in names where !name.hasPrefix("var/db") {
      var isFolder: ObjCBool = false
      let file = folder.appending(path: name)
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      files["/\(name)"] = try Data(contentsOf: file)
    }
    return files
  }

  func apply(_ fix: Fix, to analysis: Analysis) throws {
    let files = try fix.edits.map { path, edits in
      guard case .file(let file)? = analysis.capture.entries[path] else {
        throw CocoaError(.fileNoSuchFile)
      }
      return try ChangePlan.File(path: path, bytes: file.bytes, edits: edits)
    }
    let rewritten = try rewriter().apply(ChangePlan(reasons: [fix.title], files: files))
    #expect(rewritten.entry != nil)
  }

  func undo() throws {
    _ = try rewriter().undo()
  }

  private func rewriter() throws -> Rewriter {
    try Rewriter(
      systemFileCalls, root: path,
      actor: JournalEntry.Actor(login: "test", origin: "", version: "0"),
      checks: RewriteChecks(objection: { _ in nil }, isShellCode: { _ in false }))
  }
}
