import HostModel

/// A colleague that counts what it is asked to do, and does it at once.
package final class Assistant: Colleague {
  /// How much it was asked.
  package private(set) var errands = 0

  package init() {}

  package func begin<Value: Sendable>(_ work: @escaping @Sendable () -> Value) -> () -> Value {
    errands += 1
    let value = work()
    return { value }
  }
}
