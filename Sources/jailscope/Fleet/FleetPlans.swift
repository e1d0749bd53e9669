import HostAccess
import Phrases
import Reports
import Rewrite
import Rules
import Synchronization

/// The plans of what is safe to mend on hosts, each written once its host is read, by several threads.
final class FleetPlans: Sendable {
  private let folder: String
  private let fates = Mutex(Fates())

  /// What came of the plans.
  private struct Fates {
    var written: [String] = []
    var problems: [String] = []
  }

  /// - Parameter folder: the directory for them, which has to be there.
  init(in folder: String) { self.folder = folder }

  /// Writes that of a host, if there is anything safe to mend; that it can't be is no reason to say
  /// nothing of the host.
  func write(_ host: ReadHost, _ label: String) {
    let safe = SafeFixes(FixSession(host.analysis), reanalyse: host.reanalyse)
    guard let plan = safe.session.plan() else { return }
    let path = "\(folder)/\(label).plan"
    do throws(HostAccessError) {
      try writeOwnFile(path, plan.document)
      fates.withLock { $0.written.append(path) }
    } catch {
      let problem = error.message
      fates.withLock { $0.problems.append(problem) }
    }
  }

  /// Says which plans there are, and complains of those that could not be written.
  ///
  /// - Parameter isForPeople: what is printed is no document for programs.
  func tell(isForPeople: Bool) {
    let fates = fates.withLock { $0 }
    let problems = fates.problems.sorted()
    for problem in problems.prefix(3) { Output.complain(problem) }
    if problems.count > 3 {
      Output.complain(spoken("\(problems.count - 3) plans more could not be written"))
    }
    guard isForPeople, fates.problems.isEmpty || !fates.written.isEmpty else { return }
    if fates.written.isEmpty { Output.say(spoken("plans: none, nothing is safe to mend")) }
    for path in fates.written.sorted() { Output.say(spoken("plan: \(path)")) }
  }
}
