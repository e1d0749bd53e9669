import Phrases

/// Which directories nobody but root and the user at work can change things in.
struct FolderTrust: Sendable {
  /// The user at work.
  let user: UInt32

  /// Whether a file belongs to root or to the user at work.
  func owns(_ status: FileStatus) -> Bool {
    status.user == 0 || status.user == user
  }

  /// Refuses a directory on the way to a file in which others can swap what is not theirs.
  func check(_ status: FileStatus, _ path: String) throws(RewriteFailure) {
    let isSticky = status.permissions & 0o1000 != 0
    try check(status, path, others: isSticky ? 0 : 0o022)
  }

  /// Refuses a directory in which others can put anything beside the file.
  func checkLast(_ status: FileStatus, _ path: String) throws(RewriteFailure) {
    try check(status, path, others: 0o022)
  }

  private func check(
    _ status: FileStatus, _ path: String, others: UInt32
  ) throws(RewriteFailure) {
    guard owns(status) else {
      throw .refused(
        path: path, reason: spoken("a directory above it belongs to user \(status.user)"))
    }
    guard status.permissions & others == 0 else {
      throw .refused(path: path, reason: spoken("others may write to a directory above it"))
    }
  }
}
