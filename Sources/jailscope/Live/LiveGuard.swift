import HostAccess
import HostModel
import LiveApply
import Phrases

/// The guard of live changes on a host.
///
/// All that happens there is one script; only who starts its sh(1) differs from host to host.
struct LiveGuard: Sendable {
  /// Why the guard doesn't do what is asked.
  struct Refusal: Error {
    /// One clause.
    let message: String
    /// Nothing that can be understood came back: it may be done or not.
    var isUnanswered = false
  }

  /// The exit status while a change waits for somebody.
  static let pendingStatus: Int32 = 4

  private let place: GuardCall.Place
  private let shell: any HostShell
  /// The connection over which the host is reached now, as SSH_CONNECTION has it; nil where each call
  /// that counts has one of its own.
  private let connection: String?

  /// Nil for a host on which nothing can be run.
  ///
  /// - Parameter inquiry: what runs is asked of the same programs.
  init?(_ source: any HostSource, _ inquiry: Inquiry) {
    guard let shell = source.shell else { return nil }
    self.shell = shell
    connection = source.folder == nil ? nil : inquiry.facts.connection?.text
    let programs: String? = if case .commands(let folder?) = inquiry.live { folder } else { nil }
    place = GuardCall.Place(root: shell.root, programs: programs)
  }

  /// Paths of the host of which one is there while a change is pending or could not be taken back.
  var signs: [String] { GuardCall.Place().signs }

  /// The change that is pending on the host, or that could not be taken back; nil when there is none,
  /// or when it isn't for this user to know.
  ///
  /// It costs a look at two files as long as there is none.
  func pending() -> LiveChange? {
    guard shell.hasAny(of: place.signs) else { return nil }
    guard let change = try? status(), change.needsAttention else { return nil }
    return change
  }

  /// A change as it is now; the pending one, else the last, when none is named.
  func status(_ id: String? = nil) throws(Refusal) -> LiveChange {
    try change(.status(id: id))
  }

  /// Has a plan made.
  ///
  /// - Returns: the change once it is made, or has failed; armed as it was when nothing comes back, for
  ///   what it does may cut the connection.
  func make(_ plan: LivePlan, seconds: Int) throws(Refusal) -> LiveChange {
    // a name that no other change has
    let id = String(UInt64.random(in: UInt64(1) << 60...UInt64.max), radix: 16)
    let armed: LiveChange
    do throws(Refusal) {
      armed = try change(
        .arm(id: id, seconds: seconds), input: plan.document(from: connection),
        milliseconds: 30_000, anew: true)
    } catch {
      guard error.isUnanswered else { throw error }
      throw Refusal(message: spoken("\(error.message); nothing is done"))
    }
    let made = try answered { () throws(Refusal) in try change(.go(id: id), anew: true) }
    return made ?? armed
  }

  /// Keeps a change: the pending one when none is named.
  func confirm(_ id: String? = nil, nonce: String? = nil) throws(Refusal) -> LiveChange {
    let verb = GuardCall.Verb.confirm(id: id, nonce: nonce, connection: connection)
    return try twice { () throws(Refusal) in
      try change(verb, milliseconds: 30_000, anew: true)
    }
  }

  /// Takes a change back: the pending one when none is named.
  func revert(_ id: String? = nil) throws(Refusal) -> LiveChange {
    try twice { () throws(Refusal) in
      try change(.revert(id: id), milliseconds: 60_000, anew: true)
    }
  }

  /// The change of files that belongs to a change, as the text of a plan.
  func files(of id: String) throws(Refusal) -> [UInt8] {
    let answer = run(.files(id: id), [], 10_000, anew: false)
    guard let failure = answer.failure else { return answer.output }
    throw Refusal(message: failure)
  }

  /// Notes that its files are written.
  func written(_ id: String) throws(Refusal) -> LiveChange { try change(.written(id: id)) }

  /// What comes back; nil when nothing does.
  private func answered(
    _ call: () throws(Refusal) -> LiveChange
  ) throws(Refusal) -> LiveChange? {
    do throws(Refusal) {
      return try call()
    } catch {
      guard error.isUnanswered else { throw error }
      return nil
    }
  }

  /// A call that does nothing more when it was heard before; the second one tells what became of the
  /// first.
  private func twice(
    _ call: () throws(Refusal) -> LiveChange
  ) throws(Refusal) -> LiveChange {
    if let change = try answered(call) { return change }
    return try call()
  }

  private func run(
    _ verb: GuardCall.Verb, _ input: [UInt8], _ milliseconds: Int, anew: Bool
  ) -> ProgramAnswer {
    shell.run(
      GuardCall(verb, at: place).text, input: input, milliseconds: milliseconds, anew: anew)
  }

  private func change(
    _ verb: GuardCall.Verb, input: [UInt8] = [], milliseconds: Int = 20_000, anew: Bool = false
  ) throws(Refusal) -> LiveChange {
    let answer = run(verb, input, milliseconds, anew: anew)
    switch GuardAnswer(answer.output) {
    case .change(let change): return change
    case .refused(let reason): throw Refusal(message: reason)
    case .unclear:
      throw Refusal(
        message: spoken(
          "the guard of live changes: \(answer.failure ?? spoken("it says nothing"))"),
        isUnanswered: true)
    }
  }
}
