package import HostModel

/// How much of a network that a provider gave is in use.
package struct AllocationUse: Sendable {
  /// The network.
  package let prefix: Prefix
  /// The addresses of it that the host has when the boot is over, or that a jail names.
  package let used: Int

  init(_ allocation: Allocation, _ host: inout ExaminedHost) {
    prefix = allocation.prefix
    used = host.allAddresses.count(where: allocation.prefix.contains)
  }
}
