import Dashboard
import HostAccess
import Terminal

/// Has done what the dashboard wants done, one thing after another, while the screen goes on.
struct EffectDesk {
  /// What is being done.
  private struct Running {
    let effect: Effect
    let errand: Errand<HostWorker.Result>
    let stop: Notice
    /// Nobody wants to know what comes of it.
    var isDropped = false
  }

  private var worker: HostWorker
  private var waiting: [Effect] = []
  private var running: Running?

  /// The host as it was read last.
  var host: ReadHost { worker.host }

  init(_ worker: HostWorker) {
    self.worker = worker
  }

  /// Something is being done.
  var isWorking: Bool { running != nil }

  /// Files are being written, or will be: what changes on disk meanwhile is read again behind it.
  var isWriting: Bool {
    running?.effect.isWriting == true || waiting.contains(where: \.isWriting)
  }

  /// Takes something to be done.
  mutating func take(_ effect: Effect) {
    switch effect {
    // of the fixes to prove only those of what is selected last matter
    case .prove:
      waiting.removeAll(where: \.isProof)
      if running?.effect.isProof == true { drop() }
    case .stop: return stop()
    // there is not much time, and a host that doesn't answer one question may answer another
    case .confirmLive, .revertLive:
      guard running?.effect.isQuestion == true else { break }
      drop()
      host.source.abandon()
    // one answer tells all
    case .readLive
    where waiting.contains(where: \.isQuestion) || running?.effect.isQuestion == true:
      return
    default: break
    }
    waiting.append(effect)
    // what nobody waits for makes room, and begins anew later
    if let running, running.effect.isForLater, !effect.isForLater, !running.isDropped {
      drop()
      waiting.append(running.effect)
    }
    beginNext()
  }

  /// What came of the thing that was being done, waited for if need be.
  ///
  /// What these messages ask for can be more urgent than what waits: `beginNext` is for when they are taken.
  mutating func collect() -> [Message] {
    guard let running else { return [] }
    let result = running.errand.result()
    self.running = nil
    if let host = result.host, !running.isDropped { worker.host = host }
    return running.isDropped ? [] : result.messages
  }

  /// Waits for what is being written and forgets the rest.
  mutating func finish() {
    waiting = []
    if running?.effect.isWriting == false {
      drop()
      host.source.abandon()
    }
    _ = collect()
  }

  /// Stops what somebody waits for; what is being written is written to its end.
  private mutating func stop() {
    waiting.removeAll(where: \.canStop)
    if running?.effect.canStop == true { drop() }
  }

  private mutating func drop() {
    running?.isDropped = true
    running?.stop.give()
  }

  /// Begins with the most urgent of what waits, unless something is being done.
  mutating func beginNext() {
    guard running == nil, !waiting.isEmpty else { return }
    let next = waiting.indices.min { waiting[$0].patience < waiting[$1].patience } ?? 0
    let effect = waiting.remove(at: next)
    let worker = worker
    let stop = Notice()
    let errand = Errand {
      defer { Waker().wake() }
      return worker.perform(effect, until: stop)
    }
    running = Running(effect: effect, errand: errand, stop: stop)
  }
}

extension Effect {
  /// Changes files of the host, and reads it again.
  fileprivate var isWriting: Bool {
    switch self {
    case .write, .undo, .makeLive, .confirmLive, .revertLive: true
    default: false
    }
  }

  /// Works out the ways to mend what is selected.
  fileprivate var isProof: Bool {
    switch self {
    case .prove, .proveRest: true
    default: false
    }
  }

  /// Asks what has become of a change of the running host.
  fileprivate var isQuestion: Bool {
    if case .readLive = self { true } else { false }
  }

  /// What comes first: the lower, the sooner.
  fileprivate var patience: Int {
    if isForLater { return 2 }
    // at first it tells what could be undone, which counts less than what could be mended
    if case .readJournal = self { return 1 }
    return 0
  }

  /// Nobody waits for it.
  fileprivate var isForLater: Bool {
    if case .proveSafe = self { true } else { false }
  }

  /// Somebody waits for it, and nothing is lost when it ends early.
  fileprivate var canStop: Bool {
    switch self {
    case .stage, .silence, .picture, .begin, .answer, .end, .rescan, .planUndo, .planLive,
      .lookBack:
      true
    default: false
    }
  }
}
