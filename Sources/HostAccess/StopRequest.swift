import SystemPackage

/// Tells work on another core that nobody waits for it any more: a pipe, which both may look at
/// without a lock.
package final class StopRequest: Sendable {
  private let ends: (reading: Int32, writing: Int32)?

  /// Nobody asks yet; without descriptors to be had nobody ever can.
  package init() {
    ends = try? SystemCalls.pipe()
  }

  deinit {
    guard let ends else { return }
    SystemCalls.closeDescriptor(ends.reading)
    SystemCalls.closeDescriptor(ends.writing)
  }

  /// Can be read once it was asked to stop; nil where there are no descriptors.
  var descriptor: Int32? { ends?.reading }

  /// Asks the work to stop.
  package func ask() {
    guard let ends, !isAsked else { return }
    _ = try? FileDescriptor(rawValue: ends.writing).writeAll([0])
  }

  /// Whether it was asked to stop.
  package var isAsked: Bool {
    guard let ends else { return false }
    return !SystemCalls.wait(readable: [ends.reading], broken: [], milliseconds: 0).isEmpty
  }
}
