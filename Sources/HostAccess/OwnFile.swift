import Phrases
package import SourceText
import SystemPackage

/// Reads a file of the operator's own, which is no part of a host: by a path of this machine, and
/// with the limits of `HostCollector`.
package func readOwnFile(_ path: String) throws(HostAccessError) -> [UInt8] {
  do throws(FileContent.Refusal) {
    return try FileContent.read(path)
  } catch {
    throw .cannotRead(path: path, reason: error.reason)
  }
}

/// What stands at the path of a file of the operator's own that need not be there.
package func ownFileEntry(_ path: String) -> HostCapture.Entry {
  do throws(FileContent.Refusal) {
    return .file(SourceFile(path: path, bytes: try FileContent.read(path)))
  } catch {
    return error.isMissing ? .missing : .unreadable(error.reason)
  }
}

/// The names in a folder of the operator's own, in byte order; none when it is not there or can't be
/// listed.
package func ownFileNames(in folder: String) -> [String] {
  (try? readOwnFolder(folder)) ?? []
}

/// The names in a folder of the operator's own, in byte order.
package func readOwnFolder(_ folder: String) throws(HostAccessError) -> [String] {
  do throws(Errno) {
    let names = try SystemCalls.names(in: try SystemCalls.openFile(folder))
    return names.map { String(decoding: $0, as: UTF8.self) }.sorted()
  } catch {
    throw .cannotRead(path: folder, reason: error.reason)
  }
}

/// Makes a folder of the operator's own, and those above it that are missing, for nobody else to look
/// into.
package func makeOwnFolder(_ path: String) throws(HostAccessError) {
  var folder = ""
  for name in path.split(separator: "/") {
    folder += "/\(name)"
    try makeFolder(folder, isNew: false)
  }
}

/// Makes a new folder of the operator's own with copies of files of a host below it.
///
/// - Parameter files: each by its absolute path on the host; one whose path leads elsewhere, as no
///   host has it, is refused before anything is written.
package func writeOwnFolder(
  _ folder: String, _ files: [(path: String, bytes: [UInt8])]
) throws(HostAccessError) {
  for (path, _) in files {
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    guard names.count > 1, names[0].isEmpty, !path.utf8.contains(0),
      names.dropFirst().allSatisfy({ !["", ".", ".."].contains($0) })
    else {
      throw .cannotWrite(stream: folder + path, reason: spoken("is no path of a host's file"))
    }
  }
  var made: Set<String> = []
  try makeFolder(folder, isNew: true)
  for (path, bytes) in files {
    var parent = folder
    for name in path.split(separator: "/").dropLast() {
      parent += "/\(name)"
      if made.insert(parent).inserted { try makeFolder(parent, isNew: false) }
    }
    try writeOwnFile(folder + path, bytes)
  }
}

private func makeFolder(_ path: String, isNew: Bool) throws(HostAccessError) {
  do throws(Errno) {
    try SystemCalls.makeFolder(path)
  } catch {
    guard error == .fileExists, !isNew else {
      throw .cannotWrite(stream: path, reason: error.reason)
    }
  }
}

/// Writes a file of the operator's own; one that is there is written over.
package func writeOwnFile(_ path: String, _ bytes: [UInt8]) throws(HostAccessError) {
  let file: Descriptor
  do throws(Errno) {
    file = try SystemCalls.openForWriting(path)
  } catch {
    throw .cannotWrite(stream: path, reason: error.reason)
  }
  _ = try OutputStream(file.borrowed, name: path).write(bytes)
}
