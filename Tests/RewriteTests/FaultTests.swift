import Rewrite
import TestHosts
import Testing

/// Every system call of a change fails once, or is the last one of the process.
///
/// What has to hold then: each file is wholly old or wholly new, the answer is true, and the next
/// start leaves nothing half done.
@Suite(.timeLimit(.minutes(15)))
struct FaultTests {
  /// A way for a call to go wrong, by the name that a failing test shows.
  enum Fault: String, CaseIterable {
    case failure, lastingFailure, lateFailure, shortWrite, end, lateEnd, tornWrite

    var event: WatchedCalls.Event {
      switch self {
      case .failure: .failure
      case .lastingFailure: .lastingFailure
      case .lateFailure: .lateFailure
      case .shortWrite: .shortWrite
      case .end: .end
      case .lateEnd: .lateEnd
      case .tornWrite: .tornWrite
      }
    }
  }

  /// What is done while a call goes wrong.
  enum Work: String, CaseIterable {
    case apply, applyWithoutLinks, undo
  }

  @Test(arguments: [1, 2, 5], Work.allCases)
  func `no fault at any call leaves a file half changed or tells a lie`(
    _ count: Int, _ work: Work
  ) throws {
    let calls = try Trial(count, work).run(nil, at: 0).calls
    #expect(calls.count > 20)
    var tried = 0
    for fault in Fault.allCases {
      // of the many calls for many files a sample, that shifts with the fault
      let start = 1 + (Fault.allCases.firstIndex(of: fault) ?? 0) % step(count)
      for place in stride(from: start, through: calls.count, by: step(count)) {
        let isWrite = calls.log[place - 1] == "write"
        if [.shortWrite, .tornWrite].contains(fault), !isWrite { continue }
        let trial = try Trial(count, work)
        let run = try trial.run(fault.event, at: place)
        let what = Comment("\(fault) at call \(place), \(calls.log[place - 1])")
        tried += 1
        #expect(run.isTrue(trial), what)
        try trial.settle()
        #expect(trial.isSettled, what)
        if run.isDone { #expect(trial.areFilesNew, what) }
        if run.isNotDone { #expect(trial.areFilesOld, what) }
      }
    }
    noteFigure("apply and undo of 1, 2 and 5 files", tried)
  }

  @Test(arguments: [1, 2, 5], [Fault.end, .lateEnd])
  func `a second fault while the first is settled changes nothing of that`(
    _ count: Int, _ first: Fault
  ) throws {
    let calls = try Trial(count, .apply).run(nil, at: 0).calls
    var tried = 0
    for place in stride(from: 1 + count % 3, through: calls.count, by: 7 * step(count)) {
      let probe = try Trial(count, .apply)
      _ = try probe.run(first.event, at: place)
      let recovery = WatchedCalls()
      try probe.settle(recovery)
      for fault in [Fault.failure, .lateFailure, .end, .lateEnd] {
        for second in stride(from: 1, through: recovery.count, by: 3) {
          let trial = try Trial(count, .apply)
          _ = try trial.run(first.event, at: place)
          let what = Comment("\(first) at call \(place), then \(fault) at \(second)")
          tried += 1
          try? trial.settle(WatchedCalls(fault.event, at: second))
          #expect(trial.areFilesWhole, what)
          try trial.settle()
          #expect(trial.isSettled, what)
        }
      }
    }
    noteFigure("a second fault while the first is settled", tried)
  }

  /// How many calls to go on from one to the next: one, when all are asked for or there are few.
  private func step(_ count: Int) -> Int {
    Trial.environment("JAILSCOPE_ALL_FAULTS") == nil ? count : 1
  }
}
