import ArgumentParser
import HostAccess
import HostModel
import Reports
import Rules
import SourceText

/// What is asked of hosts, and what counts for every one of them.
struct Inquiry: Sendable {
  var facts = HostFacts()
  let own: OwnSettings
  var release: Release?
  var live = LiveSource.none
  /// Who has another core; nobody where all are at work on other hosts.
  var colleague: SecondCore? = SecondCore()
  /// The same files are to be looked at with edits made.
  var isForEdits = false

  /// The same without what the running host tells, which says nothing of the past.
  var ofFilesAlone: Inquiry {
    var inquiry = self
    inquiry.live = .none
    return inquiry
  }

  /// The same for whoever goes on to mend.
  var forEdits: Inquiry {
    var inquiry = self
    inquiry.isForEdits = true
    return inquiry
  }

  /// Reads a host and works out what there is to say of it.
  func read(_ source: any HostSource) throws(HostAccessError) -> ReadHost {
    let start = Moment.now
    let inspection = try Inspection.of(
      source, facts: facts, release: release, live: live, beside: colleague,
      forEdits: isForEdits)
    return ReadHost(
      source: source, own: own, start: start, analysis: inspection.analyse(own),
      reanalyse: inspection.reanalysis(own))
  }

  /// The same of one host, without which there is nothing to go on with.
  func readOnly(_ source: any HostSource) throws -> ReadHost {
    do throws(HostAccessError) {
      return try read(source)
    } catch {
      Output.complain(error.message)
      throw ExitCode(Verdict.unknown.exitCode)
    }
  }
}

/// A host that was read, and all there is to say of it.
struct ReadHost: Sendable {
  let source: any HostSource
  let own: OwnSettings
  /// When its files began to be read.
  let start: Moment
  let analysis: Analysis
  /// Works it out anew for other bytes of its files.
  let reanalyse: Reanalysis

  /// The root directory that reports put before its paths.
  var root: String { source.folder ?? "/" }

  /// A path of the host by which the file can be opened here, where the host is on this machine.
  func path(_ path: String) -> String {
    var root = (source.folder ?? "")[...]
    while root.utf8.last == UInt8(ascii: "/") { root = root.dropLast() }
    return root + path
  }

  /// What notices that a file is not as it was read any more; of a host that isn't on this machine
  /// there are none.
  ///
  /// - Parameter more: paths that were not read.
  func watch(and more: [String] = []) -> FileWatch {
    let paths = source.folder == nil ? [] : Array(analysis.capture.entries.keys) + more
    return FileWatch(root: root, paths: paths, since: start)
  }

  /// Those of some paths at which something else stands than was read.
  func changed(_ paths: [String]) -> [String] {
    var now = HostCapture()
    source.collect(paths, inJailAt: nil, into: &now)
    return paths.filter { now.entries[$0] != analysis.capture.entries[$0] }
  }

  /// The host as the reports take it.
  var assessment: Assessment { Assessment(analysis) }

  /// The host as check names it, with the ways to mend what is found or without.
  func checked(withFixes: Bool) -> CheckedHost {
    let (host, reanalyse) = (analysis, reanalyse)
    let fixes: @Sendable (Finding) -> [ProvenFix] = { finding in
      host.fixes(for: finding, reanalyse: reanalyse)
    }
    return CheckedHost(
      root: root, assessment, own: [own.path].compactMap { $0 }, fixes: withFixes ? fixes : nil)
  }
}
