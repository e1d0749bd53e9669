/// Rows of the main view that stand under one heading.
package enum NetGroup: Sendable, Hashable {
  /// Those of the interface with this position.
  case interface(Int)
  /// Addresses that jails name and no interface has.
  case absent
  /// Jails without an address of the host's stack.
  case apart
}

extension NetRow {
  /// It is about an interface in a jail's own stack.
  var isInside: Bool {
    if case .inside = kind { true } else { false }
  }

  /// The rows it stands with.
  package var group: NetGroup {
    if let interface { return .interface(interface) }
    return kind == .absent ? .absent : .apart
  }
}
