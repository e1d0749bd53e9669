/// What becomes of one jail.
///
/// Nothing in it ever changes; it is a class so that all who speak of the jail share one.
package final class JailForecast: Sendable {
  /// What can become of a jail.
  package enum State: String, Sendable {
    /// Exists when the boot is over.
    case running
    /// Its start is tried and fails, or the file that defines it can't be read.
    case failed
    /// Configured, and nothing at boot starts it.
    case notStarted = "not-started"
    /// Can't be told.
    case unknown
  }

  private let count: JailCensus.Count

  init(_ count: consuming JailCensus.Count) {
    self.count = count
  }

  /// The name jail(8) knows it by.
  package var name: String { count.name }
  /// The name as the key of a table.
  package var key: NameKey { count.key }
  /// What becomes of it.
  package var state: State { count.state }
  /// What its configuration says; nil when nothing defines it.
  package var definition: JailDefinition? { count.definition }
  /// The command whose failure stops its start, as a person would type it.
  package var failedCommand: String? { count.attempt.failedCommand }
  /// What the failing command prints, else jail(8)'s complaint, else the console's line about it.
  package var error: String? { count.attempt.error }
  /// How its start would go, when nothing starts it and a person did.
  package var trial: JailTrial? { count.trial }
  /// What jail(8) says about it, in order, without its name.
  package var messages: [String] { count.attempt.messages }
  /// Why the state isn't known.
  package var unknown: String? { count.attempt.unknown }
  /// The addresses it has, IPv4 first.
  package var addresses: [IPAddress] { count.addresses }
  /// Those of them that no interface of the host has when the boot is over.
  package var absentAddresses: [IPAddress] { count.absentAddresses }
  /// Interfaces moved into it.
  package var interfaces: [String] { count.interfaces }
  /// Has a network stack of its own.
  package var hasOwnStack: Bool { count.hasOwnStack }
}
