import Dashboard
import HostAccess
import Terminal

/// Has done what the dashboard wants done, one thing after another, while the screen goes on.
struct EffectDesk {
  private var worker: HostWorker
  private var waiting: [Effect] = []
  private var running: Errand<HostWorker.Result>?
  private var isWriteRunning = false

  /// The host as it was read last.
  var host: ReadHost { worker.host }

  init(_ worker: HostWorker) {
    self.worker = worker
  }

  /// Files are being written, or will be: what changes on disk meanwhile is read again behind it.
  var isWriting: Bool { isWriteRunning || waiting.contains(where: \.isWriting) }

  /// Takes something to be done.
  mutating func take(_ effect: Effect) {
    // of the fixes to prove only those of what is selected last matter
    if case .prove = effect {
      waiting.removeAll { if case .prove = $0 { true } else { false } }
    }
    waiting.append(effect)
    beginNext()
  }

  /// What came of the thing that was being done, waited for if need be; the next one is begun.
  mutating func collect() -> [Message] {
    guard let running else { return [] }
    let result = running.result()
    self.running = nil
    isWriteRunning = false
    if let host = result.host { worker.host = host }
    beginNext()
    return result.messages
  }

  /// Waits for what is being done and forgets the rest.
  mutating func finish() {
    waiting = []
    _ = collect()
  }

  private mutating func beginNext() {
    guard running == nil, !waiting.isEmpty else { return }
    let effect = waiting.removeFirst()
    isWriteRunning = effect.isWriting
    let worker = worker
    running = Errand {
      defer { Waker().wake() }
      return worker.perform(effect)
    }
  }
}

extension Effect {
  /// Changes files of the host, and reads it again.
  fileprivate var isWriting: Bool {
    switch self {
    case .write, .undo: true
    default: false
    }
  }
}
