import Phrases
import Rewrite
import Synchronization

/// What files are, and changes of names and attributes.
extension RemoteFileCalls {
  func status(of file: Int32) throws(CallFailure) -> FileStatus {
    // nobody has been asked anything since it was told
    let told = state.withLock { state in
      state.paths[file]?.told.flatMap { $0.at == state.count ? $0.status : nil }
    }
    if let told { return told }
    return try line(of: file, "fstat").status
  }

  private func line(of file: Int32, _ call: String) throws(CallFailure) -> StatusLine {
    let path = try path(of: file, call)
    return try line(at: path.isEmpty ? [UInt8(ascii: "/")] : path, call)
  }

  private func line(at path: [UInt8], _ call: String) throws(CallFailure) -> StatusLine {
    guard let line = StatusLine(try ask(call, "status_of", [path])) else { throw .garbled(call) }
    return line
  }

  func status(of name: [UInt8], in folder: Int32) throws(CallFailure) -> FileStatus {
    try line(at: path(of: name, in: folder, "fstatat"), "fstatat").status
  }

  func linkTarget(of name: [UInt8], in folder: Int32) throws(CallFailure) -> [UInt8] {
    try ask("readlinkat", "target", [path(of: name, in: folder, "readlinkat")])
  }

  func names(in folder: Int32) throws(CallFailure) -> [[UInt8]] {
    let path = try path(of: folder, "readdir")
    let body = try ask("readdir", "names", [path.isEmpty ? [UInt8(ascii: "/")] : path])
    return body.split(separator: 0).map { Array($0.dropFirst("./".utf8.count)) }
  }

  func freeSpace(in folder: Int32) throws(CallFailure) -> Int {
    let body = try ask("fstatvfs", "space", [path(of: folder, "fstatvfs") + [UInt8(ascii: "/")]])
    let digits = String(decoding: body, as: UTF8.self).filter { $0 != "\n" }
    guard let blocks = Int(digits) else { throw .garbled("fstatvfs") }
    return blocks.multipliedReportingOverflow(by: 1024).partialValue
  }

  func setOwner(of file: Int32, user: UInt32, group: UInt32) throws(CallFailure) {
    let numbers = [user, group].map { Array("\($0)".utf8) }
    try ask("fchown", "own", [path(of: file, "fchown")] + numbers)
  }

  func setPermissions(of file: Int32, _ mode: UInt32) throws(CallFailure) {
    let digits = Array(String(mode, radix: 8).utf8)
    try ask("fchmod", "permit", [path(of: file, "fchmod"), digits])
  }

  func attributes(of file: Int32) throws(CallFailure) -> [String: [UInt8]] {
    let body = try ask("getfacl", "attributes", [path(of: file, "getfacl")])
    var found: [String: [UInt8]] = [:]
    for line in body.split(separator: UInt8(ascii: "\n")) {
      if line.starts(with: "acl ".utf8) {
        found["acl", default: []] += line.dropFirst("acl ".utf8.count) + [UInt8(ascii: "\n")]
      } else {
        found[String(decoding: line, as: UTF8.self)] = []
      }
    }
    return found
  }

  func setAttribute(
    _ name: String, to value: [UInt8]?, of file: Int32
  ) throws(CallFailure) {
    guard name == "acl", let value else {
      throw CallFailure(
        call: "setextattr", kind: .other,
        reason: spoken("extended attributes can't be kept over ssh"))
    }
    try ask("setfacl", "set_acl", [path(of: file, "setfacl")], payload: value)
  }

  func flags(of file: Int32) throws(CallFailure) -> ProtectionFlags {
    try line(of: file, "fstat").protection
  }

  func setFlags(of file: Int32, _ kept: UInt32) throws(CallFailure) {
    let digits = Array(String(kept, radix: 8).utf8)
    try ask("fchflags", "set_flags", [path(of: file, "fchflags"), digits])
  }

  func link(
    _ name: [UInt8], as other: [UInt8], in folder: Int32
  ) throws(CallFailure) {
    let (name, other) = (
      try path(of: name, in: folder, "linkat"), try path(of: other, in: folder, "linkat")
    )
    try ask("linkat", "second_name", [name, other])
    state.withLock { $0.paths.gaveSecondName(name, other) }
  }

  func rename(
    _ name: [UInt8], to other: [UInt8], in folder: Int32
  ) throws(CallFailure) {
    let (name, other) = (
      try path(of: name, in: folder, "renameat"), try path(of: other, in: folder, "renameat")
    )
    try ask("renameat", "rename", [name, other])
    state.withLock { $0.paths.renamed(name, other) }
  }

  func unlink(_ name: [UInt8], in folder: Int32) throws(CallFailure) {
    let path = try path(of: name, in: folder, "unlinkat")
    try ask("unlinkat", "remove", [path])
    state.withLock { $0.paths.lost(path) }
  }

  func makeFolder(
    _ name: [UInt8], permissions: UInt32, in folder: Int32
  ) throws(CallFailure) {
    let digits = Array(String(permissions, radix: 8).utf8)
    try ask("mkdirat", "make_folder", [path(of: name, in: folder, "mkdirat"), digits])
  }

  func removeFolder(_ name: [UInt8], in folder: Int32) throws(CallFailure) {
    try ask("unlinkat", "remove_folder", [path(of: name, in: folder, "unlinkat")])
  }

  func lock(_ file: Int32) throws(CallFailure) -> Bool {
    if state.withLock({ $0.paths.holdsLock(file) }) { return true }
    do throws(CallFailure) {
      try ask("flock", "lock", [path(of: file, "flock")])
    } catch {
      guard error.isBusy else { throw error }
      return false
    }
    state.withLock { $0.paths.locked(file) }
    return true
  }

  func startShell(reading file: Int32) -> Int32? {
    guard let path = try? path(of: file, "sh"), let body = try? ask("sh", "accepts", [path]) else {
      return nil
    }
    let accepts: Bool
    switch String(decoding: body, as: UTF8.self) {
    case "yes\n": accepts = true
    case "no\n": accepts = false
    default: return nil
    }
    return state.withLock { state in
      state.verdicts.append(accepts)
      return Int32(state.verdicts.count - 1)
    }
  }

  func shellAccepts(_ process: Int32) -> Bool? {
    state.withLock { state in
      state.verdicts.indices.contains(Int(process)) ? state.verdicts[Int(process)] : nil
    }
  }
}

extension CallFailure {
  /// EX_TEMPFAIL, by which the script says that another holds a lock.
  fileprivate var isBusy: Bool { call == "flock" && reason == "status 75" }
}
