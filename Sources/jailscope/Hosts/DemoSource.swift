import Dashboard
import DemoHost
import HostAccess
import HostModel
import Phrases
import Rewrite
import SourceText

/// The built-in host, of which nothing is anywhere but in the program.
struct DemoSource: HostSource {
  var name: String { spoken("demo host") }
  var folder: String? { nil }
  var access: DashboardState.Access { .reading(spoken("the demo host is built in")) }

  func read(_ facts: inout HostFacts, live: LiveSource) -> HostCapture {
    facts = HostFacts(hardware: ["vtnet0"])
    return DemoHost.capture
  }

  func collect(_ paths: [String], inJailAt jail: String?, into capture: inout HostCapture) {
    for path in paths { capture.entries[(jail ?? "") + path] = .missing }
  }

  func exists(_ paths: [String]) -> [String: Bool] { [:] }

  func opened(forWriting: Bool) throws(RewriteFailure) -> OpenedHost {
    throw .refused(path: spoken("the demo host"), reason: spoken("it is built in"))
  }
}
