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
    ending = Descriptor(owning: try Self.listen())
  }

  /// The end of a pipe that can be read once one of the signals has come.
  private static func listen() throws(HostAccessError) -> Int32 {
    do throws(Errno) {
      let ends = try SystemCalls.pipe()
      let signals = SystemCalls.blockEndingSignals()
      let listener = SystemCalls.startThread {
        SystemCalls.waitForSignal(of: signals)
        SystemCalls.closeDescriptor(ends.writing)
        return End()
      }
      guard listener != nil else { throw Errno.resourceTemporarilyUnavailable }
      return ends.reading
    } catch {
      throw .cannotRead(path: "signals", reason: error.reason)
    }
  }

  /// Waits until one of some descriptors can be read, or some milliseconds have passed.
  ///
  /// - Parameter milliseconds: nil for however long it takes.
  /// - Returns: false when the program is to end.
  package func waits(for descriptors: [Int32], milliseconds: Int?) -> Bool {
    SystemCalls.wait(
      readable: [ending.borrowed.rawValue] + descriptors,
      broken: [FileDescriptor.standardOutput.rawValue], milliseconds: milliseconds
    ).isDisjoint(with: [ending.borrowed.rawValue, FileDescriptor.standardOutput.rawValue])
  }
}

/// What the thread leaves that listens for signals.
private final class End: Sendable {}
