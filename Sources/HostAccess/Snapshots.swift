import SystemPackage

/// Older states of a host's files, as its file system kept them.
extension HostCollector {
  /// Where the snapshots of the file system that holds a root are (zfs(8), "Snapshots").
  package static func snapshotFolder(of root: String) -> String {
    "\(root.hasSuffix("/") ? String(root.dropLast()) : root)/.zfs/snapshot"
  }

  /// The snapshots of the file system that holds a root, the oldest first.
  ///
  /// Their names needn't tell an order, and what a snapshot holds has the times it had: so they are
  /// ordered by the latest change to what stands at some paths in them, and then by name.
  package static func snapshots(
    of root: String, orderedBy paths: [String]
  ) -> [(name: String, root: String)] {
    let folder = snapshotFolder(of: root)
    guard let tree = try? HostTree(root: folder) else { return [] }
    let found = names(in: tree).map { name in
      let root = "\(folder)/\(name)"
      return (name: name, root: root, changed: HostCollector(root: root).latestChange(of: paths))
    }
    return found.sorted { ($0.changed, $0.name) < ($1.changed, $1.name) }
      .map { ($0.name, $0.root) }
  }

  private static func names(in tree: consuming HostTree) -> [String] {
    var tree = tree
    guard case .directory(let names) = tree.read([UInt8(ascii: "/")]) else { return [] }
    return names.compactMap { String(validating: $0, as: UTF8.self) }
  }

  /// The latest change of what stands at some paths of the host.
  private func latestChange(of paths: [String]) -> Moment {
    var latest = Moment(seconds: 0)
    guard var tree = try? HostTree(root: root) else { return latest }
    for path in paths {
      guard let status = tree.end(of: Array(path.utf8))?.status else { continue }
      latest = max(latest, Moment(status.st_ctim))
    }
    return latest
  }
}
