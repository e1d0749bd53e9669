import SystemPackage

/// Waits for something to happen, or for the end of the program: SIGHUP, SIGINT or SIGTERM, or that
/// nobody reads the output any more.
///
/// While there is one, these signals don't end the program by themselves, so that it can choose its
/// exit status.
package struct Vigil: ~Copyable {
  private let ending: Descriptor

  /// Begins to take the signals.
  package init() throws(HostAccessError) {
    do throws(Errno) {
      let teller: Int32
      (ending, teller) = try SystemCalls.pipe()
      let signals = SystemCalls.blockEndingSignals()
      let listener = SystemCalls.startThread {
        SystemCalls.waitForSignal(of: signals)
        // from now on the end of the pipe can be read
        SystemCalls.closeDescriptor(teller)
        return End()
      }
      guard listener != nil else { throw Errno.resourceTemporarilyUnavailable }
    } catch {
      throw .cannotRead(path: "signals", reason: error.reason)
    }
  }

  /// Waits until a descriptor can be read, or some milliseconds have passed.
  ///
  /// - Parameters:
  ///   - descriptor: nil for none.
  ///   - milliseconds: nil for however long it takes.
  /// - Returns: false when the program is to end.
  package func waits(for descriptor: Int32?, milliseconds: Int?) -> Bool {
    SystemCalls.wait(
      readable: [ending.borrowed.rawValue] + [descriptor].compactMap { $0 },
      broken: [FileDescriptor.standardOutput.rawValue], milliseconds: milliseconds
    ).isDisjoint(with: [ending.borrowed.rawValue, FileDescriptor.standardOutput.rawValue])
  }
}

/// What the thread leaves that listens for signals.
private final class End: Sendable {}
