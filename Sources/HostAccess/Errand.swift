/// Work that is done on another core while the one who wants it goes on.
///
/// Without a thread to be had it is done when its result is asked for.
package final class Errand<Value: Sendable> {
  private let work: @Sendable () -> Value
  private var thread: SystemCalls.Thread?

  /// Begins the work.
  package init(_ work: @escaping @Sendable () -> Value) {
    self.work = work
    thread = SystemCalls.startThread { Outcome(value: work()) }
  }

  /// What came of it, waited for if need be.
  package func result() -> Value {
    guard let running = thread else { return work() }
    thread = nil
    let outcome = SystemCalls.join(running) as? Outcome<Value>
    return outcome?.value ?? work()
  }
}

/// A value as a thread hands it over when it ends.
private final class Outcome<Value: Sendable>: Sendable {
  let value: Value

  init(value: Value) {
    self.value = value
  }
}
