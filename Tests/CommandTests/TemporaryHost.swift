import Foundation
import TestHosts

/// A host's files in a directory that goes when the test is over.
final class TemporaryHost {
  let path: String

  /// A host with some files, given by their paths on it.
  init(_ files: [String: String] = [:]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "jailscope-\(UUID())")
    path = folder.path(percentEncoded: false)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try file(name, text) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func file(_ name: String, _ text: String) throws {
    try folder(of: name)
    try Data(text.utf8).write(to: URL(filePath: path + name))
  }

  /// Makes a program of a script's text.
  func program(_ name: String, _ text: String) throws {
    try folder(of: name)
    try makeProgram(at: path + name, text)
  }

  func folder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path + name, withIntermediateDirectories: true)
  }

  func link(_ name: String, to target: String) throws {
    try folder(of: name)
    try FileManager.default.createSymbolicLink(
      atPath: path + name, withDestinationPath: target)
  }

  func fifo(_ name: String) throws {
    try folder(of: name)
    guard mkfifo(path + name, 0o644) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// A file that has a size and no content on disk.
  func sparseFile(_ name: String, size: UInt64) throws {
    try file(name, "")
    let handle = try FileHandle(forWritingTo: URL(filePath: path + name))
    try handle.truncate(atOffset: size)
  }

  func makeUnreadable(_ name: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path + name)
  }

  /// An empty file to write to, or a path of this machine that is written to in its place.
  func handle(_ name: String, at other: String? = nil) throws -> FileHandle {
    try file("/\(name)", "")
    return try FileHandle(forWritingTo: URL(filePath: other ?? "\(path)/\(name)"))
  }

  /// A file to read from.
  func reading(_ name: String, _ text: String) throws -> FileHandle {
    try file("/\(name)", text)
    return try FileHandle(forReadingFrom: URL(filePath: "\(path)/\(name)"))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(name)")), as: UTF8.self)
  }

  private func folder(of name: String) throws {
    try folder(String(name[..<(name.lastIndex(of: "/") ?? name.startIndex)]))
  }
}
