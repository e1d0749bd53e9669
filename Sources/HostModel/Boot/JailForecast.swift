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

  /// The name jail(8) knows it by.
  package let name: String
  /// What becomes of it.
  package let state: State
  /// What its configuration says; nil when nothing defines it.
  package let definition: JailDefinition?
  /// The command whose failure stops its start, as a person would type it.
  package let failedCommand: String?
  /// What the failing command prints, else jail(8)'s complaint, else the console's line about it.
  package let error: String?
  /// How its start would go, when nothing starts it and a person did.
  package let trial: JailTrial?
  /// What jail(8) says about it, in order, without its name.
  package let messages: [String]
  /// Why the state isn't known.
  package let unknown: String?
  /// The addresses it has, IPv4 first.
  package let addresses: [IPAddress]
  /// Those of them that no interface of the host has when the boot is over.
  package let absentAddresses: [IPAddress]
  /// Interfaces moved into it.
  package let interfaces: [String]
  /// Has a network stack of its own.
  package let hasOwnStack: Bool

  init(_ count: JailCensus.Count) {
    name = count.name
    state = count.state
    definition = count.definition
    failedCommand = count.attempt.failedCommand
    error = count.attempt.error
    trial = count.trial
    messages = count.attempt.messages
    unknown = count.attempt.unknown
    addresses = count.addresses
    absentAddresses = count.absentAddresses
    interfaces = count.interfaces
    hasOwnStack = count.hasOwnStack
  }
}
