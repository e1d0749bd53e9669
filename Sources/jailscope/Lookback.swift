import HostAccess
import Phrases
import Reports
import Rules
import SourceText

/// The older states of a host, to be read one by one.
struct Lookback {
  /// Why there is nothing to look back at.
  struct Obstacle: Error {
    let message: String
    /// What a person at a prompt can do about it.
    var advice = ""
  }

  private let inquiry: Inquiry
  private let now: Assessment
  /// Their names and roots, the oldest first.
  private let states: [(name: String, root: String)]

  /// - Parameters:
  ///   - now: the host as it is.
  ///   - roots: directories with its older files, the oldest first; without any its snapshots count.
  init(
    _ inquiry: Inquiry, of source: any HostSource, now: Assessment, among roots: [String] = []
  ) throws(Obstacle) {
    guard let root = source.folder else {
      throw Obstacle(message: spoken("\(source.name) has no past that is kept here"))
    }
    self.inquiry = inquiry.ofFilesAlone
    self.now = now
    states =
      roots.isEmpty
      ? HostCollector.snapshots(of: root, orderedBy: ["/etc"] + now.capture.entries.keys)
      : roots.map { ($0, $0) }
    guard !states.isEmpty else {
      throw Obstacle(
        message: spoken(
          "no snapshots in \(HostCollector.snapshotFolder(of: root))"),
        advice: spoken("; name older states with --among"))
    }
  }

  /// Since when the host is as it is.
  ///
  /// - Parameters:
  ///   - isMeant: which findings are asked about.
  ///   - complain: told of states that can't be read, which leave a gap.
  func history(
    where isMeant: (Finding) -> Bool, complain: (HostAccessError) -> Void = { _ in }
  ) -> HostHistory {
    var history = HostHistory(HistoricHost(name: spoken("now"), now), where: isMeant)
    for (name, root) in states.reversed() {
      do throws(HostAccessError) {
        if HostCollector(root: root).exists(["/etc"])["/etc"] == false {
          throw .cannotRead(
            path: name, reason: spoken("it has no etc, so it is no state of a host"))
        }
        history.add(HistoricHost(name: name, try inquiry.read(LocalHost(root: root)).assessment))
      } catch {
        complain(error)
      }
    }
    return history
  }
}
