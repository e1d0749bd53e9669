import Phrases

/// The new version of one file on its way to take the old one's place.
///
/// Its files stand beside the target, where a rename can't fail half way, and under names that
/// begin with a dot and end in no suffix anybody looks for: neither rc(8) nor jail(8) nor a manager
/// of jails reads them, for `*` and `*.conf` don't match them.
struct Replacement: Sendable {
  let target: TargetFile
  let after: [UInt8]
  private let names: TemporaryNames
  /// The new version's inode once it is there.
  private var written: FileStatus?
  /// The old inode has a second name, so it can be put back as it is.
  private var hasOldName = false
  /// The new version has the target's name.
  private(set) var isInstalled = false

  init(_ target: TargetFile, after: [UInt8], names: TemporaryNames) {
    self.target = target
    self.after = after
    self.names = names
  }

  private var folder: OpenFile { target.place.folder }

  /// Writes the new version beside the target, as its equal in everything but content, and makes
  /// sure that it is on stable storage and can be read.
  mutating func write() throws(CallFailure) {
    let file = try folder.open(names.new, for: .creating)
    try file.write(after)
    try file.takeOver(target.status, target.attributes, target.flags)
    try file.synchronize()
    let status = try file.status()
    let readBack = try folder.open(names.new)
    guard try readBack.holds(after), try readBack.status().isSameFile(as: status) else {
      throw CallFailure(call: "read", kind: .other, reason: spoken("not what was written"))
    }
    written = status
  }

  /// Gives the old inode a second name, where the file system has such.
  mutating func keepOld() {
    do throws(CallFailure) {
      try folder.link(target.place.name, as: names.old)
      hasOldName = true
    } catch {
      // the bytes are in the journal, too
    }
  }

  /// Gives the new version the target's name.
  mutating func install() throws(CallFailure) {
    // until it is known that it has not
    isInstalled = true
    do throws(CallFailure) {
      try folder.rename(names.new, to: target.place.name)
    } catch {
      // an error can come after the deed, as from a network file system
      isInstalled = try hasTakenPlace()
      guard isInstalled else { throw error }
    }
  }

  private func hasTakenPlace() throws(CallFailure) -> Bool {
    guard let written else { return false }
    return try folder.status(of: target.place.name).isSameFile(as: written)
  }

  /// Puts the old version back; false when another has taken the new one's place, whose it stays.
  mutating func takeBack() throws(CallFailure) -> Bool {
    guard isInstalled, let written else { return true }
    let present = try folder.status(of: target.place.name)
    guard present.isUntouched(since: written) else {
      // it never took the old one's place
      return present.isUntouched(since: target.status)
    }
    if hasOldName {
      try folder.rename(names.old, to: target.place.name)
      hasOldName = false
    } else {
      let file = try folder.open(names.back, for: .creating)
      try file.write(target.bytes)
      try file.takeOver(target.status, target.attributes, target.flags)
      try file.synchronize()
      try folder.rename(names.back, to: target.place.name)
    }
    try folder.synchronize()
    isInstalled = false
    return true
  }

  /// Whether what is in place is the new version.
  func isInPlace() throws(CallFailure) -> Bool {
    try folder.open(target.place.name).holds(after)
  }

  /// What another program wrote to the old inode too late to be seen, if it did.
  func lateBytes() throws(CallFailure) -> [UInt8]? {
    try target.file.holds(target.bytes) ? nil : try target.file.contents()
  }

  /// Removes what stands beside the target.
  mutating func clean() throws(CallFailure) {
    for name in names.all { try folder.remove(name) }
    hasOldName = false
  }

  func synchronizeFolder() throws(CallFailure) { try folder.synchronize() }
}

/// What the files beside a target are called: always the same length, and nothing of the host's.
struct TemporaryNames: Sendable {
  /// The new version.
  let new: [UInt8]
  /// The second name of the old inode.
  let old: [UInt8]
  /// The old version written anew.
  let back: [UInt8]

  /// The names for a file of an entry of the journal.
  init(entry: String, index: Int) {
    let stem = ".jailscope-\(entry).\(index)"
    new = Array("\(stem).new".utf8)
    old = Array("\(stem).old".utf8)
    back = Array("\(stem).back".utf8)
  }

  var all: [[UInt8]] { [new, old, back] }
}
