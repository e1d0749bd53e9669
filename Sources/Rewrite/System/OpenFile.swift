import Phrases

/// An open file or directory, closed when nobody needs it any more.
final class OpenFile: Sendable {
  /// The most bytes a file that is read may have: 16 MiB.
  static let limit = 16 << 20

  let calls: any FileCalls
  private let number: Int32

  /// Takes over a descriptor that a call has just returned.
  init(_ calls: any FileCalls, owning number: Int32) {
    self.calls = calls
    self.number = number
  }

  deinit {
    calls.close(number)
  }

  /// Makes a call with the descriptor, which stays open until the call is over.
  func using<Result>(
    _ body: (any FileCalls, Int32) throws(CallFailure) -> Result
  ) throws(CallFailure) -> Result {
    defer { withExtendedLifetime(self) {} }
    return try body(calls, number)
  }

  func status() throws(CallFailure) -> FileStatus {
    try using { (calls, number) throws(CallFailure) in try calls.status(of: number) }
  }

  func flags() throws(CallFailure) -> ProtectionFlags {
    try using { (calls, number) throws(CallFailure) in try calls.flags(of: number) }
  }

  func attributes() throws(CallFailure) -> [String: [UInt8]] {
    try using { (calls, number) throws(CallFailure) in try calls.attributes(of: number) }
  }

  func synchronize() throws(CallFailure) {
    try using { (calls, number) throws(CallFailure) in try calls.synchronize(number) }
  }

  /// Takes the file's lock unless another has it.
  func lock() throws(CallFailure) -> Bool {
    try using { (calls, number) throws(CallFailure) in try calls.lock(number) }
  }

  /// Begins to have `sh -n` read the file, and returns the process; nil where no shell is at hand.
  func startShell() -> Int32? {
    defer { withExtendedLifetime(self) {} }
    return calls.startShell(reading: number)
  }

  /// Everything in it, from the start; a file larger than `limit` fails.
  func contents() throws(CallFailure) -> [UInt8] {
    let size = try status().size
    return try using { (calls, number) throws(CallFailure) in
      var bytes: [UInt8] = []
      while bytes.count <= Self.limit {
        // room for one byte more than the size: what hasn't grown ends with the second read
        let room = max(size + 1 - bytes.count, 64 << 10)
        let more = try calls.read(number, at: bytes.count, count: min(room, Self.limit + 1))
        if more.isEmpty { return bytes }
        bytes = bytes.isEmpty ? more : bytes + more
      }
      throw CallFailure(call: "read", kind: .other, reason: spoken("more than \(Self.limit) bytes"))
    }
  }

  /// Whether just these bytes are in it, from the start.
  func holds(_ bytes: [UInt8]) throws(CallFailure) -> Bool {
    try using { (calls, number) throws(CallFailure) in
      var position = 0
      while true {
        let piece = try calls.read(number, at: position, count: 256 << 10)
        if piece.isEmpty { return position == bytes.count }
        guard bytes.hold(piece, at: position) else { return false }
        position += piece.count
      }
    }
  }

  /// Writes all of it, however little the system takes at once.
  func write(_ bytes: [UInt8]) throws(CallFailure) {
    try using { (calls, number) throws(CallFailure) in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = try calls.write(rest, to: number)
        guard count > 0 else {
          throw CallFailure(call: "write", kind: .other, reason: spoken("nothing was written"))
        }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Takes over owner, permissions, access control list, attributes and flags, and fails when any
  /// of them isn't the same afterwards.
  func takeOver(
    _ status: FileStatus, _ attributes: [String: [UInt8]], _ flags: ProtectionFlags
  ) throws(CallFailure) {
    try using { (calls, number) throws(CallFailure) in
      let mine = try calls.status(of: number)
      if mine.user != status.user || mine.group != status.group {
        try calls.setOwner(of: number, user: status.user, group: status.group)
      }
      // behind fchown(2), which takes set-user-ID away
      try calls.setPermissions(of: number, status.permissions)
      let given = try calls.attributes(of: number)
      for (name, value) in attributes.sorted(by: { $0.key < $1.key }) where given[name] != value {
        try calls.setAttribute(name, to: value, of: number)
      }
      for name in given.keys.sorted() where attributes[name] == nil {
        try calls.setAttribute(name, to: nil, of: number)
      }
      if try calls.flags(of: number).kept != flags.kept {
        try calls.setFlags(of: number, flags.kept)
      }
    }
    let now = try self.status()
    guard now.user == status.user, now.group == status.group,
      now.permissions == status.permissions
    else { throw .lost(spoken("cannot keep the file's owner or permissions")) }
    guard try self.attributes() == attributes else {
      throw .lost(spoken("cannot keep the file's attributes"))
    }
    guard try self.flags().kept == flags.kept else {
      throw .lost(spoken("cannot keep the file's flags"))
    }
  }
}

extension CallFailure {
  fileprivate static func lost(_ reason: String) -> CallFailure {
    CallFailure(call: "fstat", kind: .other, reason: reason)
  }
}
