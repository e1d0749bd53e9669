/// Reads a file of the operator's own, which is no part of a host: by a path of this machine, and
/// with the limits of `HostCollector`.
package func readFactsFile(_ path: String) throws(HostAccessError) -> [UInt8] {
  do throws(FileContent.Refusal) {
    return try FileContent.read(path)
  } catch {
    throw .cannotRead(path: path, reason: error.reason)
  }
}
