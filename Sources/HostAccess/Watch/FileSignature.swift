import SystemPackage

/// What tells a file from what was at its path before.
struct FileSignature: Equatable {
  private let device: UInt64
  private let inode: UInt64
  private let size: Int64
  private let modified: Moment
  private let changed: Moment

  init(_ status: Stat) {
    device = UInt64(truncatingIfNeeded: status.deviceID.rawValue)
    inode = UInt64(status.inode.rawValue)
    size = status.size
    modified = Moment(status.st_mtim)
    changed = Moment(status.st_ctim)
  }

  /// Whether nothing that happened to the file after a moment can look like this: a file's time is
  /// that of the kernel's last tick, at most 10 ms ago.
  func isSettled(at moment: Moment) -> Bool {
    let tick = 20_000_000
    let seconds = moment.seconds - changed.seconds
    return seconds > 1 || seconds * 1_000_000_000 + moment.nanoseconds - changed.nanoseconds > tick
  }
}
