import Phrases
package import SourceText

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
      if isTrueNAS(host.capture) {
        host.troubles.append(
          (version, spoken("TrueNAS sets addresses and starts jails by a database of its own")))
      }
    }
    guard case .directory? = host.entry(at: "/usr/local/etc/cni"),
      case .directory(let names)? = host.entry(at: networks)
    else { return }
    for name in names where name.hasSuffix(".conflist") {
      _ = host.entry(at: "\(networks)/\(name)")
    }
  }

  /// Whether the host is one of TrueNAS, whose middleware starts the jails of iocage
  /// (middlewared, jail.start_on_boot) and writes the files of rc(8) anew.
  package static func isTrueNAS(_ capture: HostCapture) -> Bool {
    guard case .file(let file)? = capture.entry(at: version) else { return false }
    let text = String(decoding: file.bytes.prefix(200), as: UTF8.self)
    return text.contains("TrueNAS") || text.contains("FreeNAS")
  }
}
