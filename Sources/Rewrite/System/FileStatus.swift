/// What the system tells of a file without looking into it: stat(2).
package struct FileStatus: Sendable, Equatable {
  /// The kinds of file that make a difference here.
  package enum Kind: Sendable {
    case regular, folder, link, other
  }

  /// What kind of file it is.
  package var kind: Kind
  /// The file system it is on.
  package var device: UInt64
  /// Its number there.
  package var inode: UInt64
  /// How many names it has.
  package var links: Int
  /// The bytes in it.
  package var size: Int
  /// The permission bits with set-user-ID, set-group-ID and sticky: 0 to 0o7777.
  package var permissions: UInt32
  /// The owner.
  package var user: UInt32
  /// The group.
  package var group: UInt32
  /// When its content was changed last, in nanoseconds since the first of January 1970.
  package var modified: Int

  package init(
    kind: Kind, device: UInt64, inode: UInt64, links: Int, size: Int, permissions: UInt32,
    user: UInt32, group: UInt32, modified: Int
  ) {
    self.kind = kind
    self.device = device
    self.inode = inode
    self.links = links
    self.size = size
    self.permissions = permissions
    self.user = user
    self.group = group
    self.modified = modified
  }

  /// Whether both are the same file, whatever is in it.
  func isSameFile(as other: FileStatus) -> Bool {
    device == other.device && inode == other.inode
  }

  /// Whether both are the same file and nobody has written to it or given it away in between.
  func isUntouched(since other: FileStatus) -> Bool {
    isSameFile(as: other) && size == other.size && modified == other.modified
      && permissions == other.permissions && user == other.user && group == other.group
  }
}

/// The flags a file has beside its permissions: chflags(1), or chattr(1) on Linux.
package struct ProtectionFlags: Sendable, Equatable {
  /// The harmless ones, which a new version of the file gets too; bits as the system has them.
  package let kept: UInt32
  /// The ones that forbid to change or to replace the file, by their names: `schg`.
  package let protecting: [String]

  package init(kept: UInt32, protecting: [String]) {
    self.kept = kept
    self.protecting = protecting
  }
}
