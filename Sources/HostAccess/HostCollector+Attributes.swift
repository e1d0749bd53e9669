package import Captures
import SystemPackage

/// Owners and permissions, which captures have besides the bytes.
extension HostCollector {
  /// What is known of the things that paths of the host lead to, without those that it isn't known of.
  package func attributes(of paths: [String]) -> [String: CapturedHost.Attributes] {
    var found: [String: CapturedHost.Attributes] = [:]
    guard var tree = try? HostTree(root: root) else { return found }
    for path in paths {
      guard let status = tree.end(of: Array(path.utf8))?.status else { continue }
      found[path] = CapturedHost.Attributes(
        mode: UInt32(status.mode.permissions.rawValue), owner: status.userID.rawValue,
        group: status.groupID.rawValue)
    }
    return found
  }
}
