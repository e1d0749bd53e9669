import Rewrite
import SystemPackage

#if canImport(Glibc)
  import Glibc
#endif

/// Changes of names and owners, and what is asked of the process.
extension SystemFileCalls {
  func setOwner(of file: Int32, user: UInt32, group: UInt32) throws(CallFailure) {
    try calling("fchown") { () throws(Errno) in
      _ = try SystemCalls.check { fchown(file, user, group) }
    }
  }

  func setPermissions(of file: Int32, _ mode: UInt32) throws(CallFailure) {
    try calling("fchmod") { () throws(Errno) in
      _ = try SystemCalls.check { fchmod(file, mode_t(mode)) }
    }
  }

  func link(
    _ name: [UInt8], as other: [UInt8], in folder: Int32
  ) throws(CallFailure) {
    let (name, other) = (SystemCalls.terminated(name), SystemCalls.terminated(other))
    try calling("linkat") { () throws(Errno) in
      _ = try SystemCalls.check { linkat(folder, name, folder, other, 0) }
    }
  }

  func rename(
    _ name: [UInt8], to other: [UInt8], in folder: Int32
  ) throws(CallFailure) {
    let (name, other) = (SystemCalls.terminated(name), SystemCalls.terminated(other))
    try calling("renameat") { () throws(Errno) in
      _ = try SystemCalls.check { renameat(folder, name, folder, other) }
    }
  }

  func unlink(_ name: [UInt8], in folder: Int32) throws(CallFailure) {
    try removing(name, folder, 0)
  }

  func removeFolder(_ name: [UInt8], in folder: Int32) throws(CallFailure) {
    try removing(name, folder, AT_REMOVEDIR)
  }

  func makeFolder(
    _ name: [UInt8], permissions: UInt32, in folder: Int32
  ) throws(CallFailure) {
    let name = SystemCalls.terminated(name)
    try calling("mkdirat") { () throws(Errno) in
      _ = try SystemCalls.check { mkdirat(folder, name, mode_t(permissions)) }
    }
  }

  func lock(_ file: Int32) throws(CallFailure) -> Bool {
    try calling("flock") { () throws(Errno) in
      do throws(Errno) {
        _ = try SystemCalls.check { flock(file, LOCK_EX | LOCK_NB) }
        return true
      } catch {
        guard error == .wouldBlock else { throw error }
        return false
      }
    }
  }

  func pause(milliseconds: Int) { SystemCalls.pause(milliseconds: milliseconds) }

  func time() -> Int { SystemCalls.time() }

  func effectiveUser() -> UInt32 { geteuid() }

  func processID() -> Int32 { getpid() }

  private func removing(
    _ name: [UInt8], _ folder: Int32, _ flags: Int32
  ) throws(CallFailure) {
    let name = SystemCalls.terminated(name)
    try calling("unlinkat") { () throws(Errno) in
      _ = try SystemCalls.check { unlinkat(folder, name, flags) }
    }
  }
}
