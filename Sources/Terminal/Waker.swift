import CTerminal

/// Ends a wait at the terminal, from any thread.
package struct Waker: Sendable {
  package init() {}

  /// Makes `Terminal.next` return `.woken`, once for all calls before it; without a terminal that is
  /// open nothing happens.
  package func wake() { ct_wake() }
}
