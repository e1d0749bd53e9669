import Captures
import Dashboard
import HostAccess
import HostModel
import LiveState
import Phrases
import Remote
import Rewrite
import SourceText
import Synchronization

/// A host that is looked at over ssh(1).
///
/// One connection answers everything that is read, another is made for each change.
final class RemoteHost: HostSource, HostShell {
  /// Where programs of the base system are.
  private static let programs = "/sbin:/bin:/usr/sbin:/usr/bin"

  private let options: ConnectionOptions
  /// The directory there that has the host's files.
  let root: String
  private let connection: Mutex<SSHLink>
  /// What was read of it last.
  private let host = Mutex(CapturedHost())

  init(_ options: ConnectionOptions, root: String) {
    self.options = options
    self.root = root
    connection = Mutex(SSHLink(options, probe: Probe.functions))
  }

  var name: String { options.destination.text }
  var folder: String? { nil }
  var access: DashboardState.Access { .writing }

  /// The root as a prefix of paths.
  private var prefix: String { root == "/" ? "" : root }

  func read(
    _ facts: inout HostFacts, live: LiveSource
  ) throws(HostAccessError) -> HostCapture {
    var programs = Self.programs
    var saved: LiveHost?
    switch live {
    case .commands(let folder?): programs = "\(folder):\(programs)"
    case .saved, .answered: saved = try live.begin()()
    case .commands(nil), .captured, .none: break
    }
    renew()
    let found = try probed(programs)
    host.withLock { $0 = found }
    // below another root stand copies of the settings, and seldom the jails themselves
    facts.canLookUpPaths = root == "/" && facts.missingPaths == nil
    if facts.connection == nil { facts.connection = found.connection.flatMap { Connection($0) } }
    if case .commands = live { facts.live = LiveHost(found.outputs) } else { facts.live = saved }
    return found.usual
  }

  func collect(_ paths: [String], inJailAt jail: String?, into capture: inout HostCapture) {
    let folder = jail ?? ""
    var unasked: [String] = []
    let known = host.withLock(\.entries)
    for path in paths where capture.entries[folder + path] == nil {
      if let entry = known[folder + path] {
        capture.entries[folder + path] = entry
      } else {
        unasked.append(path)
      }
    }
    guard !unasked.isEmpty else { return }
    let inside = jail.map { ["i \($0)"] } ?? []
    let found: [String: HostCapture.Entry]
    do throws(HostAccessError) {
      let lines = inside + unasked.filter(Self.isLine).map { "r \($0)" }
      found = try ask(.read(lines, root: prefix, path: Self.programs)).entries
    } catch {
      for path in unasked { capture.entries[folder + path] = .unreadable(error.message) }
      return
    }
    for path in unasked {
      let entry = found[folder + path] ?? .unreadable(spoken("the host says nothing of it"))
      capture.entries[folder + path] = entry
    }
    host.withLock { $0.entries.merge(found) { $1 } }
  }

  func exists(_ paths: [String]) -> [String: Bool] {
    let (known, rest) = host.withLock { host -> ([String: Bool], [String]) in
      let known = host.exists(paths)
      return (known, paths.filter { known[$0] == nil && Self.isLine($0) })
    }
    guard !rest.isEmpty, root == "/",
      let found = try? ask(
        .read(rest.map { "k \($0)" }, root: prefix, path: Self.programs))
    else { return known }
    host.withLock { $0.kinds.merge(found.kinds) { $1 } }
    return known.merging(found.exists(rest)) { $1 }
  }

  func opened(forWriting: Bool) throws(RewriteFailure) -> OpenedHost {
    renew()
    let link =
      forWriting ? SSHLink(options, outlastsTerminal: true) : connection.withLock { $0 }
    do throws(LinkFailure) {
      let files = try RemoteFiles(link, .ofThisSide)
      return OpenedHost(calls: files.calls, root: root, connection: files.hello.connection) {
        files.failure != nil
      }
    } catch {
      throw .failed(path: name, step: spoken("connect"), reason: error.message)
    }
  }

  /// Keeps the plan and the files as they are below the operator's own state, by the XDG base
  /// directories.
  func keep(_ plan: ChangePlan, of capture: HostCapture) -> String? {
    let usual = environment("HOME").map { "\($0)/.local/state" }
    guard
      let state = environment("XDG_STATE_HOME").flatMap({ $0.hasPrefix("/") ? $0 : nil }) ?? usual
    else { return spoken("no copy of the plan is kept here: HOME is not set") }
    let document = plan.document
    let digest = SHA256(document).hexadecimal.prefix(16)
    let folder = "\(state)/jailscope/\(options.destination.text)/\(digest)"
    do throws(HostAccessError) {
      try makeOwnFolder(folder)
      try writeOwnFile("\(folder)/plan", document)
      for (index, file) in plan.files.enumerated() {
        guard case .file(let present)? = capture.entries[file.path] else { continue }
        try writeOwnFile("\(folder)/\(index).before", present.bytes)
      }
      return nil
    } catch {
      return spoken("no copy of the plan is kept here: \(error.message)")
    }
  }

  func abandon() { connection.withLock { $0.abandon() } }

  var shell: (any HostShell)? { self }

  /// A connection that was made for it answers what is read from then on: the one before may not have
  /// outlived a change of the network.
  func run(_ text: String, input: [UInt8], milliseconds: Int, anew: Bool) -> ProgramAnswer {
    if anew {
      let link = SSHLink(options, probe: Probe.functions, outlastsTerminal: true)
      connection.withLock { $0 = link }
    } else {
      renew()
    }
    do throws(LinkFailure) {
      let answer = try connection.withLock { $0 }.exchange(.shell(text, input: input))
      let failure = answer.status == 0 ? nil : spoken("exits with \(answer.status)")
      return ProgramAnswer(output: answer.body, failure: failure)
    } catch {
      return ProgramAnswer(failure: error.message)
    }
  }

  func hasAny(of paths: [String]) -> Bool {
    let link = connection.withLock { $0 }
    return (try? link.exchange(.any(of: paths)))?.status == 0
  }

  /// A path with a line feed can't be asked for by a line.
  private static func isLine(_ path: String) -> Bool { !path.utf8.contains(UInt8(ascii: "\n")) }

  /// Makes another connection where the one there was has ended.
  private func renew() {
    connection.withLock { link in
      if link.hasFailed { link = SSHLink(options, probe: Probe.functions) }
    }
  }

  /// What the probe says of the host.
  ///
  /// - Parameter programs: the directories that have the ones it runs, with colons between them.
  func probed(_ programs: String = RemoteHost.programs) throws(HostAccessError) -> CapturedHost {
    let found = try ask(.probe(root: prefix, path: programs))
    // the probe takes what it doesn't find to be missing on the host
    let hasFile = found.entries.values.contains { if case .file = $0 { true } else { false } }
    if !hasFile, root != "/", !isThere(root) {
      throw .cannotRead(path: "\(name):\(root)", reason: spoken("no such directory"))
    }
    return found
  }

  /// Whether a directory is there, as far as the host answers.
  private func isThere(_ folder: String) -> Bool {
    let text = "test -d \(shellWord(Array(folder.utf8)))"
    let link = connection.withLock { $0 }
    do throws(LinkFailure) {
      return try link.exchange(.shell(text, input: [])).status == 0
    } catch {
      return true
    }
  }

  /// All that its configuration names, and what runs there.
  func captured(_ inquiry: Inquiry) throws(HostAccessError) -> CapturedHost {
    let inspection = try Inspection.of(
      self, facts: inquiry.facts, release: inquiry.release, live: inquiry.live)
    var captured = host.withLock { $0 }
    captured.hardware = inspection.facts.hardware
    // the programs of this machine say nothing of another
    if case .commands = inquiry.live { return captured }
    captured.outputs = try inquiry.live.answers()() ?? []
    return captured
  }

  private func ask(_ request: Request) throws(HostAccessError) -> CapturedHost {
    let link = connection.withLock { $0 }
    do {
      let answer = try link.exchange(request)
      return try CapturedHost(
        document: ProbeFrame(in: answer.body).document, limits: .probe)
    } catch let failure as LinkFailure {
      throw .cannotRead(path: name, reason: failure.message)
    } catch let problem as CaptureProblem {
      throw .cannotRead(path: name, reason: spoken("what it sent \(problem.message)"))
    } catch {
      throw .cannotRead(path: name, reason: "\(error)")
    }
  }
}
