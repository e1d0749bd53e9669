import ArgumentParser
import HostAccess
import HostModel
import Reports

/// What is asked of hosts, and what counts for every one of them.
struct Inquiry {
  var facts = HostFacts()
  let own: OwnSettings
  var release: Release?
  var isOfDemoHost = false

  /// Reads the host below a root and works out what there is to say of it.
  func check(root: String) throws(HostAccessError) -> CheckedHost {
    let inspection =
      isOfDemoHost
      ? Inspection.ofDemoHost(release)
      : try Inspection.ofHost(root: root, facts: facts, release: release)
    return CheckedHost(
      root: root, inspection.assess(own), own: [own.path].compactMap { $0 })
  }

  /// The same of one host, without which there is nothing to go on with.
  func assess(root: String) throws -> Assessment {
    do throws(HostAccessError) {
      return try check(root: root).assessment
    } catch {
      Output.complain(error.message)
      throw ExitCode(Verdict.unknown.exitCode)
    }
  }
}
