import Rewrite
import Synchronization

/// Files of a host in memory, for changes of them in no time.
final class MemoryFiles: FileCalls {
  private let state = Mutex(MemoryState())

  init(_ files: [String: [UInt8]]) {
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) { put(bytes, at: path) }
  }

  /// Makes a file, or puts other bytes into it.
  func put(_ bytes: [UInt8], at path: String) {
    state.withLock { state in
      var folder = 0
      let names = path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
      for (index, name) in names.enumerated() {
        let isLast = index == names.count - 1
        if let node = state.nodes[folder].names[name] {
          if isLast { state.nodes[node].bytes = bytes }
          folder = node
        } else {
          folder = state.add(
            isLast ? .file(bytes) : .folder(permissions: 0o755), name, to: folder)
        }
      }
    }
  }

  /// Lets one call fail after so many more.
  func failOnce(after calls: Int) { state.withLock { $0.callsLeft = calls } }

  /// The bytes of all files by path, without the program's own.
  var regularFiles: [String: [UInt8]] {
    allFiles.filter { !$0.key.hasPrefix("/var/db/jailscope/") }
  }

  var allFiles: [String: [UInt8]] {
    state.withLock { state in
      var files: [String: [UInt8]] = [:]
      var folders = [(path: "", node: 0)]
      while let (path, folder) = folders.popLast() {
        for (name, node) in state.nodes[folder].names {
          let below = "\(path)/\(String(decoding: name, as: UTF8.self))"
          switch state.nodes[node].kind {
          case .folder: folders.append((below, node))
          default: files[below] = state.nodes[node].bytes
          }
        }
      }
      return files
    }
  }

  func bytes(at path: String) -> [UInt8]? { allFiles[path] }

  func rewriter() throws(RewriteFailure) -> Rewriter {
    try Rewriter(
      self, root: "/",
      actor: JournalEntry.Actor(login: "alice", origin: "192.0.2.7", version: "0"),
      checks: RewriteChecks(objection: { _ in nil }, isShellCode: { _ in false }))
  }

  // MARK: - Calls

  func openFolder(path: String) throws(CallFailure) -> Int32 { try made { $0.opened(0) } }

  func openFolder(_ name: [UInt8], in folder: Int32) throws(CallFailure) -> Int32 {
    try made { (state: inout MemoryState) throws(CallFailure) in
      let node = try state.node(name, folder)
      guard state.nodes[node].kind == .folder else { throw .of(.wrongKind) }
      return state.opened(node)
    }
  }

  func open(
    _ name: [UInt8], in folder: Int32, for use: FileUse
  ) throws(CallFailure) -> Int32 {
    try made { (state: inout MemoryState) throws(CallFailure) in
      let parent = try state.node(folder)
      let found = state.nodes[parent].names[name]
      if use == .creating, found != nil { throw .of(.exists) }
      if use == .reading, found == nil { throw .of(.missing) }
      let node = found ?? state.add(.file([]), name, to: parent)
      guard state.nodes[node].kind == .regular else { throw .of(.wrongKind) }
      return state.opened(node, isAppending: use == .appending)
    }
  }

  func close(_ file: Int32) { state.withLock { $0.open[file] = nil } }

  func status(of file: Int32) throws(CallFailure) -> FileStatus {
    try made { (state: inout MemoryState) throws(CallFailure) in state.status(try state.node(file))
    }
  }

  func status(of name: [UInt8], in folder: Int32) throws(CallFailure) -> FileStatus {
    try made { (state: inout MemoryState) throws(CallFailure) in
      state.status(try state.node(name, folder))
    }
  }

  func linkTarget(of name: [UInt8], in folder: Int32) throws(CallFailure) -> [UInt8] {
    throw .of(.wrongKind)
  }

  func names(in folder: Int32) throws(CallFailure) -> [[UInt8]] {
    try made { (state: inout MemoryState) throws(CallFailure) in
      Array(state.nodes[try state.node(folder)].names.keys)
    }
  }

  func freeSpace(in folder: Int32) -> Int { 1 << 30 }

  func read(_ file: Int32, at offset: Int, count: Int) throws(CallFailure) -> [UInt8] {
    try made { (state: inout MemoryState) throws(CallFailure) in
      Array(state.nodes[try state.node(file)].bytes.dropFirst(offset).prefix(count))
    }
  }

  func write(_ bytes: ArraySlice<UInt8>, to file: Int32) throws(CallFailure) -> Int {
    try made { (state: inout MemoryState) throws(CallFailure) in
      guard var descriptor = state.open[file] else { throw .of(.other) }
      let end = state.nodes[descriptor.node].bytes.count
      let start = descriptor.isAppending ? end : min(descriptor.offset, end)
      descriptor.offset = start + bytes.count
      state.nodes[descriptor.node].bytes.replaceSubrange(
        start..<min(descriptor.offset, end), with: bytes)
      state.clock += 1
      state.nodes[descriptor.node].modified = state.clock
      state.open[file] = descriptor
      return bytes.count
    }
  }

  func synchronize(_ file: Int32) throws(CallFailure) { try made { _ in } }
  func setOwner(of file: Int32, user: UInt32, group: UInt32) {}

  func setPermissions(of file: Int32, _ mode: UInt32) throws(CallFailure) {
    try made { (state: inout MemoryState) throws(CallFailure) in
      state.nodes[try state.node(file)].permissions = mode
    }
  }

  func attributes(of file: Int32) -> [String: [UInt8]] { [:] }
  func setAttribute(_ name: String, to value: [UInt8]?, of file: Int32) {}
  func flags(of file: Int32) -> ProtectionFlags { ProtectionFlags(kept: 0, protecting: []) }
  func setFlags(of file: Int32, _ kept: UInt32) {}

  func link(_ name: [UInt8], as other: [UInt8], in folder: Int32) throws(CallFailure) {
    try made { (state: inout MemoryState) throws(CallFailure) in
      let node = try state.node(name, folder)
      let parent = try state.node(folder)
      guard state.nodes[parent].names[other] == nil else { throw .of(.exists) }
      state.nodes[parent].names[other] = node
      state.nodes[node].links += 1
    }
  }

  func rename(_ name: [UInt8], to other: [UInt8], in folder: Int32) throws(CallFailure) {
    try made { (state: inout MemoryState) throws(CallFailure) in
      let node = try state.node(name, folder)
      let parent = try state.node(folder)
      if let old = state.nodes[parent].names[other] {
        // two names of one file both stay: rename(2)
        if old == node { return }
        guard state.nodes[old].names.isEmpty else { throw .of(.exists) }
        state.nodes[old].links -= 1
      }
      state.nodes[parent].names[name] = nil
      state.nodes[parent].names[other] = node
    }
  }

  func unlink(_ name: [UInt8], in folder: Int32) throws(CallFailure) {
    try made { (state: inout MemoryState) throws(CallFailure) in
      let node = try state.node(name, folder)
      guard state.nodes[node].kind == .regular else { throw .of(.wrongKind) }
      state.nodes[try state.node(folder)].names[name] = nil
      state.nodes[node].links -= 1
    }
  }

  func makeFolder(
    _ name: [UInt8], permissions: UInt32, in folder: Int32
  ) throws(CallFailure) {
    try made { (state: inout MemoryState) throws(CallFailure) in
      let parent = try state.node(folder)
      guard state.nodes[parent].names[name] == nil else { throw .of(.exists) }
      _ = state.add(.folder(permissions: permissions), name, to: parent)
    }
  }

  func removeFolder(_ name: [UInt8], in folder: Int32) throws(CallFailure) {
    try made { (state: inout MemoryState) throws(CallFailure) in
      let node = try state.node(name, folder)
      guard state.nodes[node].kind == .folder, state.nodes[node].names.isEmpty else {
        throw .of(.other)
      }
      state.nodes[try state.node(folder)].names[name] = nil
    }
  }

  func lock(_ file: Int32) -> Bool { true }
  func log(_ line: String) {
    hold(
      line.utf8.allSatisfy { (0x20...0x7e).contains($0) }, "the log's line is printable: \(line)")
  }
  func shellAccepts(_ process: Int32) -> Bool? { nil }
  func pause(milliseconds: Int) {}
  func time() -> Int { state.withLock { $0.clock } }
  func effectiveUser() -> UInt32 { 0 }
  func processID() -> Int32 { 1 }

  /// Makes a call, unless it is the one that is to fail.
  private func made<Result: Sendable>(
    _ call: (inout MemoryState) throws(CallFailure) -> Result
  ) throws(CallFailure) -> Result {
    try state.withLock { (state: inout MemoryState) throws(CallFailure) in
      defer { state.callsLeft -= 1 }
      if state.callsLeft == 0 { throw .of(.other) }
      return try call(&state)
    }
  }
}
