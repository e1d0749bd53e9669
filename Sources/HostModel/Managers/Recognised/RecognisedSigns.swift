import SourceText

/// The files by which managers are recognised whose jails aren't read.
package enum RecognisedSigns {
  /// Where podman's networks are defined (CNI, network configuration lists).
  package static let networks = "/usr/local/etc/cni/net.d"
  /// What TrueNAS says of itself.
  package static let version = "/etc/version"

  /// Has the files read that are there.
  static func look(_ host: inout BootHost) {
    if case .directory(let names)? = host.entry(at: "/etc"), names.contains("version") {
      _ = host.entry(at: version)
    }
    guard case .directory? = host.entry(at: "/usr/local/etc/cni"),
      case .directory(let names)? = host.entry(at: networks)
    else { return }
    for name in names where name.hasSuffix(".conflist") {
      _ = host.entry(at: "\(networks)/\(name)")
    }
  }
}
