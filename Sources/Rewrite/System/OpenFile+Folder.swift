/// What stands in an open directory, by its name.
extension OpenFile {
  func open(_ name: [UInt8], for use: FileUse = .reading) throws(CallFailure) -> OpenFile {
    try using { (calls, number) throws(CallFailure) in
      OpenFile(calls, owning: try calls.open(name, in: number, for: use))
    }
  }

  func openFolder(_ name: [UInt8]) throws(CallFailure) -> OpenFile {
    try using { (calls, number) throws(CallFailure) in
      OpenFile(calls, owning: try calls.openFolder(name, in: number))
    }
  }

  func status(of name: [UInt8]) throws(CallFailure) -> FileStatus {
    try using { (calls, number) throws(CallFailure) in try calls.status(of: name, in: number) }
  }

  /// The status, or nil where nothing stands.
  func statusIfPresent(of name: [UInt8]) throws(CallFailure) -> FileStatus? {
    do throws(CallFailure) {
      return try status(of: name)
    } catch {
      guard error.kind == .missing else { throw error }
      return nil
    }
  }

  func linkTarget(of name: [UInt8]) throws(CallFailure) -> [UInt8] {
    try using { (calls, number) throws(CallFailure) in
      try calls.linkTarget(of: name, in: number)
    }
  }

  func names() throws(CallFailure) -> [[UInt8]] {
    try using { (calls, number) throws(CallFailure) in try calls.names(in: number) }
  }

  func freeSpace() throws(CallFailure) -> Int {
    try using { (calls, number) throws(CallFailure) in try calls.freeSpace(in: number) }
  }

  func contents(of name: [UInt8]) throws(CallFailure) -> [UInt8] { try open(name).contents() }

  func link(_ name: [UInt8], as other: [UInt8]) throws(CallFailure) {
    try using { (calls, number) throws(CallFailure) in
      try calls.link(name, as: other, in: number)
    }
  }

  func rename(_ name: [UInt8], to other: [UInt8]) throws(CallFailure) {
    try using { (calls, number) throws(CallFailure) in
      try calls.rename(name, to: other, in: number)
    }
  }

  /// Removes a name, which may be gone already.
  func remove(_ name: [UInt8]) throws(CallFailure) {
    do throws(CallFailure) {
      try using { (calls, number) throws(CallFailure) in try calls.unlink(name, in: number) }
    } catch {
      guard error.kind == .missing else { throw error }
    }
  }

  func makeFolder(_ name: [UInt8], permissions: UInt32) throws(CallFailure) {
    try using { (calls, number) throws(CallFailure) in
      try calls.makeFolder(name, permissions: permissions, in: number)
    }
  }

  func removeFolder(_ name: [UInt8]) throws(CallFailure) {
    try using { (calls, number) throws(CallFailure) in
      try calls.removeFolder(name, in: number)
    }
  }

  /// Opens a directory, which is made when it isn't there.
  func openOrMakeFolder(
    _ name: [UInt8], permissions: UInt32
  ) throws(CallFailure) -> OpenFile {
    if try statusIfPresent(of: name) == nil {
      do throws(CallFailure) {
        try makeFolder(name, permissions: permissions)
        try synchronize()
      } catch {
        // another process may have been faster
        guard error.kind == .exists else { throw error }
      }
    }
    return try openFolder(name)
  }

  /// Makes a file with these bytes that are on stable storage, or leaves none.
  func create(_ name: [UInt8], _ bytes: [UInt8]) throws(CallFailure) {
    let file = try open(name, for: .creating)
    do throws(CallFailure) {
      try file.write(bytes)
      try file.synchronize()
    } catch {
      try? remove(name)
      throw error
    }
  }
}
