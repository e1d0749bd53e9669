/// How a jail manager, or FreeBSD itself, keeps its jails: a row of `docs/managers.md`.
///
/// What jailscope does with a manager's jails is decided by these facts. They are of the managers'
/// own sources, in the versions that the page names.
package struct JailFormat: Sendable {
  /// How definitions made of it are marked; nil for one that is recognised and not read.
  package let kind: JailDefinition.Kind?
  /// What people call it.
  package let name: String
  /// Where it keeps its jails.
  package let files: String
  /// What the files are written in.
  package let grammar: String
  /// How an address is written.
  package let addresses: String
  /// What stands between two addresses.
  package let separator: String
  /// The length an address has that is written without, `/32, /128`.
  package let defaultLengths: String
  /// Who puts the addresses on an interface.
  package let addedBy: String
  /// Who takes them off when the jail stops.
  package let removedBy: String
  /// The variable of rc.conf(5) that lets it start jails at boot.
  package let enable: String?
  /// When in the boot it does, and which of its jails.
  package let start: String
  /// What a fix changes.
  package let edits: String
  /// The commands after a fix, with `NAME` for the jail; none when jail(8) or rc(8) is enough.
  package let restart: [String]
  /// A length can be written behind an address.
  package let storesLength: Bool
}

extension JailFormat {
  /// The format of a kind of definition.
  package static func of(_ kind: JailDefinition.Kind) -> JailFormat? {
    jailFormats.first { $0.kind == kind }
  }
}

extension JailDefinition.Kind {
  /// The file is one of jail.conf(5), whoever keeps it.
  package var isJailConf: Bool { self == .jailConf || self == .bastille }

  /// A program of its own starts such jails, and not rc.d/jail.
  package var isManaged: Bool { self != .jailConf && self != .variables && self != .ezjail }

  /// It is of iocage, or of what came before it and after it.
  package var isOfIocage: Bool { self == .iocage || self == .iocageLegacy || self == .libioc }

  /// Leaving the interface out in front of an address means that the address is used as it is found;
  /// else the manager puts an interface of its own there.
  package var canLeaveInterfaceOut: Bool { self != .pot && self != .qjail && self != .libioc }

  /// A length can be written behind an address.
  package var storesLength: Bool { !Self.withoutLengths.contains(self) }

  private static let withoutLengths = jailFormats.filter { !$0.storesLength }.compactMap(\.kind)

  /// The variable of rc.conf(5) without which the boot starts no such jail.
  package var enableVariable: String { JailFormat.of(self)?.enable ?? "jail_enable" }
}

extension JailDefinition {
  /// The name its manager knows it by, which jail(8) may be told another one of.
  package var ownName: String {
    kind.isOfIocage && name.hasPrefix("ioc-") ? String(name.dropFirst(4)) : name
  }

  /// The commands that start the jail with what its files say by now; none for jails that no manager
  /// has.
  package var restartCommands: [String] {
    (JailFormat.of(kind)?.restart ?? []).map { command in
      command.split(separator: " ").map { $0 == "NAME" ? ownName : String($0) }
        .joined(separator: " ")
    }
  }
}
