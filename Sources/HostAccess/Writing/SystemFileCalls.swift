package import Rewrite
import SystemPackage

#if canImport(Glibc)
  import Glibc
#endif

/// The calls that changing files takes, as this system makes them.
package let systemFileCalls: any FileCalls = SystemFileCalls()

/// Each method is the call it names; where systems differ it is in `FileAttributes`.
struct SystemFileCalls: FileCalls {
  func openFolder(path: String) throws(CallFailure) -> Int32 {
    try calling("open") { () throws(Errno) in
      try SystemCalls.check { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    }
  }

  func openFolder(_ name: [UInt8], in folder: Int32) throws(CallFailure) -> Int32 {
    try opening(name, folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
  }

  func open(
    _ name: [UInt8], in folder: Int32, for use: FileUse
  ) throws(CallFailure) -> Int32 {
    let flags =
      switch use {
      // neither a fifo's other end nor a device's line is waited for
      case .reading: O_RDONLY | O_NONBLOCK | O_NOCTTY
      case .creating: O_RDWR | O_CREAT | O_EXCL
      case .appending: O_RDWR | O_CREAT | O_APPEND
      case .locking: O_RDWR | O_CREAT
      }
    return try opening(name, folder, flags | O_NOFOLLOW | O_CLOEXEC)
  }

  func close(_ file: Int32) {
    // a program that is just being started still has a copy of it, and with that the lock
    flock(file, LOCK_UN)
    SystemCalls.closeDescriptor(file)
  }

  func status(of file: Int32) throws(CallFailure) -> FileStatus {
    try calling("fstat") { () throws(Errno) in
      FileStatus(try FileDescriptor(rawValue: file).stat())
    }
  }

  func status(of name: [UInt8], in folder: Int32) throws(CallFailure) -> FileStatus {
    try calling("fstatat") { () throws(Errno) in
      FileStatus(
        try Stat(
          SystemCalls.terminated(name), relativeTo: FileDescriptor(rawValue: folder),
          flags: .symlinkNoFollow))
    }
  }

  func linkTarget(of name: [UInt8], in folder: Int32) throws(CallFailure) -> [UInt8] {
    try calling("readlinkat") { () throws(Errno) in
      try SystemCalls.linkTarget(of: name, under: folder)
    }
  }

  func names(in folder: Int32) throws(CallFailure) -> [[UInt8]] {
    // reading uses its descriptor up
    let copy = try opening(Array(".".utf8), folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    return try calling("readdir") { () throws(Errno) in
      try SystemCalls.names(in: Descriptor(owning: copy))
    }
  }

  func freeSpace(in folder: Int32) throws(CallFailure) -> Int {
    try calling("fstatvfs") { () throws(Errno) in
      var space = statvfs()
      _ = try SystemCalls.check { fstatvfs(folder, &space) }
      return Int(
        clamping: UInt64(space.f_bavail).multipliedReportingOverflow(by: UInt64(space.f_frsize))
          .partialValue)
    }
  }

  func read(_ file: Int32, at offset: Int, count: Int) throws(CallFailure) -> [UInt8] {
    try calling("pread") { () throws(Errno) in
      try [UInt8](capacity: count) { (output) throws(Errno) in
        try output.withUnsafeMutableBufferPointer { (buffer, filled) throws(Errno) in
          filled = try SystemCalls.check { pread(file, buffer.baseAddress, count, off_t(offset)) }
        }
      }
    }
  }

  func write(_ bytes: ArraySlice<UInt8>, to file: Int32) throws(CallFailure) -> Int {
    try calling("write") { () throws(Errno) in
      try bytes.withUnsafeBufferPointer { (buffer) throws(Errno) in
        try SystemCalls.check { Glibc.write(file, buffer.baseAddress, buffer.count) }
      }
    }
  }

  func synchronize(_ file: Int32) throws(CallFailure) {
    try calling("fsync") { () throws(Errno) in _ = try SystemCalls.check { fsync(file) } }
  }

  private func opening(
    _ name: [UInt8], _ folder: Int32, _ flags: Int32
  ) throws(CallFailure) -> Int32 {
    try calling("openat") { () throws(Errno) in
      let name = SystemCalls.terminated(name)
      return try SystemCalls.check { openat(folder, name, flags, 0o600) }
    }
  }

  func calling<Result>(
    _ call: String, _ body: () throws(Errno) -> Result
  ) throws(CallFailure) -> Result {
    do throws(Errno) {
      return try body()
    } catch {
      throw CallFailure(call: call, kind: error.kind, reason: error.reason)
    }
  }
}

extension Errno {
  fileprivate var kind: CallFailure.Kind {
    switch self {
    case .noSuchFileOrDirectory: .missing
    case .fileExists: .exists
    case .tooManySymbolicLinkLevels, .tooManyLinks, .notDirectory, .isDirectory: .wrongKind
    default: .other
    }
  }
}

extension FileStatus {
  fileprivate init(_ status: Stat) {
    let kind: Kind =
      switch status.type {
      case .regular: .regular
      case .directory: .folder
      case .symbolicLink: .link
      default: .other
      }
    let moment = status.st_mtim
    self.init(
      kind: kind, device: UInt64(truncatingIfNeeded: status.deviceID.rawValue),
      inode: UInt64(truncatingIfNeeded: status.inode.rawValue), links: status.linkCount,
      size: Int(clamping: status.size), permissions: UInt32(status.permissions.rawValue),
      user: UInt32(status.userID.rawValue), group: UInt32(status.groupID.rawValue),
      modified: moment.tv_sec &* 1_000_000_000 &+ moment.tv_nsec)
  }
}
