package import CellGrid

/// What a wait at the terminal came to.
package enum Occurrence: Sendable, Hashable {
  /// The terminal said something.
  case event(TerminalEvent)
  /// A `Waker` was used.
  case woken
  /// A descriptor that was watched can be read.
  case ready(Int32)
  /// The time that was given is over.
  case timedOut
  /// A signal asks the program to end: SIGTERM, SIGINT or SIGQUIT. Once the terminal is given back,
  /// 128 and its number is the exit status that shells expect.
  case ended(signal: Int32)
}
