import SystemPackage

/// Tells another thread something, once.
///
/// That nobody waits for its work any more, or that work is done. It is a pipe, which both may look at
/// without a lock.
package final class Notice: Sendable {
  private let ends: (reading: Int32, writing: Int32)?

  /// Not given yet; without descriptors to be had it never can be.
  package init() {
    ends = try? SystemCalls.pipe()
  }

  deinit {
    guard let ends else { return }
    SystemCalls.closeDescriptor(ends.reading)
    SystemCalls.closeDescriptor(ends.writing)
  }

  /// Can be read once it is given; nil without descriptors.
  package var descriptor: Int32? { ends?.reading }

  /// Gives it.
  package func give() {
    guard let ends, !isGiven else { return }
    _ = try? FileDescriptor(rawValue: ends.writing).writeAll([0])
  }

  /// Whether it was given.
  package var isGiven: Bool {
    guard let ends else { return false }
    return !SystemCalls.wait(readable: [ends.reading], broken: [], milliseconds: 0).isEmpty
  }

  /// Whether it is given before so much time is over; one that can't be is not waited for.
  package func isGiven(within milliseconds: Int) -> Bool {
    guard let ends else { return true }
    return !SystemCalls.wait(readable: [ends.reading], broken: [], milliseconds: milliseconds)
      .isEmpty
  }
}
