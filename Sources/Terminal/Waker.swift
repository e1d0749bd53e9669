import CTerminal

/// Ends a wait at the terminal, from any thread.
package struct Waker: Sendable {
  package init() {}

  /// Makes `Terminal.next` return `.woken`, once for all calls before it, those before the terminal was
  /// opened with them.
  package func wake() { ct_wake() }
}
