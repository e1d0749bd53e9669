import Phrases
import SourceText

/// The collection of the usual paths: asks the system only what the listings so far leave open.
struct UsualCollection: ~Copyable {
  private(set) var capture = HostCapture()
  private var tree: HostTree
  /// The names of the directories listed so far, byte for byte.
  private var listings: [String: [[UInt8]]] = [:]

  init(tree: consuming HostTree) {
    self.tree = tree
  }

  /// Reads what a pattern of the usual paths stands for.
  mutating func add(_ pattern: String) {
    let pattern = Array(pattern.utf8)
    let star = pattern.firstIndex(of: UInt8(ascii: "*"))
    if let star, star + 1 < pattern.count, pattern[star + 1] == UInt8(ascii: "/") {
      let folder = Array(pattern[..<(star - 1)])
      look(at: folder)
      for name in listings[Self.key(folder)] ?? [] {
        readFile(at: folder + [UInt8(ascii: "/")] + name + pattern[(star + 1)...])
      }
      return
    }
    let (folder, name) = Self.parts(of: pattern)
    if name.isEmpty {
      look(at: folder)
    } else if let star = name.firstIndex(of: UInt8(ascii: "*")) {
      let prefix = name[..<star]
      let suffix = name[(star + 1)...]
      look(at: folder)
      for name in listings[Self.key(folder)] ?? []
      where name.count >= prefix.count + suffix.count
        && name.starts(with: prefix) && name.suffix(suffix.count) == suffix
      {
        record(folder + [UInt8(ascii: "/")] + name)
      }
    } else {
      readFile(at: pattern)
    }
  }

  /// Reads a file for each name of a directory that was listed.
  mutating func add(_ front: String, namesIn folder: String, _ end: String) {
    for name in listings[folder] ?? [] { readFile(at: Array(front.utf8) + name + Array(end.utf8)) }
  }

  private mutating func readFile(at path: [UInt8]) {
    look(at: path)
    // the boot reads a file there, so a list of names does not tell what it finds
    let key = Self.key(path)
    if listings[key] != nil { capture.entries[key] = .unreadable(spoken("is a directory")) }
  }

  private mutating func look(at path: [UInt8]) {
    if isKnownMissing(path) {
      capture.entries[Self.key(path)] = .missing
    } else {
      record(path)
    }
  }

  private mutating func record(_ path: [UInt8]) {
    let key = Self.key(path)
    guard capture.entries[key] == nil else { return }
    let finding = tree.read(path)
    if case .directory(let names) = finding { listings[key] = names }
    capture.entries[key] = HostCapture.Entry(finding, at: key)
  }

  /// Whether a listing already tells that nothing is at a path.
  private func isKnownMissing(_ path: [UInt8]) -> Bool {
    var path = path
    while !path.isEmpty {
      let (folder, name) = Self.parts(of: path)
      if let names = listings[Self.key(folder)] { return !names.contains(Array(name)) }
      if case .missing? = capture.entries[Self.key(folder)] { return true }
      path = folder
    }
    return false
  }

  /// The path under which a capture knows something.
  private static func key(_ path: [UInt8]) -> String { String(decoding: path, as: UTF8.self) }

  private static func parts(of path: [UInt8]) -> (folder: [UInt8], name: ArraySlice<UInt8>) {
    let slash = path.lastIndex(of: UInt8(ascii: "/")) ?? 0
    return (Array(path[..<slash]), path[(slash + 1)...])
  }
}
