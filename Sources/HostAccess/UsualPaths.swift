import SourceText

extension HostCollector {
  /// What a host's start-up may read of its jails and networks, in the order it is collected.
  ///
  /// A trailing slash lists a directory; one `*` in the last name stands for any text, lists the
  /// directory and reads what matches. The places are those of rc.subr (load_rc_config),
  /// network.subr, rc.d/jail, jail(8) and ezjail's rc script; freebsd-version and os-release tell
  /// the release.
  package static let usualPaths = [
    "/etc/",
    "/etc/defaults/rc.conf",
    "/etc/defaults/vendor.conf",
    "/etc/rc.conf",
    "/etc/rc.conf.local",
    "/etc/rc.conf.d/*",
    "/etc/rc.conf.d/ezjail/*",
    "/etc/rc.conf.d/jail/*",
    "/etc/rc.conf.d/netif/*",
    "/etc/rc.conf.d/network/*",
    "/etc/rc.conf.d/routing/*",
    "/etc/start_if.*",
    "/etc/jail.conf",
    "/etc/jail.*.conf",
    "/etc/jail.conf.d/*",
    "/etc/fstab.*",
    "/etc/hosts",
    "/etc/os-release",
    "/bin/freebsd-version",
    "/usr/local/etc/",
    "/usr/local/etc/ezjail.conf",
    "/usr/local/etc/ezjail/*",
    "/usr/local/etc/rc.conf.d/*",
    "/usr/local/etc/rc.conf.d/ezjail/*",
    "/usr/local/etc/rc.conf.d/jail/*",
    "/usr/local/etc/rc.conf.d/netif/*",
    "/usr/local/etc/rc.conf.d/network/*",
    "/usr/local/etc/rc.conf.d/routing/*",
    "/usr/local/etc/rc.d/",
  ]
}

/// The collection of `usualPaths`: asks the system only what the listings so far leave open.
struct UsualCollection: ~Copyable {
  private(set) var capture = HostCapture()
  private var tree: HostTree
  /// The names of the directories listed so far, byte for byte.
  private var listings: [[UInt8]: [[UInt8]]] = [:]

  init(tree: consuming HostTree) {
    self.tree = tree
  }

  /// Reads what a pattern of `usualPaths` stands for.
  mutating func add(_ pattern: String) {
    let pattern = Array(pattern.utf8)
    let (folder, name) = Self.parts(of: pattern)
    if name.isEmpty {
      record(folder)
    } else if let star = name.firstIndex(of: UInt8(ascii: "*")) {
      let prefix = name[..<star]
      let suffix = name[(star + 1)...]
      record(folder)
      for name in listings[folder] ?? []
      where name.count >= prefix.count + suffix.count
        && name.starts(with: prefix) && name.suffix(suffix.count) == suffix
      {
        record(folder + [UInt8(ascii: "/")] + name)
      }
    } else {
      record(pattern)
    }
  }

  private mutating func record(_ path: [UInt8]) {
    let key = String(decoding: path, as: UTF8.self)
    guard capture.entries[key] == nil else { return }
    let finding = isKnownMissing(path) ? .missing : tree.read(path)
    if case .directory(let names) = finding { listings[path] = names }
    capture.entries[key] = HostCapture.Entry(finding, at: key)
  }

  /// Whether a listing already tells that nothing is at a path.
  private func isKnownMissing(_ path: [UInt8]) -> Bool {
    var path = path
    while !path.isEmpty {
      let (folder, name) = Self.parts(of: path)
      if let names = listings[folder] { return !names.contains(Array(name)) }
      path = folder
    }
    return false
  }

  private static func parts(of path: [UInt8]) -> (folder: [UInt8], name: ArraySlice<UInt8>) {
    let slash = path.lastIndex(of: UInt8(ascii: "/")) ?? 0
    return (Array(path[..<slash]), path[(slash + 1)...])
  }
}

extension HostCapture.Entry {
  init(_ finding: HostTree.Finding, at path: String) {
    switch finding {
    case .file(let bytes): self = .file(SourceFile(path: path, bytes: bytes))
    case .directory(let names):
      self = .directory(names.map { String(decoding: $0, as: UTF8.self) })
    case .missing: self = .missing
    case .unreadable(let reason): self = .unreadable(reason)
    }
  }
}
