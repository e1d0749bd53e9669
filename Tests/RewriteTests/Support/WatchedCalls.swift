import HostAccess
import Rewrite

/// The calls of the system with something in between: every call is counted, and one of them can
/// fail, be the last one of the process, or be preceded by another program's doing.
final class WatchedCalls: FileCalls, @unchecked Sendable {
  /// What happens at a call.
  enum Event {
    /// It fails, and is not made.
    case failure
    /// It and all that follow fail.
    case lastingFailure
    /// It is made, and fails all the same.
    case lateFailure
    /// A write takes only half of the bytes.
    case shortWrite
    /// The process ends in front of it.
    case end
    /// The process ends right behind it.
    case lateEnd
    /// A write takes half of the bytes, and the process ends.
    case tornWrite
    /// Another program does something in front of it.
    case intrusion(() -> Void)
  }

  fileprivate let system = systemFileCalls
  private let event: Event?
  private let place: Int
  /// How many calls were made so far.
  private(set) var count = 0
  /// The calls as the manual names them.
  private(set) var log: [String] = []
  private(set) var hasEnded = false
  /// How often somebody would have waited.
  fileprivate(set) var pauses = 0
  /// What the system's log was told.
  fileprivate(set) var told: [String] = []
  /// How many seconds later it is than it is.
  var delay = 0
  /// What the shell is said to answer.
  var shellAnswer: Bool?
  /// How many shells were started and not waited for.
  var shells: Int { startedShells - answeredShells }
  fileprivate(set) var startedShells = 0
  fileprivate var answeredShells = 0
  /// Whether a second name is to be had.
  var refusesLinks = false
  /// Flags that every file is said to have.
  var protecting: [String] = []
  /// An attribute that the first file that is asked has, and that no other takes.
  var firstAttribute: String?
  fileprivate(set) var hasAsked = false

  /// - Parameter place: the call at which it happens, 1-based.
  init(_ event: Event? = nil, at place: Int = 0) {
    self.event = event
    self.place = place
  }

  fileprivate func step<Result>(
    _ name: String, half: (() throws(CallFailure) -> Result)? = nil,
    _ body: () throws(CallFailure) -> Result
  ) throws(CallFailure) -> Result {
    let failure = CallFailure(call: name, kind: .other, reason: "made to fail")
    guard !hasEnded else { throw failure }
    count += 1
    log.append(name)
    guard let event else { return try body() }
    if case .lastingFailure = event, count >= place { throw failure }
    guard count == place else { return try body() }
    switch event {
    case .failure, .lastingFailure: throw failure
    case .lateFailure:
      _ = try body()
      throw failure
    case .shortWrite:
      if let half { return try half() }
      return try body()
    case .end:
      hasEnded = true
      throw failure
    case .lateEnd:
      hasEnded = true
      _ = try body()
      throw failure
    case .tornWrite:
      if let half { _ = try half() } else { _ = try body() }
      hasEnded = true
      throw failure
    case .intrusion(let act):
      act()
      return try body()
    }
  }

  /// As `step`, for a call whose result a late failure must not lose.
  private func opening(
    _ name: String, _ body: () throws(CallFailure) -> Int32
  ) throws(CallFailure) -> Int32 {
    if case .lateFailure? = event, count + 1 == place {
      let number = try body()
      system.close(number)
      return try step(name) { () throws(CallFailure) in number }
    }
    return try step(name, body)
  }

  func openFolder(path: String) throws(CallFailure) -> Int32 {
    try opening("open") { () throws(CallFailure) in try system.openFolder(path: path) }
  }

  func openFolder(_ name: [UInt8], in folder: Int32) throws(CallFailure) -> Int32 {
    try opening("openat") { () throws(CallFailure) in try system.openFolder(name, in: folder) }
  }

  func open(_ name: [UInt8], in folder: Int32, for use: FileUse) throws(CallFailure) -> Int32 {
    try opening("openat") { () throws(CallFailure) in
      try system.open(name, in: folder, for: use)
    }
  }

  func close(_ file: Int32) { system.close(file) }

  func status(of file: Int32) throws(CallFailure) -> FileStatus {
    try step("fstat") { () throws(CallFailure) in try system.status(of: file) }
  }

  func status(of name: [UInt8], in folder: Int32) throws(CallFailure) -> FileStatus {
    try step("fstatat") { () throws(CallFailure) in try system.status(of: name, in: folder) }
  }

  func linkTarget(of name: [UInt8], in folder: Int32) throws(CallFailure) -> [UInt8] {
    try step("readlinkat") { () throws(CallFailure) in
      try system.linkTarget(of: name, in: folder)
    }
  }

  func names(in folder: Int32) throws(CallFailure) -> [[UInt8]] {
    try step("readdir") { () throws(CallFailure) in try system.names(in: folder) }
  }

  func freeSpace(in folder: Int32) throws(CallFailure) -> Int {
    try step("fstatvfs") { () throws(CallFailure) in try system.freeSpace(in: folder) }
  }

  func read(_ file: Int32, at offset: Int, count: Int) throws(CallFailure) -> [UInt8] {
    try step("pread") { () throws(CallFailure) in
      try system.read(file, at: offset, count: count)
    }
  }

  func write(_ bytes: ArraySlice<UInt8>, to file: Int32) throws(CallFailure) -> Int {
    let half = { () throws(CallFailure) in
      try self.system.write(bytes.prefix(max(1, bytes.count / 2)), to: file)
    }
    return try step("write", half: half) { () throws(CallFailure) in
      try system.write(bytes, to: file)
    }
  }

  func synchronize(_ file: Int32) throws(CallFailure) {
    try step("fsync") { () throws(CallFailure) in try system.synchronize(file) }
  }
}

extension WatchedCalls {
  func setOwner(of file: Int32, user: UInt32, group: UInt32) throws(CallFailure) {
    try step("fchown") { () throws(CallFailure) in
      try system.setOwner(of: file, user: user, group: group)
    }
  }

  func setPermissions(of file: Int32, _ mode: UInt32) throws(CallFailure) {
    try step("fchmod") { () throws(CallFailure) in try system.setPermissions(of: file, mode) }
  }

  func attributes(of file: Int32) throws(CallFailure) -> [String: [UInt8]] {
    try step("fgetxattr") { () throws(CallFailure) in
      var attributes = try system.attributes(of: file)
      if let name = firstAttribute, !hasAsked { attributes[name] = [1] }
      hasAsked = true
      return attributes
    }
  }

  func setAttribute(_ name: String, to value: [UInt8]?, of file: Int32) throws(CallFailure) {
    try step("fsetxattr") { () throws(CallFailure) in
      if name == firstAttribute { return }
      try system.setAttribute(name, to: value, of: file)
    }
  }

  func flags(of file: Int32) throws(CallFailure) -> ProtectionFlags {
    try step("ioctl") { () throws(CallFailure) in
      let flags = try system.flags(of: file)
      return protecting.isEmpty
        ? flags : ProtectionFlags(kept: flags.kept, protecting: protecting)
    }
  }

  func setFlags(of file: Int32, _ kept: UInt32) throws(CallFailure) {
    try step("ioctl") { () throws(CallFailure) in try system.setFlags(of: file, kept) }
  }

  func link(_ name: [UInt8], as other: [UInt8], in folder: Int32) throws(CallFailure) {
    try step("linkat") { () throws(CallFailure) in
      if refusesLinks {
        throw CallFailure(call: "linkat", kind: .other, reason: "operation not supported")
      }
      try system.link(name, as: other, in: folder)
    }
  }

  func rename(_ name: [UInt8], to other: [UInt8], in folder: Int32) throws(CallFailure) {
    try step("renameat") { () throws(CallFailure) in
      try system.rename(name, to: other, in: folder)
    }
  }

  func unlink(_ name: [UInt8], in folder: Int32) throws(CallFailure) {
    try step("unlinkat") { () throws(CallFailure) in try system.unlink(name, in: folder) }
  }

  func makeFolder(
    _ name: [UInt8], permissions: UInt32, in folder: Int32
  ) throws(CallFailure) {
    try step("mkdirat") { () throws(CallFailure) in
      try system.makeFolder(name, permissions: permissions, in: folder)
    }
  }

  func removeFolder(_ name: [UInt8], in folder: Int32) throws(CallFailure) {
    try step("unlinkat") { () throws(CallFailure) in
      try system.removeFolder(name, in: folder)
    }
  }

  func lock(_ file: Int32) throws(CallFailure) -> Bool {
    try step("flock") { () throws(CallFailure) in try system.lock(file) }
  }

  func log(_ line: String) { if !hasEnded { told.append(line) } }

  func startShell(reading file: Int32) -> Int32? {
    startedShells += 1
    return 0
  }

  func shellAccepts(_ process: Int32) -> Bool? {
    answeredShells += 1
    return shellAnswer
  }

  func pause(milliseconds: Int) { pauses += 1 }
  func time() -> Int { system.time() + delay }
  func effectiveUser() -> UInt32 { system.effectiveUser() }
  func processID() -> Int32 { system.processID() }
}
