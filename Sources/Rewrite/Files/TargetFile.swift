import Phrases

/// A file that is to be replaced, as it was when it was opened.
struct TargetFile: Sendable {
  let place: FilePlace
  let file: OpenFile
  let status: FileStatus
  let bytes: [UInt8]
  let flags: ProtectionFlags
  /// The access control list and the extended attributes.
  let attributes: [String: [UInt8]]

  var path: String { place.path }

  /// Opens, locks and reads a file, and refuses one that can't be replaced without losing something.
  ///
  /// - Parameter wait: how long to wait for another's lock.
  init(_ place: FilePlace, wait: inout Patience) throws(RewriteFailure) {
    let path = place.path
    self.place = place
    (file, status) = try Self.opened(place, wait: &wait)
    guard status.links == 1 else {
      throw .refused(path: path, reason: spoken("it has \(status.links) names (hard links)"))
    }
    guard status.device == place.folderStatus.device else {
      throw .refused(path: path, reason: spoken("it is a mount point"))
    }
    guard status.size <= OpenFile.limit else {
      throw .refused(path: path, reason: spoken("it has more than \(OpenFile.limit) bytes"))
    }
    let file = file
    flags = try at(path, spoken("read its flags")) { () throws(CallFailure) in
      try file.flags()
    }
    guard flags.protecting.isEmpty else {
      let names = flags.protecting.joined(separator: ",")
      throw .refused(path: path, reason: spoken("its flags forbid it: \(names)"))
    }
    attributes = try at(path, spoken("read its attributes")) { () throws(CallFailure) in
      try file.attributes()
    }
    bytes = try at(path, spoken("read it")) { () throws(CallFailure) in try file.contents() }
  }

  /// Opens the file and takes its lock; a file that was replaced meanwhile is opened anew.
  private static func opened(
    _ place: FilePlace, wait: inout Patience
  ) throws(RewriteFailure) -> (OpenFile, FileStatus) {
    let path = place.path
    while true {
      let seen = try at(path, spoken("look at it")) { () throws(CallFailure) in
        try place.folder.status(of: place.name)
      }
      // a fifo would block and a device act when it is opened
      guard seen.kind == .regular else {
        throw .refused(path: path, reason: spoken("not a regular file"))
      }
      let file = try at(path, spoken("open it")) { () throws(CallFailure) in
        try place.folder.open(place.name)
      }
      let isLocked = try at(path, spoken("lock it")) { () throws(CallFailure) in
        try file.lock()
      }
      let status = try at(path, spoken("look at it")) { () throws(CallFailure) in try file.status()
      }
      guard status.kind == .regular else {
        throw .refused(path: path, reason: spoken("not a regular file"))
      }
      if isLocked, status.links > 0 { return (file, status) }
      guard wait.goOn(file.calls) else { throw .busy(spoken("another program holds \(path)")) }
    }
  }

  /// Whether the name still leads to this very file, with the same bytes.
  ///
  /// The name is looked at last, so that one call lies between this and what follows.
  func isUnchanged() throws(CallFailure) -> Bool {
    guard try place.folder.open(place.name).holds(bytes) else { return false }
    return try isUntouched()
  }

  /// Whether the name still leads to this very file, and nobody has written to it.
  func isUntouched() throws(CallFailure) -> Bool {
    try place.folder.status(of: place.name).isUntouched(since: status)
  }
}

/// How long one may still wait for others: ten seconds in all.
struct Patience {
  private static let step = 20
  private var left = 10_000

  /// Waits a little, unless it has been long enough.
  mutating func goOn(_ calls: any FileCalls) -> Bool {
    guard left > 0 else { return false }
    left -= Self.step
    calls.pause(milliseconds: Self.step)
    return true
  }
}
