package import HostModel

/// Reads the output of sysctl(8): `name: value`, or `name=value` as `-e` prints it.
///
/// A value of several lines is cut behind its first; of a name that stands twice the last counts.
package func parseSysctl(_ bytes: [UInt8]) -> [String: String] {
  var found: [String: String] = [:]
  for line in outputLines(bytes) {
    guard let end = line.text.firstIndex(where: { $0 == ":" || $0 == "=" }) else { continue }
    let name = line.text[..<end]
    // a line of a value that goes on may have a colon, but no such name in front
    guard name.contains("."), name.allSatisfy({ !OutputLine.isBlank($0) }) else { continue }
    let value = line.text[line.text.index(after: end)...].drop(while: OutputLine.isBlank)
    found[String(name)] = String(value)
  }
  return found
}

/// Reads what freebsd-version(1) or uname(1) prints: the first word of it that is a release.
package func parseRelease(_ bytes: [UInt8]) -> Release? {
  for line in outputLines(bytes.count > 4096 ? Array(bytes[..<4096]) : bytes) {
    for word in line.words {
      // `14.3-RELEASE-p2`, but not the `1` of a host called so
      guard word.contains("."), word.first?.isNumber == true else { continue }
      if let release = Release(word) { return release }
    }
  }
  return nil
}
