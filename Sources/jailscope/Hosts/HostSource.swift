import Dashboard
import HostAccess
import HostModel
import Phrases
import Rewrite
import SourceText

/// Where a host is, and how it is read and changed there.
protocol HostSource: Sendable {
  /// What reports call it: its root directory, or its name.
  var name: String { get }
  /// Its root directory on this machine; nil when it isn't here.
  var folder: String? { get }
  /// What may be done to it.
  var access: DashboardState.Access { get }

  /// Reads the usual files, and asks the running host what is to be asked.
  ///
  /// - Parameters:
  ///   - facts: what is told of the host; what it tells itself is added.
  ///   - live: where it is learned what runs.
  func read(_ facts: inout HostFacts, live: LiveSource) throws(HostAccessError) -> HostCapture
  /// Reads paths of the host, or those of a jail whose root is given, that the capture doesn't have.
  func collect(_ paths: [String], inJailAt jail: String?, into capture: inout HostCapture)
  /// Whether something exists at each path; without the paths it cannot be told for.
  func exists(_ paths: [String]) -> [String: Bool]
  /// What kind of thing each path leads to.
  func kinds(_ paths: [String]) -> [String: PathKind]
  /// Opens it for its journal to be read, or for its files to be changed.
  func opened(forWriting: Bool) throws(RewriteFailure) -> OpenedHost
  /// Keeps a copy of a change that is about to be made, where the host is another machine.
  ///
  /// - Returns: why there is none, if that is so.
  func keep(_ plan: ChangePlan, of capture: HostCapture) -> String?
  /// Its sh(1); nil where nothing can be run.
  var shell: (any HostShell)? { get }
  /// Ends what is being read, for nobody waits for it any more.
  func abandon()
}

extension HostSource {
  func kinds(_ paths: [String]) -> [String: PathKind] {
    exists(paths).mapValues { $0 ? .other : .missing }
  }

  func abandon() {}
  func keep(_ plan: ChangePlan, of capture: HostCapture) -> String? { nil }
  var shell: (any HostShell)? { nil }
}

/// The sh(1) of a host.
protocol HostShell: Sendable {
  /// The host's root directory, as that shell sees it.
  var root: String { get }

  /// Runs a text.
  ///
  /// - Parameters:
  ///   - input: what it reads on standard input.
  ///   - milliseconds: how long it may take on this machine; elsewhere the connection decides.
  ///   - anew: whether it has to come over a connection that was made for it.
  func run(_ text: String, input: [UInt8], milliseconds: Int, anew: Bool) -> ProgramAnswer
  /// Whether something stands at one of some paths for whoever may change it.
  func hasAny(of paths: [String]) -> Bool
}

/// A host whose files can be changed.
struct OpenedHost {
  /// The calls that takes.
  let calls: any FileCalls
  /// Its root directory for them.
  let root: String
  /// What SSH_CONNECTION holds for whoever changes them.
  let connection: String?
  /// Nobody answers any more, so that it isn't known what became of the last call.
  var isLost: () -> Bool = { false }
}

/// A host whose files are below a directory of this machine.
struct LocalHost: HostSource, HostShell {
  let root: String

  var name: String { root }
  var folder: String? { root }
  var access: DashboardState.Access {
    isWritable("\(root)/etc") ? .writing : .reading(spoken("no right to write \(root)/etc"))
  }

  func read(
    _ facts: inout HostFacts, live: LiveSource
  ) throws(HostAccessError) -> HostCapture {
    if isFolderEtc {
      throw .cannotRead(
        path: root, reason: spoken("it has no etc: the directory above is the host's root"))
    }
    let running = try live.begin()
    // below another root stand copies of the settings, and seldom the jails themselves
    facts.canLookUpPaths = root == "/" && facts.missingPaths == nil
    let capture = try HostCollector(root: root).collectUsual()
    expectHeap(forFilesOf: capture.byteCount)
    facts.live = running()
    return capture
  }

  /// Whether somebody took a host's etc for its root.
  private var isFolderEtc: Bool {
    guard root != "/" else { return false }
    let there = exists(["/etc", "/rc.conf"])
    return there["/etc"] == false && there["/rc.conf"] == true
  }

  func collect(_ paths: [String], inJailAt jail: String?, into capture: inout HostCapture) {
    let collector = HostCollector(root: root)
    if let jail {
      collector.collect(paths, inJailAt: jail, into: &capture)
    } else {
      collector.collect(paths, into: &capture)
    }
  }

  func exists(_ paths: [String]) -> [String: Bool] { HostCollector(root: root).exists(paths) }

  func kinds(_ paths: [String]) -> [String: PathKind] {
    HostCollector(root: root).kinds(of: paths)
  }

  func opened(forWriting: Bool) -> OpenedHost {
    OpenedHost(calls: systemFileCalls, root: root, connection: environment("SSH_CONNECTION"))
  }

  var shell: (any HostShell)? { self }

  func run(_ text: String, input: [UInt8], milliseconds: Int, anew: Bool) -> ProgramAnswer {
    ask(
      [ProgramCall(path: "/bin/sh", arguments: ["-c", text], input: input)],
      milliseconds: milliseconds)[0]
  }

  func hasAny(of paths: [String]) -> Bool { paths.contains(where: isWritable) }
}
