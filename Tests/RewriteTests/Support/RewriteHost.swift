import Foundation
import HostAccess
import Rewrite
import SourceText

/// A host's files in a directory that goes when the test is over.
final class RewriteHost: Sendable {
  let path: String

  /// A host with some files, given by their paths on it.
  init(_ files: [String: String] = [:]) throws {
    // nothing of it need outlive the machine, so memory will do, and fsync(2) is soon back
    let places = ["/dev/shm", NSTemporaryDirectory()]
    let place = places.first { FileManager.default.isWritableFile(atPath: $0) } ?? "/tmp"
    path = "\(place)/jailscope-\(UUID())"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    for (name, text) in files { try file(name, text) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func file(_ name: String, _ text: String) throws { try file(name, bytes: Array(text.utf8)) }

  func file(_ name: String, bytes: [UInt8]) throws {
    try folder(String(name[..<(name.lastIndex(of: "/") ?? name.startIndex)]))
    try Data(bytes).write(to: URL(filePath: path + name))
    try permissions(name, 0o640)
  }

  func folder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path + name, withIntermediateDirectories: true)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + name, withDestinationPath: target)
  }

  func permissions(_ name: String, _ mode: Int) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path + name)
  }

  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: path + name).map { String(decoding: $0, as: UTF8.self) }
  }

  func mode(_ name: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path + name)
    return (attributes?[.posixPermissions] as? NSNumber)?.intValue
  }

  func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path + folder)) ?? []).sorted()
  }

  /// The names below the root that a change leaves only when it is not settled.
  var leftovers: [String] {
    (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? [])
      .filter { $0.contains(".jailscope-") || $0.contains(".new-") }
  }

  func rewriter(
    _ calls: any FileCalls = WatchedCalls(), state: String? = nil,
    retention: Retention = .usual,
    objection: @escaping @Sendable ([String: [UInt8]]) -> String? = { _ in nil }
  ) throws -> Rewriter {
    try Rewriter(
      calls, root: path, state: state,
      actor: JournalEntry.Actor(login: "alice", origin: "192.0.2.7", version: "1.2.3"),
      checks: RewriteChecks(objection: objection, isShellCode: { $0.hasSuffix(".sh") }),
      retention: retention)
  }

  /// A plan that replaces a text in each of some files by another.
  func plan(_ old: String, _ new: String, in names: [String]) throws -> ChangePlan {
    ChangePlan(
      reasons: ["Replace \(old)"],
      files: try names.map { name in
        let bytes = Array((text(name) ?? "").utf8)
        return try ChangePlan.File(
          path: name, bytes: bytes, edits: EditSet(Self.edits(of: old, new, in: bytes)))
      })
  }

  private static func edits(of old: String, _ new: String, in bytes: [UInt8]) -> [TextEdit] {
    let old = Array(old.utf8)
    return bytes.indices.filter { bytes[$0...].starts(with: old) }
      .map { TextEdit(SourceSpan($0, $0 + old.count), Array(new.utf8)) }
  }
}
