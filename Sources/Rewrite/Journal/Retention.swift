/// For how long the journal keeps both versions of the files of a change, without which it can't be
/// undone.
///
/// The entry itself stays: it is short, and the next one names its digest.
package struct Retention: Sendable {
  /// How many changes keep them, however old they are.
  let entries: Int
  /// For how many days they are kept, however many changes there are.
  let days: Int

  /// The last 200 changes, those of the last 180 days, and the last of each file.
  package static let usual = Retention(entries: 200, days: 180)

  /// - Parameter entries: how many changes keep the versions, however old they are.
  /// - Parameter days: for how many days they are kept.
  package init(entries: Int, days: Int) {
    self.entries = entries
    self.days = days
  }
}

extension Journal {
  /// Removes the versions of files that need not be kept any more.
  func prune(_ retention: Retention) throws(CallFailure) {
    let ids = try ids()
    let oldest = UTCTime(folder.calls.time() - retention.days * 86_400).compact
    var stale: [String] = []
    for id in ids.dropLast(retention.entries) where id < oldest {
      if try !versions(of: id).isEmpty { stale.append(id) }
    }
    guard !stale.isEmpty else { return }
    var last: [[UInt8]: String] = [:]
    for id in ids {
      for path in try entry(id)?.realPaths ?? [] { last[path] = id }
    }
    for id in stale {
      // an entry of another version may mean what nobody knows here
      guard let entry = try entry(id), !entry.realPaths.contains(where: { last[$0] == id }) else {
        continue
      }
      try removeVersions(of: id)
    }
  }

  /// The names of all files of an entry but its text and what became of it.
  func versions(of id: String) throws(CallFailure) -> [[UInt8]] {
    try folder.openFolder(Array(id.utf8)).names().filter {
      $0 != Self.planName && $0 != Self.stateName
    }
  }

  private func removeVersions(of id: String) throws(CallFailure) {
    let entry = try folder.openFolder(Array(id.utf8))
    for name in try versions(of: id) { try entry.remove(name) }
  }
}
