import HostAccess
import HostModel

/// Has a part of a large host's forecast worked out on another core.
struct SecondCore: Colleague {
  /// How many bytes the files of the host have.
  var byteCount = 0

  func begin<Value: Sendable>(_ work: @escaping @Sendable () -> Value) -> () -> Value {
    let byteCount = byteCount
    let errand = Errand {
      expectThreadHeap(forFilesOf: byteCount)
      return work()
    }
    return { errand.result() }
  }
}
