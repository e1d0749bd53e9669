package import HostModel
package import Rules
package import SourceText

/// One line of the main view: an address of an interface, a jail that names it, or both side by side.
package struct NetRow: Sendable {
  /// What stands on the host's side.
  package enum Kind: Sendable, Hashable {
    /// An address that the interface has when netif is done, or gets from a jail.
    case address
    /// The interface has no address.
    case noAddress
    /// The interface has addresses that can't be told; the text says why.
    case unknown(String)
    /// A jail names an address that no interface has, not even the one it is to be on.
    case absent
    /// A jail with no address of the host's stack: it has its own, or none at all.
    case noHostAddress
    /// An interface of this name in the jail's own stack, with an address that rc(8) in the jail gives
    /// it; below the jail.
    case inside(String)
  }

  /// How the two sides go together.
  package enum Link: Sendable, Hashable {
    /// Nothing on the other side.
    case none
    /// Both have it, with the same length or without asking for one.
    case same
    /// The jail asks for another length.
    case conflict
    /// Only the jail puts it there.
    case jailOnly
  }

  /// A jail's side.
  package struct Use: Sendable, Hashable {
    /// The jail's position in the forecast.
    package let jail: Int
    /// Which of its addresses; nil for a jail without one.
    package let number: Int?
  }

  /// What stands on the host's side.
  package let kind: Kind
  /// The interface's position in the picture; nil for one that is not there.
  package let interface: Int?
  /// The address.
  package let address: IPAddress?
  /// The length it has when netif is done; for a jail's own address the one it gets.
  package let prefixLength: Int?
  /// The length it has when the boot is over; nil when it is gone by then.
  package let finalLength: Int?
  /// Where the host's side is written.
  package let place: Place?
  /// The host itself put it there, not a jail.
  package let isHosts: Bool
  /// The jail that names it.
  package let use: Use?
  /// How the sides go together.
  package let link: Link
  /// The row above stands for the same address of the same interface.
  package let continuesAbove: Bool
}

/// An interface of the host as the first pane lists it.
package struct InterfaceLine: Sendable {
  /// The interface as it is when netif is done.
  package let interface: NetworkInterface
  /// Its rows.
  package let rows: Range<Int>
  /// How many addresses it has or gets.
  package let addressCount: Int
  /// How bad the worst finding about one of them is; nil when nothing is wrong with any.
  package internal(set) var severity: Severity?
}
