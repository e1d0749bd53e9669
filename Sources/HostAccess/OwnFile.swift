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
    do throws(Errno) {
      try SystemCalls.makeFolder(folder)
    } catch {
      guard error == .fileExists else {
        throw .cannotWrite(stream: folder, reason: error.reason)
      }
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
