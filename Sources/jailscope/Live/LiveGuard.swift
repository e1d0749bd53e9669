import HostAccess
import HostModel
import LiveApply
import Phrases

/// The guard of live changes on a host.
///
/// All that happens there is one script; only who starts its sh(1) differs from host to host.
struct LiveGuard: Sendable {
  /// Runs a text by sh(1) on the host, with some bytes on standard input.
  typealias Shell =
    @Sendable (_ text: String, _ input: [UInt8], _ milliseconds: Int) -> ProgramAnswer

  /// Why the guard doesn't do what is asked.
  struct Refusal: Error {
    /// One clause.
    let message: String
  }

  /// The exit status while a change waits for somebody.
  static let pendingStatus: Int32 = 4

  private let place: GuardCall.Place
  private let shell: Shell
  private let needsRoot: Bool
  /// The connection over which the host is reached now, as SSH_CONNECTION has it.
  private let connection: String?

  /// Nil for a host on which nothing can be run.
  ///
  /// - Parameter inquiry: what runs is asked of the same programs.
  init?(_ source: any HostSource, _ inquiry: Inquiry) {
    guard let (run, root) = source.shell else { return nil }
    shell = run
    connection = inquiry.facts.connection?.text
    let programs: String? = if case .commands(let folder?) = inquiry.live { folder } else { nil }
    place = GuardCall.Place(root: root, programs: programs)
    needsRoot = programs == nil && source.folder == "/"
  }

  /// On this machine.
  static let here: Shell = { text, input, milliseconds in
    ask(
      [ProgramCall(path: "/bin/sh", arguments: ["-c", text], input: input)],
      milliseconds: milliseconds)[0]
  }

  /// The change that is pending on the host, or that could not be taken back; nil when there is none,
  /// or when it isn't for this user to know.
  ///
  /// It costs a look at two files as long as there is none.
  func pending() -> LiveChange? {
    guard ["busy", "trouble"].contains(where: { isWritable("\(place.folder)/\($0)") }) else {
      return nil
    }
    guard let change = try? status(), change.needsAttention else { return nil }
    return change
  }

  /// A change as it is now; the pending one, else the last, when none is named.
  func status(_ id: String? = nil) throws(Refusal) -> LiveChange {
    try change(.status(id: id))
  }

  /// Has a plan made.
  ///
  /// - Returns: the change once it is made, or has failed.
  func make(_ plan: LivePlan, seconds: Int) throws(Refusal) -> LiveChange {
    // a name that no other change has
    let id = String(UInt64.random(in: UInt64(1) << 60...UInt64.max), radix: 16)
    if needsRoot, !isRoot {
      throw Refusal(message: spoken("only root may change the running host"))
    }
    _ = try change(
      .arm(id: id, seconds: seconds), input: plan.document(from: connection), milliseconds: 30_000)
    return try change(.go(id: id))
  }

  /// Keeps a change: the pending one when none is named.
  func confirm(_ id: String? = nil, nonce: String? = nil) throws(Refusal) -> LiveChange {
    try change(.confirm(id: id, nonce: nonce, connection: connection), milliseconds: 30_000)
  }

  /// Takes a change back: the pending one when none is named.
  func revert(_ id: String? = nil) throws(Refusal) -> LiveChange {
    try change(.revert(id: id), milliseconds: 60_000)
  }

  /// The change of files that belongs to a change, as the text of a plan.
  func files(of id: String) throws(Refusal) -> [UInt8] {
    let answer = shell(GuardCall(.files(id: id), at: place).text, [], 10_000)
    guard let failure = answer.failure else { return answer.output }
    throw Refusal(message: failure)
  }

  /// Notes that its files are written.
  func written(_ id: String) throws(Refusal) -> LiveChange { try change(.written(id: id)) }

  private func change(
    _ verb: GuardCall.Verb, input: [UInt8] = [], milliseconds: Int = 20_000
  ) throws(Refusal) -> LiveChange {
    let answer = shell(GuardCall(verb, at: place).text, input, milliseconds)
    switch GuardAnswer(answer.output) {
    case .change(let change): return change
    case .refused(let reason): throw Refusal(message: reason)
    case .unclear:
      throw Refusal(
        message: spoken("the guard of live changes \(answer.failure ?? spoken("says nothing"))"))
    }
  }
}
