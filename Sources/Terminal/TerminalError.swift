import Phrases

/// Why the terminal could not be taken over.
package enum TerminalError: Error, Sendable, Equatable {
  /// Standard output is no terminal, or there is none that keys come from.
  case noTerminal
  /// It is taken over already.
  case alreadyOpen
  /// ncurses did not start, for want of memory or descriptors.
  case noScreen

  /// One clause for a person.
  package var message: String {
    switch self {
    case .noTerminal: spoken("standard output is not a terminal")
    case .alreadyOpen: spoken("the terminal is in use already")
    case .noScreen: spoken("the terminal cannot be set up")
    }
  }
}
