/// The addresses of a jail, those of IPv4 in front.
package struct AddressesByFamily: Sendable {
  /// All of them.
  package private(set) var all: [IPAddress] = []
  private var inetCount = 0

  init(_ addresses: [IPAddress] = []) {
    for address in addresses { add(address) }
  }

  /// Those of a family, in the order in which they were added.
  subscript(family: AddressFamily) -> ArraySlice<IPAddress> {
    family == .inet ? all[..<inetCount] : all[inetCount...]
  }

  /// How many of a family there are.
  func count(of family: AddressFamily) -> Int {
    family == .inet ? inetCount : all.count - inetCount
  }

  /// Makes room for so many.
  mutating func reserve(_ count: Int) { all.reserveCapacity(count) }

  /// Adds an address behind the others of its family.
  mutating func add(_ address: IPAddress) {
    switch address {
    case .inet:
      all.insert(address, at: inetCount)
      inetCount += 1
    case .inet6: all.append(address)
    }
  }

  /// Takes those of a family out.
  mutating func removeAll(of family: AddressFamily) {
    all.removeSubrange(family == .inet ? 0..<inetCount : inetCount..<all.count)
    if family == .inet { inetCount = 0 }
  }
}
