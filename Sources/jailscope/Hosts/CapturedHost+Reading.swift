import Captures
import HostAccess
import HostModel
import Rewrite
import SourceText

/// Taking a capture of a host.
extension CapturedHost {
  /// Reads a host wholly: with all that its configuration names, and with what runs.
  ///
  /// - Parameter connection: `SSH_CONNECTION` of the one who takes it.
  init(
    of source: any HostSource, _ inquiry: Inquiry, connection: String?
  ) throws(HostAccessError) {
    self.init()
    let answers = try inquiry.live.answers()()
    let inspection = try Inspection.of(
      source, facts: inquiry.facts, release: inquiry.release,
      live: answers.map { .answered($0) } ?? .none)
    let facts = inspection.facts
    taken = UTCTime(Moment.now.seconds).text
    self.connection = connection
    hardware = facts.hardware
    entries = inspection.capture.entries
    outputs = answers ?? []
    if facts.canLookUpPaths {
      lookup = .yes
      let mattering = inspection.forecast.matteringPaths.union(facts.missingPaths ?? [])
      kinds = source.kinds(mattering.sorted())
    } else if let missing = facts.missingPaths {
      lookup = .told
      kinds = Dictionary(uniqueKeysWithValues: missing.map { ($0, PathKind.missing) })
    }
    guard let folder = source.folder else { return }
    // what is inside of a jail is found as the jail finds it
    let jails = inspection.forecast.insides.map { "\($0.root)/" }
    let paths = entries.keys.filter { path in !jails.contains { path.hasPrefix($0) } }
    for (path, told) in HostCollector(root: folder).attributes(of: paths) {
      attributes[path] = told
    }
  }
}
