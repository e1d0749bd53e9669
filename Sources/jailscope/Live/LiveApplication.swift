import ArgumentParser
import HostAccess
import HostModel
import LiveApply
import Phrases
import Reports
import Rewrite

/// `jailscope apply --live`: shows what is to be done, has it done, and counts down.
struct LiveApplication {
  let host: ReadHost
  let inquiry: Inquiry
  let choice: LiveChoice
  let options: LiveOptions
  /// Nobody is to be asked.
  let isSure: Bool

  func run() throws {
    guard let guardian = LiveGuard(host.source, inquiry) else {
      throw Self.ended(spoken("nothing can be run on \(host.source.name)"))
    }
    if let pending = guardian.pending(), pending.isPending {
      Output.complain(spoken("a live change is pending: \(pending.clause)"))
      throw ExitCode(75)
    }
    guard !choice.isEmpty else { throw Self.ended(spoken("there is nothing to do")) }
    let plan = try plan()
    show(plan)
    guard isAgreed(plan) else {
      Output.say(spoken("nothing is done"))
      throw ExitCode(host.assessment.verdict.exitCode)
    }
    do throws(LiveGuard.Refusal) {
      let change = try guardian.make(plan, seconds: options.window)
      try follow(change, guardian)
    } catch {
      throw Self.ended(error.message)
    }
  }

  private func plan() throws -> LivePlan {
    do throws(LiveRefusal) {
      return try choice.plan()
    } catch {
      for reason in error.reasons { Output.complain(spoken("not on the running host: \(reason)")) }
      throw ExitCode(74)
    }
  }

  private func show(_ plan: LivePlan) {
    Output.show(
      livePlanReport(plan, seconds: options.window, style: Output.style, columns: Output.columns))
    if let files = plan.files { host.show(files) }
  }

  /// Whoever may cut off their own connection is asked whatever the options say.
  private func isAgreed(_ plan: LivePlan) -> Bool {
    if let severed = plan.severed {
      guard options.ownAddress else {
        Output.complain(
          spoken("\(severed) is the address by which you are connected: see --own-address"))
        return false
      }
      guard Output.confirm(spoken("your connection goes to \(severed), and may end: go on?")) else {
        return false
      }
    }
    return isSure || Output.confirm(spoken("do it now, for \(options.window) s?"))
  }

  /// How many seconds longer than the window a host that doesn't answer is asked.
  private static let patience = 30

  /// Says what came of it, and stays until it is decided.
  private func follow(
    _ made: LiveChange, _ guardian: LiveGuard
  ) throws(LiveGuard.Refusal) {
    var change = made
    if change.waitsForConfirmation {
      Output.say(spoken("live change \(change.id): \(change.clause)"))
      Output.say(spoken("confirm it over a new connection; without that it is taken back"))
      if options.ends { endProcess(LiveGuard.pendingStatus) }
      change = try waited(for: change, guardian)
    }
    for line in change.log { Output.complain(line) }
    Output.say(spoken("live change \(change.id): \(change.clause)"))
    endProcess(change.state == .confirmed ? 0 : 74)
  }

  private func waited(
    for change: LiveChange, _ guardian: LiveGuard
  ) throws(LiveGuard.Refusal) -> LiveChange {
    var change = change
    let end = Moment.now.seconds + options.window + Self.patience
    while change.waitsForConfirmation {
      systemFileCalls.pause(milliseconds: 1000)
      do throws(LiveGuard.Refusal) {
        change = try guardian.status(change.id)
      } catch {
        guard error.isUnanswered else { throw error }
        guard Moment.now.seconds < end else {
          throw LiveGuard.Refusal(
            message: spoken(
              "\(error.message); unless it is confirmed, the host takes it back by itself"))
        }
        // what it does may cut the connection, which its guards outlive
        change = change.secondLater
      }
      if Output.isTerminal, change.waitsForConfirmation {
        let text =
          change.state == .applied
          ? spoken("applied, \(change.left) s left") : spoken("being made")
        Output.show("\r\u{1b}[K\(text)")
      }
    }
    if Output.isTerminal { Output.show("\r\u{1b}[K") }
    return change
  }

  /// Complains, and gives the exit status of what was not done.
  static func ended(_ message: String) -> ExitCode {
    Output.complain(message)
    return ExitCode(74)
  }
}
