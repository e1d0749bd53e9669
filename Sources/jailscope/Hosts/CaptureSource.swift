import Captures
import Dashboard
import HostAccess
import HostModel
import LiveState
import Phrases
import Rewrite
import SourceText

/// A host as it was when it was captured.
struct CaptureSource: HostSource {
  let name: String
  let host: CapturedHost

  var folder: String? { nil }
  var access: DashboardState.Access { .reading(spoken("a capture is not the host")) }

  init(_ host: CapturedHost, named name: String) {
    self.host = host
    self.name = name
  }

  /// Reads a file with a capture, what a probe printed, or what Ansible kept of that.
  init(file path: String) throws(HostAccessError) {
    let bytes = try readOwnFile(path)
    do throws(CaptureProblem) {
      self.init(try CapturedHost(collected: bytes), named: path)
    } catch {
      throw .cannotRead(path: path, reason: error.message)
    }
  }

  func read(_ facts: inout HostFacts, live: LiveSource) -> HostCapture {
    facts.hardware = facts.hardware ?? host.hardware
    facts.missingPaths = facts.missingPaths ?? host.toldMissing
    facts.canLookUpPaths = host.lookup == .yes && facts.missingPaths == nil
    facts.connection = facts.connection ?? host.connection.flatMap { Connection($0) }
    if live.isAsked, !host.outputs.isEmpty { facts.live = LiveHost(host.outputs) }
    return host.usual
  }

  func collect(_ paths: [String], inJailAt jail: String?, into capture: inout HostCapture) {
    host.collect(paths, below: jail ?? "", into: &capture)
  }

  func exists(_ paths: [String]) -> [String: Bool] { host.exists(paths) }

  func opened(forWriting: Bool) throws(RewriteFailure) -> OpenedHost {
    throw .refused(path: name, reason: spoken("a capture is not the host"))
  }
}
