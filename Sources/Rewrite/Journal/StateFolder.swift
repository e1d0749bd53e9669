import Phrases

/// The directory in which the program keeps what it did to a host: `/var/db/jailscope`.
///
/// Holding one is holding its lock, so one process at a time changes files.
struct StateFolder: Sendable {
  /// Where it is on a host.
  static let usualPath = ["var", "db", "jailscope"]

  let folder: OpenFile
  /// Kept for its lock.
  private let lock: OpenFile

  /// Opens the directory of a host, or the one at a path of the operator's own; makes it when it
  /// isn't there, and waits for whoever holds its lock.
  init(
    of root: HostRoot, at path: String?, actor: JournalEntry.Actor, wait: inout Patience
  ) throws(RewriteFailure) {
    let calls = root.folder.calls
    let shown = path ?? "/" + Self.usualPath.joined(separator: "/")
    let opened = try at(shown, spoken("open the journal's directory")) { () throws(CallFailure) in
      if let path { return try Self.open(path, calls) }
      return try Self.usual(in: root.folder)
    }
    let status = try at(shown, spoken("look at the journal's directory")) {
      () throws(CallFailure) in
      try opened.status()
    }
    try FolderTrust(user: calls.effectiveUser()).checkLast(status, shown)
    folder = opened
    let file = try at(shown, spoken("open the journal's lock")) { () throws(CallFailure) in
      try opened.open(Array("lock".utf8), for: .locking)
    }
    lock = file
    while try !at(
      shown, spoken("lock the journal"), { () throws(CallFailure) in try file.lock() })
    {
      guard wait.goOn(calls) else {
        throw .busy(Self.holder(of: file))
      }
    }
    // of a fixed length, so that it covers what another wrote
    let mark = "process \(calls.processID()) of \(actor.login) since \(UTCTime(calls.time()).text)"
    let padded = Array(mark.utf8.prefix(100))
    try? file.write(padded + [UInt8](repeating: UInt8(ascii: " "), count: 100 - padded.count))
  }

  private static func holder(of file: OpenFile) -> String {
    guard let bytes = try? file.contents(), !bytes.isEmpty else { return spoken("another process") }
    let text = String(decoding: bytes.prefix(100), as: UTF8.self)
    return String(text.reversed().drop { $0 == " " }.reversed())
  }

  private static func usual(in root: OpenFile) throws(CallFailure) -> OpenFile {
    var folder = root
    for name in usualPath {
      let isLast = name == usualPath.last
      folder = try folder.openOrMakeFolder(Array(name.utf8), permissions: isLast ? 0o700 : 0o755)
    }
    return folder
  }

  private static func open(_ path: String, _ calls: any FileCalls) throws(CallFailure) -> OpenFile {
    do throws(CallFailure) {
      return OpenFile(calls, owning: try calls.openFolder(path: path))
    } catch {
      guard error.kind == .missing else { throw error }
    }
    var parts = path.split(separator: "/")
    let name = parts.popLast().map { Array($0.utf8) } ?? []
    let parent = (path.hasPrefix("/") ? "/" : "./") + parts.joined(separator: "/")
    return try OpenFile(calls, owning: try calls.openFolder(path: parent))
      .openOrMakeFolder(name, permissions: 0o700)
  }
}
