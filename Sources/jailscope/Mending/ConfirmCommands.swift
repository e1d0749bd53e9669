import ArgumentParser
import HostAccess
import LiveApply
import Phrases
import Reports
import Rewrite

/// The command `jailscope confirm`.
struct ConfirmCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm",
    abstract: spoken("Keep the pending change of the running host, and write its files."),
    discussion: spoken("It has to come over a new connection: an old one proves nothing."))

  @Option(
    help: ArgumentHelp(spoken("Only if the pending change has this nonce."), valueName: "nonce"))
  var nonce: String?

  @OptionGroup var host: HostChoice
  @OptionGroup var journal: JournalOptions

  func run() throws {
    let inquiry = try host.inquiry()
    let source = try host.source
    guard let guardian = LiveGuard(source, inquiry) else {
      throw ValidationError(spoken("the demo host doesn't run"))
    }
    // the time there is to confirm it is not spent on reading the host
    let change: LiveChange
    do throws(LiveGuard.Refusal) {
      change = try guardian.confirm(nonce: nonce)
    } catch {
      Output.complain(error.message)
      throw ExitCode(75)
    }
    Output.say(spoken("live change \(change.id): it stays"))
    let read = try inquiry.readOnly(source)
    do throws(LiveConfirmation.Failure) {
      let confirmation = LiveConfirmation(read, guardian, state: journal.state)
      if let (rewritten, plan) = try confirmation.writeFiles(of: change) {
        HostWriter(host: read, state: journal.state).tell(rewritten, plan)
      }
    } catch {
      Output.complain(error.message)
      throw ExitCode(74)
    }
    try FixCommand.report(read, inquiry)
  }
}

/// Writing the files of a change that stays.
struct LiveConfirmation {
  /// Why they are not written.
  struct Failure: Error {
    /// What is as it was and what isn't, and what can be done.
    let message: String

    init(_ reason: String) {
      message =
        spoken(
          "the running host is changed, and its files are not: \(reason); "
            + "jailscope confirm tries again, jailscope revert takes the change back")
    }
  }

  private let host: ReadHost
  private let guardian: LiveGuard
  private let state: String?

  /// - Parameter state: where the journal is, when not in the host's usual place.
  init(_ host: ReadHost, _ guardian: LiveGuard, state: String?) {
    self.host = host
    self.guardian = guardian
    self.state = state
  }

  /// Writes them, if there are any.
  func writeFiles(of change: LiveChange) throws(Failure) -> (Rewritten, ChangePlan)? {
    do throws(LiveGuard.Refusal) {
      guard change.keepsFiles else {
        _ = try guardian.written(change.id)
        return nil
      }
      let plan = try plan(of: change)
      let rewritten = try write(plan)
      _ = try guardian.written(change.id)
      return (rewritten, plan)
    } catch {
      throw Failure(error.message)
    }
  }

  private func plan(of change: LiveChange) throws(LiveGuard.Refusal) -> ChangePlan {
    let document = try guardian.files(of: change.id)
    do throws(PlanProblem) {
      return try ChangePlan(document: document)
    } catch {
      throw LiveGuard.Refusal(message: error.message)
    }
  }

  private func write(_ plan: ChangePlan) throws(LiveGuard.Refusal) -> Rewritten {
    do throws(RewriteFailure) {
      return try HostWriter(host: host, state: state).write(plan).rewritten
    } catch {
      throw LiveGuard.Refusal(message: error.message)
    }
  }
}

/// The command `jailscope revert`.
struct RevertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revert", abstract: spoken("Take the pending change of the running host back now.")
  )

  @OptionGroup var host: HostChoice

  func run() throws {
    guard let guardian = LiveGuard(try host.source, try host.inquiry()) else {
      throw ValidationError(spoken("the demo host doesn't run"))
    }
    let change: LiveChange
    do throws(LiveGuard.Refusal) {
      change = try guardian.revert()
    } catch {
      Output.complain(error.message)
      throw ExitCode(75)
    }
    Output.say(spoken("live change \(change.id): \(change.clause)"))
    guard change.state != .reverted, change.state != .failed else { return }
    for line in change.log { Output.complain(line) }
    throw ExitCode(74)
  }
}
