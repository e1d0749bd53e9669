import Foundation
import Rewrite

/// A change of some files that something happens to.
struct Trial {
  /// How it went.
  struct Run {
    let calls: WatchedCalls
    /// The change was reported as made.
    var isDone = false
    /// The change was reported as not made.
    var isNotDone = false

    /// Whether the files are what the report says; without a report, because the process ended or
    /// the change is to be settled, each has to be whole.
    func isTrue(_ trial: Trial) -> Bool {
      if isDone { return trial.areFilesNew }
      if isNotDone { return trial.areFilesOld }
      return trial.areFilesWhole
    }
  }

  let host: RewriteHost
  private let work: FaultTests.Work
  private let paths: [String]
  private let old: [String]
  private let new: [String]

  init(_ count: Int, _ work: FaultTests.Work) throws {
    self.work = work
    paths = (0..<count).map { $0.isMultiple(of: 2) ? "/etc/file\($0)" : "/usr/local/etc/\($0)/x" }
    let texts = (0..<count).map { "number \($0)\nvalue=first\n# end" }
    host = try RewriteHost(Dictionary(zip(paths, texts)) { first, _ in first })
    let changed = texts.map { $0.replacing("first", with: "second") }
    if work == .undo {
      _ = try host.rewriter().apply(try host.plan("first", "second", in: paths))
      (old, new) = (changed, texts)
    } else {
      (old, new) = (texts, changed)
    }
  }

  func run(_ event: WatchedCalls.Event?, at place: Int) throws -> Run {
    let calls = WatchedCalls(event, at: place)
    calls.refusesLinks = work == .applyWithoutLinks
    var run = Run(calls: calls)
    do {
      let rewriter = try host.rewriter(calls)
      if work == .undo {
        _ = try rewriter.undo()
      } else {
        _ = try rewriter.apply(try host.plan("first", "second", in: paths))
      }
      // a process that has ended says nothing
      run.isDone = !calls.hasEnded
    } catch RewriteFailure.unsettled, UndoFailure.rewrite(.unsettled) {
    } catch {
      run.isNotDone = !calls.hasEnded
    }
    return run
  }

  /// Begins anew, as the next start of the program does.
  func settle(_ calls: WatchedCalls = WatchedCalls()) throws {
    _ = try host.rewriter(calls)
  }

  var areFilesOld: Bool { paths.map(host.text) == old }
  var areFilesNew: Bool { paths.map(host.text) == new }
  var areFilesWhole: Bool {
    zip(paths.map(host.text), zip(old, new)).allSatisfy { $0 == $1.0 || $0 == $1.1 }
  }

  /// All files are the old ones or all are the new ones, with the permissions they had, and the
  /// journal has an end for each change.
  var isSettled: Bool {
    guard areFilesOld || areFilesNew, host.leftovers.isEmpty,
      paths.allSatisfy({ host.mode($0) == 0o640 }),
      let records = try? host.rewriter().records()
    else { return false }
    return records.allSatisfy { $0.outcome != .prepared && $0.entry != nil && $0.isChained }
  }

  static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name]
  }
}
