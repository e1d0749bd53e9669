import Phrases
import Rewrite
import Synchronization

/// Opening, reading and writing.
extension RemoteFileCalls {
  func openFolder(path: String) throws(CallFailure) -> Int32 {
    let bytes = Array(path.utf8)
    guard bytes.first == UInt8(ascii: "/"), !bytes.contains(0) else {
      throw CallFailure(call: "open", kind: .other, reason: spoken("not an absolute path"))
    }
    let end = bytes.lastIndex { $0 != UInt8(ascii: "/") } ?? -1
    // the root's own path is empty, so that a name in it follows one slash
    return try open("open", "open_path", Array(bytes[...end]), nil, asked: bytes)
  }

  func openFolder(_ name: [UInt8], in folder: Int32) throws(CallFailure) -> Int32 {
    try open("openat", "open_folder", path(of: name, in: folder, "openat"), nil)
  }

  func open(
    _ name: [UInt8], in folder: Int32, for use: FileUse
  ) throws(CallFailure) -> Int32 {
    let function =
      switch use {
      case .reading: "open_reading"
      case .creating: "open_creating"
      case .appending, .locking: "open_appending"
      }
    return try open("openat", function, path(of: name, in: folder, "openat"), use)
  }

  private func open(
    _ call: String, _ function: String, _ path: [UInt8], _ use: FileUse?, asked: [UInt8]? = nil
  ) throws(CallFailure) -> Int32 {
    guard let line = StatusLine(try ask(call, function, [asked ?? path])) else {
      throw .garbled(call)
    }
    return state.withLock { $0.paths.add(path, use, (line.status, $0.count)) }
  }

  func close(_ file: Int32) {
    // what was written and never asked about is sent, too
    if state.withLock({ ($0.paths[file]?.unsent ?? 0) > 0 }) { _ = try? ask("write", ":", []) }
    let unwanted = state.withLock { $0.paths.close(file) }
    for _ in 0..<unwanted { _ = try? ask("close", "unlock", []) }
  }

  func read(
    _ file: Int32, at offset: Int, count: Int
  ) throws(CallFailure) -> [UInt8] {
    let kept = state.withLock { $0.paths[file]?.content }
    let content: [UInt8]
    if offset > 0, let kept {
      content = kept
    } else {
      content = try self.content(of: path(of: file, "pread"))
      state.withLock { $0.paths[file]?.content = content }
    }
    guard offset < content.count else { return [] }
    return Array(content[offset...].prefix(count))
  }

  /// Everything in a file, which is not sent if this side has it.
  private func content(of path: [UInt8]) throws(CallFailure) -> [UInt8] {
    let known = state.withLock(\.known)
    let body = try ask("pread", "content", [path] + known.map { Array($0.digest.utf8) })
    let line = body.prefix { $0 != UInt8(ascii: "\n") }
    switch String(decoding: line, as: UTF8.self).split(separator: " ").map(String.init) {
    case ["bytes"]:
      let bytes = Array(body.dropFirst(line.count + 1))
      state.withLock { $0.know(bytes) }
      return bytes
    case let words where words.count == 2 && words[0] == "same":
      guard let same = known.first(where: { $0.digest == words[1] }) else {
        throw .garbled("pread")
      }
      return same.bytes
    default: throw .garbled("pread")
    }
  }

  func write(
    _ bytes: ArraySlice<UInt8>, to file: Int32
  ) throws(CallFailure) -> Int {
    state.withLock { state in
      state.paths[file]?.written += bytes
      state.paths[file]?.unsent += bytes.count
      // it isn't as it was told any more
      state.paths[file]?.told = nil
    }
    return bytes.count
  }

  func synchronize(_ file: Int32) throws(CallFailure) {
    try ask("fsync", "synchronize", [synchronized(file)])
  }

  private func synchronized(_ file: Int32) throws(CallFailure) -> [UInt8] {
    let path = try path(of: file, "fsync")
    return path.isEmpty ? [UInt8(ascii: "/")] : path
  }
}
