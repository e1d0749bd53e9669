import Captures
import HostAccess
import Reports
import Rewrite
import Rules

/// Reads what was collected of many hosts, a file each, and keeps a summary of each alone.
struct FleetReader: Sendable {
  /// Where the hosts are read from.
  let origin: FleetOrigin
  /// Folders with older states of the same hosts, the oldest first.
  let older: [String]
  /// Where plans of what is safe to mend are written.
  let plans: FleetPlans?
  let inquiry: Inquiry

  init(_ origin: FleetOrigin, older: [String] = [], plans: FleetPlans? = nil, own: OwnSettings) {
    self.origin = origin
    self.older = older
    self.plans = plans
    var inquiry = Inquiry(own: own)
    inquiry.live = .captured
    inquiry.colleague = nil
    self.inquiry = inquiry
  }

  /// Reads hosts, side by side.
  ///
  /// - Parameter take: given what came of some of them, in the order of the names; false stops.
  func read(_ names: [String], _ take: ([FleetHost]) -> Bool) {
    var rest = names[...]
    var running: [Errand<[FleetHost]>] = []
    while true {
      while running.count < origin.shares.threads, !rest.isEmpty {
        let part = Array(rest.prefix(origin.shares.batch))
        rest = rest.dropFirst(part.count)
        running.append(Errand { part.map { read($0) } })
      }
      guard !running.isEmpty else { return }
      if !take(running.removeFirst().result()) { rest = [] }
    }
  }

  /// Reads one host.
  func read(_ name: String) -> FleetHost {
    let label = origin.label(name)
    do throws(HostAccessError) {
      let source = try origin.source(name)
      let host = try inquiry.read(source)
      plans?.write(host, label)
      var kept = FleetHost(source: label, host.assessment, taken: source.taken)
      kept.since = since(kept, name)
      return kept
    } catch {
      return FleetHost(source: label, problem: error.reason)
    }
  }

  /// A host as it was read, with all that there is to say of it.
  func host(labelled label: String) throws(HostAccessError) -> ReadHost {
    let name = try origin.names().first { origin.label($0) == label } ?? label
    var inquiry = inquiry
    inquiry.colleague = SecondCore()
    return try inquiry.read(try origin.source(name))
  }

  /// Since when its verdict is what it is, as far as older states tell.
  private func since(_ host: FleetHost, _ name: String) -> Int? {
    guard host.verdict != .safe else { return nil }
    var since: Int?
    for folder in older.reversed() {
      guard let source = try? CaptureSource(file: "\(folder)/\(name)"),
        let before = try? inquiry.read(source), before.assessment.verdict == host.verdict
      else { break }
      since = source.taken ?? since
    }
    return since ?? (older.isEmpty ? nil : host.taken)
  }

}

extension CaptureSource {
  /// When the capture was taken, in seconds since the first of January 1970.
  var taken: Int? { host.taken.flatMap { UTCTime.seconds($0) } }
}

extension HostAccessError {
  /// Why something could not be had, without what it is.
  fileprivate var reason: String {
    switch self {
    case .cannotRead(_, let reason): reason
    case .cannotWrite, .cannotRun: message
    }
  }
}
