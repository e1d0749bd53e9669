import Phrases
import SystemPackage

/// The content of a regular file: never of anything that could block, have no end or act when read.
enum FileContent {
  /// The largest file that is read, in bytes: 64 MiB, a thousand times a large configuration.
  static let limit = 64 << 20

  /// Why a file's content cannot be had, in words for a person.
  struct Refusal: Error {
    let reason: String
    /// Nothing stands at the path.
    var isMissing = false
  }

  /// Reads the file at a path of this machine.
  static func read(_ path: String) throws(Refusal) -> [UInt8] {
    let file = try refusing { () throws(Errno) in try SystemCalls.openFile(path) }
    let status = try refusing { () throws(Errno) in try SystemCalls.status(of: file) }
    return try read(file, status: status)
  }

  /// Reads an open file whose status is known, up to its end even when it has grown since.
  static func read(
    _ file: borrowing Descriptor, status: Stat, limit: Int = limit
  ) throws(Refusal) -> [UInt8] {
    guard status.type == .regular else { throw Refusal(reason: spoken("is a \(status.type.name)")) }
    let size = max(0, Int(clamping: status.size))
    guard size <= limit else { throw tooLarge(size, limit) }
    let bytes = try refusing { () throws(Errno) in
      try readToEnd(file, size: size, limit: limit)
    }
    guard bytes.count <= limit else { throw tooLarge(bytes.count, limit) }
    return bytes
  }

  /// Reads to the end, or until more than the limit is there.
  private static func readToEnd(
    _ file: borrowing Descriptor, size: Int, limit: Int
  ) throws(Errno) -> [UInt8] {
    // One byte of room more than the size: a file that did not grow ends within the first read.
    var bytes = try SystemCalls.readBytes(of: file, room: size + 1, expected: size)
    guard bytes.count > size else { return bytes }
    while bytes.count <= limit {
      let more = try SystemCalls.readBytes(of: file, room: 64 << 10, expected: nil)
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  private static func refusing<Result: ~Copyable>(
    _ body: () throws(Errno) -> Result
  ) throws(Refusal) -> Result {
    do throws(Errno) {
      return try body()
    } catch {
      throw Refusal(
        reason: error.reason,
        isMissing: error == .noSuchFileOrDirectory || error == .notDirectory)
    }
  }

  private static func tooLarge(_ size: Int, _ limit: Int) -> Refusal {
    Refusal(reason: spoken("\(size) bytes, more than the \(limit) that are read"))
  }
}

extension FileType {
  /// The kind as a person names it.
  var name: String {
    switch self {
    case .directory: spoken("directory")
    case .characterSpecial: spoken("character device")
    case .blockSpecial: spoken("block device")
    case .fifo: spoken("fifo")
    case .symbolicLink: spoken("symbolic link")
    case .socket: spoken("socket")
    case .regular: spoken("regular file")
    default: spoken("file of an unknown kind")
    }
  }
}
