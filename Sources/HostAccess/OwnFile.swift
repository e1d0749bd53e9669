package import SourceText

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
