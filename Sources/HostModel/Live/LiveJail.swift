/// A jail of the running host, as jls(8) prints it.
package struct LiveJail: Sendable, Equatable {
  /// Its number; nil when only the name was printed.
  package var id: Int?
  /// Its name, with those of its parents in front; nil when only the number was printed.
  package var name: String?
  /// The host name it shows.
  package var hostName: String?
  /// The path of its root.
  package var path: String?
  /// Its addresses, IPv4 first; nil when not all of them were printed.
  package var addresses: [IPAddress]?
  /// It was removed and still has something open.
  package var isDying = false
  /// It has a network stack of its own; nil when that was not printed.
  package var hasOwnStack: Bool?

  package init() {}

  /// What people call it: its name, else its number.
  package var title: String { name ?? id.map { "\($0)" } ?? hostName ?? "?" }
}
