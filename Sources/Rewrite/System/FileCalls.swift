/// The system calls that changing files takes, one method each.
///
/// Everything goes through here, so a test can let any single call fail, or stop the world at it.
/// Names are single components; a descriptor is the number the system knows it by. No method
/// follows a link in a name, and none is repeated here but for a signal's interruption.
package protocol FileCalls: Sendable {
  /// Opens a directory by a path of the operator's own, whose links are followed: open(2).
  func openFolder(path: String) throws(CallFailure) -> Int32
  /// Opens a directory in another: openat(2) with O_DIRECTORY and O_NOFOLLOW.
  func openFolder(_ name: [UInt8], in folder: Int32) throws(CallFailure) -> Int32
  /// Opens what stands in a directory, without waiting: openat(2) with O_NOFOLLOW.
  func open(_ name: [UInt8], in folder: Int32, for use: FileUse) throws(CallFailure) -> Int32
  /// Gives a descriptor back, and the file's lock with it: close(2).
  func close(_ file: Int32)

  /// What an open file is: fstat(2).
  func status(of file: Int32) throws(CallFailure) -> FileStatus
  /// What stands in a directory, a link as itself: fstatat(2).
  func status(of name: [UInt8], in folder: Int32) throws(CallFailure) -> FileStatus
  /// Where a link points: readlinkat(2).
  func linkTarget(of name: [UInt8], in folder: Int32) throws(CallFailure) -> [UInt8]
  /// The names in a directory, without `.` and `..`: readdir(3).
  func names(in folder: Int32) throws(CallFailure) -> [[UInt8]]
  /// The bytes free for us on the file system of a directory: fstatvfs(2).
  func freeSpace(in folder: Int32) throws(CallFailure) -> Int

  /// Some bytes from an offset on, none at the end: pread(2).
  func read(_ file: Int32, at offset: Int, count: Int) throws(CallFailure) -> [UInt8]
  /// Writes what the system takes at once, and says how many bytes that were: write(2).
  func write(_ bytes: ArraySlice<UInt8>, to file: Int32) throws(CallFailure) -> Int
  /// Waits until a file or a directory is on stable storage: fsync(2).
  func synchronize(_ file: Int32) throws(CallFailure)

  /// Gives a file away: fchown(2).
  func setOwner(of file: Int32, user: UInt32, group: UInt32) throws(CallFailure)
  /// Sets the permission bits, set-user-ID and its like included: fchmod(2).
  func setPermissions(of file: Int32, _ mode: UInt32) throws(CallFailure)
  /// The access control list and the extended attributes of a file, by name.
  func attributes(of file: Int32) throws(CallFailure) -> [String: [UInt8]]
  /// Gives a file such an attribute, or with nil takes it away.
  func setAttribute(_ name: String, to value: [UInt8]?, of file: Int32) throws(CallFailure)
  /// The flags of chflags(1), or those of chattr(1).
  func flags(of file: Int32) throws(CallFailure) -> ProtectionFlags
  /// Sets the flags that `ProtectionFlags.kept` has: fchflags(2).
  func setFlags(of file: Int32, _ kept: UInt32) throws(CallFailure)

  /// Gives a file a second name in its directory: linkat(2).
  func link(_ name: [UInt8], as other: [UInt8], in folder: Int32) throws(CallFailure)
  /// Renames within a directory, over what has the new name: renameat(2).
  func rename(_ name: [UInt8], to other: [UInt8], in folder: Int32) throws(CallFailure)
  /// Removes a name of a file: unlinkat(2).
  func unlink(_ name: [UInt8], in folder: Int32) throws(CallFailure)
  /// Makes a directory: mkdirat(2).
  func makeFolder(_ name: [UInt8], permissions: UInt32, in folder: Int32) throws(CallFailure)
  /// Removes an empty directory: unlinkat(2) with AT_REMOVEDIR.
  func removeFolder(_ name: [UInt8], in folder: Int32) throws(CallFailure)

  /// Takes the exclusive lock of a file unless another holds it, and says whether it did: flock(2).
  func lock(_ file: Int32) throws(CallFailure) -> Bool
  /// Hands a line of printable ASCII to the system's log: syslog(3).
  func log(_ line: String)
  /// Begins to have `sh -n` read a file, from where it is open at, and returns the process; nil where
  /// no shell is at hand.
  func startShell(reading file: Int32) -> Int32?
  /// Whether the shell takes what it reads, waited for; nil when it could not be run.
  func shellAccepts(_ process: Int32) -> Bool?
  /// Sleeps: nanosleep(2).
  func pause(milliseconds: Int)
  /// Seconds since the first of January 1970: time(3).
  func time() -> Int
  /// The user whose rights count: geteuid(2).
  func effectiveUser() -> UInt32
  /// This process: getpid(2).
  func processID() -> Int32
}

extension FileCalls {
  /// Where nothing can be done beside it, the file itself stands for the process, and the shell reads it
  /// when its answer is wanted.
  package func startShell(reading file: Int32) -> Int32? { file }
}

/// What a file is opened for.
package enum FileUse: Sendable {
  /// To read what is there.
  case reading
  /// To write a file that must not be there yet, with permissions 0600.
  case creating
  /// To write behind what is there, or to make the file with permissions 0600.
  case appending
  /// To hold its lock, and to make it with permissions 0600 when it isn't there.
  case locking
}
