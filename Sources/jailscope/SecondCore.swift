import HostAccess
import HostModel

/// Has a part of a large host's forecast worked out on another core.
struct SecondCore: Colleague {
  func begin<Value: Sendable>(_ work: @escaping @Sendable () -> Value) -> () -> Value {
    let errand = Errand {
      expectThreadHeap()
      return work()
    }
    return { errand.result() }
  }
}
