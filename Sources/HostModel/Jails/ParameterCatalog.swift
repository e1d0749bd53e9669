/// A parameter's number, the same for every spelling of it: `allow.mount` and `allow.nomount`.
package struct ParameterID: Sendable, Hashable {
  private let index: Int32

  init(number: Int) { index = Int32(clamping: number) }

  var number: Int { Int(index) }

  /// `name`.
  package static let name = ParameterID(number: 0)
  /// `jid`.
  package static let jid = ParameterID(number: 1)
  /// `path`.
  package static let path = ParameterID(number: 2)
  /// `host.hostname`.
  package static let hostname = ParameterID(number: 3)
  /// `ip4.addr`.
  package static let inet = ParameterID(number: 4)
  /// `ip6.addr`.
  package static let inet6 = ParameterID(number: 5)
  /// `ip4`.
  package static let ip4 = ParameterID(number: 6)
  /// `ip6`.
  package static let ip6 = ParameterID(number: 7)
  /// `interface`.
  package static let interface = ParameterID(number: 8)
  /// `ip_hostname`.
  package static let ipHostname = ParameterID(number: 9)
  /// `vnet`.
  package static let vnet = ParameterID(number: 10)
  /// `vnet.interface`.
  package static let vnetInterface = ParameterID(number: 11)
  /// `persist`.
  package static let persist = ParameterID(number: 12)
  /// `depend`.
  package static let depend = ParameterID(number: 13)
  /// `mount`.
  package static let mount = ParameterID(number: 14)
  /// `mount.fstab`.
  package static let fstab = ParameterID(number: 15)
  /// `mount.devfs`.
  package static let devfs = ParameterID(number: 16)
  /// `mount.fdescfs`.
  package static let fdescfs = ParameterID(number: 17)
  /// `mount.procfs`.
  package static let procfs = ParameterID(number: 18)
  /// `devfs_ruleset`.
  package static let devfsRuleset = ParameterID(number: 19)
  /// `exec.prepare`.
  package static let prepare = ParameterID(number: 20)
  /// `exec.prestart`.
  package static let prestart = ParameterID(number: 21)
  /// `exec.created`.
  package static let created = ParameterID(number: 22)
  /// `exec.start`.
  package static let start = ParameterID(number: 23)
  /// `command`.
  package static let command = ParameterID(number: 24)
  /// `exec.poststart`.
  package static let poststart = ParameterID(number: 25)
  /// `exec.consolelog`.
  package static let consolelog = ParameterID(number: 26)
  /// `enforce_statfs`.
  package static let enforceStatfs = ParameterID(number: 27)
  /// `children.max`.
  package static let childrenMax = ParameterID(number: 28)
}

/// What jail(8) and the kernel make of a parameter's value.
enum ParameterKind: Sendable {
  /// jail(8)'s own.
  case internalFlag, internalNumber, internalText
  /// The kernel's.
  case flag, number, text, stack, inet, inet6
  /// Read-only in the kernel.
  case readOnly

  /// Whether libjail knows a parameter by this spelling: a `no` in front of its last component is for
  /// flags alone, and nothing stands for one in front of its name (lib/libjail/jail.c, jailparam_type).
  func mayBeSpelled(_ name: String) -> Bool {
    switch self {
    case .internalFlag, .internalNumber, .internalText: return true
    case .flag, .number, .text, .stack, .inet, .inet6, .readOnly:
      if ParameterCatalog.isNegated(name) { return self == .flag }
      return !name.withBytes { $0.begins("no") }
    }
  }

  /// libjail reads the value before it hands it to the kernel, which takes any text.
  var isChecked: Bool {
    switch self {
    case .internalFlag, .internalNumber, .internalText, .text, .readOnly: false
    case .flag, .number, .stack, .inet, .inet6: true
    }
  }
}

/// The parameters of jail(8), and numbers for others as they come up.
struct ParameterCatalog: Sendable {
  private var numbers: [String: Int] = [:]
  private(set) var kinds: [ParameterKind?] = []

  /// The known parameters, gathered once: each jail of variables has a file of its own.
  init() { self = Self.initial }

  private static let initial = ParameterCatalog(known)

  private init(_ known: [(String, ParameterKind)]) {
    numbers.reserveCapacity(known.count)
    for (name, kind) in known {
      numbers[name] = kinds.count
      kinds.append(kind)
    }
  }

  /// The number of a parameter; a `no` in front of its name or of its last component doesn't change it
  /// (config.c, equalopts).
  mutating func id(of name: String) -> ParameterID {
    if let number = numbers[name] { return ParameterID(number: number) }
    let (plain, _) = Self.withoutNegation(name)
    let spelled = name.hasPrefix("no") ? String(name.dropFirst(2)) : plain
    if let number = numbers[plain] ?? numbers[spelled] {
      numbers[name] = number
      return ParameterID(number: number)
    }
    let number = kinds.count
    kinds.append(nil)
    numbers[name] = number
    numbers[plain] = number
    return ParameterID(number: number)
  }

  func kind(of id: ParameterID) -> ParameterKind? { kinds[id.number] }

  /// Whether a name's last component begins with the `no` that negates it (config.c, equalopts).
  static func isNegated(_ name: String) -> Bool {
    name.withBytes { bytes in
      var start = bytes.count
      while start > 0, bytes[start - 1] != UInt8(ascii: ".") { start -= 1 }
      return bytes.count >= start + 2 && bytes[start] == UInt8(ascii: "n")
        && bytes[start + 1] == UInt8(ascii: "o")
    }
  }

  /// A name without the `no` that negates it.
  static func withoutNegation(_ name: String) -> (plain: String, negated: Bool) {
    guard isNegated(name) else { return (name, false) }
    let start =
      name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name.utf8.index(after: $0) }
      ?? name.startIndex
    return (String(name[..<start]) + String(name[start...].dropFirst(2)), true)
  }

  /// In the order of `ParameterID`'s numbers, then the rest (jail(8); kern_jail.c).
  private static let known: [(String, ParameterKind)] = [
    ("name", .text), ("jid", .number), ("path", .text), ("host.hostname", .text),
    ("ip4.addr", .inet), ("ip6.addr", .inet6), ("ip4", .stack), ("ip6", .stack),
    ("interface", .internalText), ("ip_hostname", .internalFlag), ("vnet", .stack),
    ("vnet.interface", .internalText), ("persist", .flag), ("depend", .internalText),
    ("mount", .internalText), ("mount.fstab", .internalText), ("mount.devfs", .internalFlag),
    ("mount.fdescfs", .internalFlag), ("mount.procfs", .internalFlag), ("devfs_ruleset", .number),
    ("exec.prepare", .internalText), ("exec.prestart", .internalText),
    ("exec.created", .internalText), ("exec.start", .internalText), ("command", .internalText),
    ("exec.poststart", .internalText), ("exec.consolelog", .internalText),
    ("enforce_statfs", .number), ("children.max", .number),
    ("allow.dying", .internalFlag), ("exec.clean", .internalFlag), ("exec.fib", .internalNumber),
    ("exec.jail_user", .internalText), ("exec.poststop", .internalText),
    ("exec.prestop", .internalText), ("exec.release", .internalText), ("exec.stop", .internalText),
    ("exec.system_jail_user", .internalFlag), ("exec.system_user", .internalText),
    ("exec.timeout", .internalNumber), ("stop.timeout", .internalNumber),
    ("zfs.dataset", .internalText), ("allow.chflags", .flag), ("allow.mount", .flag),
    ("allow.mount.devfs", .flag), ("allow.mount.fdescfs", .flag), ("allow.mount.fusefs", .flag),
    ("allow.mount.linprocfs", .flag), ("allow.mount.linsysfs", .flag),
    ("allow.mount.nullfs", .flag), ("allow.mount.procfs", .flag), ("allow.mount.tmpfs", .flag),
    ("allow.mount.zfs", .flag), ("allow.mlock", .flag), ("allow.nfsd", .flag),
    ("allow.quotas", .flag), ("allow.raw_sockets", .flag), ("allow.read_msgbuf", .flag),
    ("allow.reserved_ports", .flag), ("allow.set_hostname", .flag), ("allow.settime", .flag),
    ("allow.socket_af", .flag), ("allow.suser", .flag), ("allow.sysvipc", .flag),
    ("allow.unprivileged_proc_debug", .flag), ("allow.vmm", .flag), ("allow.extattr", .flag),
    ("allow.adjtime", .flag), ("allow.routing", .flag), ("allow.setaudit", .flag),
    ("allow.unprivileged_parent_tampering", .flag),
    ("children.cur", .readOnly), ("cpuset.id", .readOnly), ("dying", .readOnly),
    ("parent", .readOnly), ("securelevel", .number), ("host", .stack),
    ("host.domainname", .text), ("host.hostid", .number), ("host.hostuuid", .text),
    ("ip4.saddrsel", .flag), ("ip6.saddrsel", .flag), ("linux", .stack),
    ("linux.osname", .text), ("linux.osrelease", .text), ("linux.oss_version", .number),
    ("osrelease", .text), ("osreldate", .number), ("sysvmsg", .stack), ("sysvsem", .stack),
    ("sysvshm", .stack), ("zfs.mount_snapshot", .number), ("meta", .text), ("env", .text),
  ]
}

extension ParameterCatalog {
  fileprivate static var names: [String] { known.map(\.0) }
}

/// The names of all parameters that are known here (jail(8); kern_jail.c).
package var jailParameterNames: [String] { ParameterCatalog.names }
