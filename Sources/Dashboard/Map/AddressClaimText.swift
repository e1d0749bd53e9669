package import HostModel

/// What gives a jail an address, in the words of the file that its manager keeps.
package struct AddressClaimText: Sendable, Hashable {
  /// A statement, or an item of a list of addresses.
  package let text: String
  /// The list that an item goes into; nil for a statement of its own.
  package let list: String?

  /// - Parameters:
  ///   - interface: where the address is to be; nil when nobody can tell.
  ///   - kind: whose files it is for; how they have an address is in `JailFormat`.
  package init(_ address: IPAddress, on interface: String?, kind: JailDefinition.Kind) {
    let number = address.family == .inet ? 4 : 6
    let bare = kind.storesLength ? "\(address)/\(address.family.hostLength)" : "\(address)"
    let item = interface.map { "\($0)\(kind == .cbsd ? "#" : "|")\(bare)" } ?? bare
    switch kind {
    case .jailConf, .bastille: (text, list) = ("ip\(number).addr += \"\(item)\";", nil)
    case .appjail: (text, list) = ("ip\(number).addr+: \"\(item)\"", nil)
    case .ezjail, .variables: (text, list) = (item, "jail_NAME_ip")
    case .iocage, .iocageLegacy, .libioc: (text, list) = (item, "ip\(number)_addr")
    case .pot: (text, list) = (item, "ip")
    // one setting names the interface of all
    case .qjail: (text, list) = (bare, "ip\(number)")
    case .cbsd: (text, list) = (item, "ip4_addr")
    }
  }
}
