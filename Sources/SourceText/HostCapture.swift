/// What was collected from a host: bytes by path, and nothing understood yet.
///
/// Invariant: a path that is absent here was never asked for; one that was asked for and does not
/// exist is `.missing`. So the analysis can say which paths it still wants.
package struct HostCapture: Sendable {
  /// What stood at a path when it was read.
  package enum Entry: Sendable, Equatable {
    case file(SourceFile)
    /// The names in a directory, in byte order, without `.` and `..`.
    case directory([String])
    case missing
    /// Something is there, but not what can be read; the text says why, as a person reads it.
    case unreadable(String)
  }

  /// Entries by absolute path on the host.
  package var entries: [String: Entry]

  package init(entries: [String: Entry] = [:]) {
    self.entries = entries
  }

  /// How many bytes all files have together.
  package var byteCount: Int {
    entries.values.reduce(0) { sum, entry in
      if case .file(let file) = entry { return sum + file.bytes.count }
      return sum
    }
  }

  /// What stands at a path, or nil when it was not asked for and no folder above it tells.
  package func entry(at path: String) -> Entry? {
    if let entry = entries[path] { return entry }
    var rest = path[...]
    while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")), rest.utf8.count > 1 {
      let folder = slash == path.startIndex ? "/" : String(rest[..<slash])
      let name = rest[path.utf8.index(after: slash)...]
      switch entries[folder] {
      case .directory(let names)?: return names.contains { $0 == name } ? nil : .missing
      case .missing?: return .missing
      case .file?, .unreadable?: return nil
      case nil: rest = rest[..<slash]
      }
    }
    return nil
  }
}
