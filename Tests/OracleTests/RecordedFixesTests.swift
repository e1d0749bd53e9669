import Foundation
import HostAccess
import HostModel
import Rewrite
import Rules
import SourceText
import Testing

/// Every fix that is offered on a recorded host, made on a copy of its files and undone.
@Suite(.timeLimit(.minutes(15)))
struct RecordedFixesTests {
  @Test(arguments: RecordedHost.hand + RecordedHost.random)
  func `a fix does what its proof says, touches nothing else and can be undone`(
    host: RecordedHost
  ) throws {
    let copy = try HostCopy(of: host)
    let before = try copy.analyse()
    let files = try copy.files()
    for finding in before.examination.findings {
      for way in before.fixes(for: finding, reanalyse: copy.reanalyse) {
        guard let proof = way.proof else { continue }
        try copy.apply(way.fix, to: before)
        let after = try copy.analyse()
        let seen = Proof(before, after)
        let what = "\(host.name): \(way.fix.title)"
        #expect(Self.summary(seen) == Self.summary(proof), "\(what)")
        #expect(!after.has(finding), "\(what)")
        #expect(try copy.files() == expected(files, way.fix), "\(what)")
        try copy.undo()
        #expect(try copy.files() == files, "\(what), undone")
      }
    }
  }

  @Test(arguments: RecordedHost.hand + RecordedHost.random)
  func `mending all that is safe makes nothing worse`(host: RecordedHost) throws {
    let copy = try HostCopy(of: host)
    let before = try copy.analyse()
    let safe = SafeFixes(FixSession(before), reanalyse: copy.reanalyse)
    let proof = safe.session.proof
    #expect(proof.lostJails == [])
    #expect(proof.new.filter { $0.severity == .error }.map(\.message) == [])
    #expect(safe.rounds <= 10)
    for finding in safe.session.current.examination.findings {
      let ways = safe.session.current.fixes(for: finding, reanalyse: copy.reanalyse)
      #expect(!ways.contains { $0.fix.applicability == .safe }, "\(finding.message)")
    }
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
}

/// A copy of a recorded host's files in a directory that goes when the test is over.
private final class HostCopy {
  let reanalyse: Reanalysis
  private let folder: URL
  private let host: RecordedHost

  init(of host: RecordedHost) throws {
    self.host = host
    folder = FileManager.default.temporaryDirectory.appending(path: "jailscope-\(UUID())")
    try FileManager.default.copyItem(at: URL(filePath: host.root), to: folder)
    reanalyse = try host.reanalysis(root: folder.path(percentEncoded: false))
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  private var path: String { folder.path(percentEncoded: false) }

  /// What the files on disk mean.
  func analyse() throws -> Analysis {
    let (forecast, capture) = try host.inspect(.newest, root: path)
    return Analysis(forecast, capture)
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
