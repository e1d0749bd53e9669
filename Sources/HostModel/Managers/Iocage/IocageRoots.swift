import Phrases
import SourceText

/// Where the jails of iocage and its kin are: below the mount point of `POOL/iocage`.
///
/// A property of ZFS tells which pool it is, and no file; so all places are taken that pools are
/// usually mounted at.
enum IocageRoots {
  private static let scripts = "/usr/local/etc/rc.d"
  /// Folders of FreeBSD's own in `/`, which are no pools.
  private static let ownFolders: Set<String> = [
    "COPYRIGHT", "bin", "boot", "compat", "data", "dev", "entropy", "etc", "home", "lib", "libexec",
    "media", "mnt", "net", "proc", "rescue", "root", "sbin", "sys", "tmp", "usr", "var",
  ]

  /// The folders that hold folders of jails, in the order of the guess.
  static func folders(_ host: inout BootHost, _ loaded: RCVariables) -> [String] {
    var candidates = ["/iocage"]
    // where that is, it is the one pool that is active
    if case .missing? = host.entry(at: "/iocage"), isInstalled(&host, loaded) {
      candidates += subfolders(of: "/mnt", &host).map { "/mnt/\($0)/iocage" }
      candidates += subfolders(of: "/", &host).filter {
        !ownFolders.contains($0) && !$0.hasPrefix(".") && $0 != "iocage"
      }.map { "/\($0)/iocage" }
    }
    var isThere = false
    let roots = candidates.filter { root in
      guard case .directory(let names)? = host.entry(at: root) else { return false }
      isThere = true
      return names.contains("jails")
    }
    // reading only to count means that nothing starts what would be there
    if !isThere, !host.isCensus { complain(&host) }
    return roots
  }

  /// Notes that jails are to be started, and that nobody knows where they are.
  private static func complain(_ host: inout BootHost) {
    guard !host.troubles.contains(where: { $0.path == "/iocage" }),
      !RecognisedSigns.isTrueNAS(host.capture)
    else { return }
    host.troubles.append(
      ("/iocage", spoken("iocage is enabled, and not found in / or in a folder of / or /mnt")))
  }

  private static func subfolders(of folder: String, _ host: inout BootHost) -> [String] {
    guard case .directory(let names)? = host.entry(at: folder) else { return [] }
    return names
  }

  private static func isInstalled(_ host: inout BootHost, _ loaded: RCVariables) -> Bool {
    if RecognisedSigns.isTrueNAS(host.capture) { return true }
    for service in ["iocage", "ioc"] {
      if loaded.variables["\(service)_enable"] != nil { return true }
    }
    guard case .directory(let names)? = host.entry(at: scripts) else { return false }
    return names.contains("iocage") || names.contains("ioc")
  }
}
