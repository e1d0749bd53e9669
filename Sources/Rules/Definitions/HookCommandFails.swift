import HostModel
import Phrases
import SourceText

/// A command of an exec parameter fails, and with it the start of its jail.
///
/// ## Why
/// jail(8) runs the commands of `exec.prepare`, `exec.prestart`, `exec.created`, `exec.start` and
/// `exec.poststart` in turn and gives up at the first that does not exit with 0
/// (usr.sbin/jail/command.c, finish_command). What the start did so far is undone.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   exec.prestart = "/usr/bin/false";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   exec.prestart = "/usr/bin/false || true";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Mend the command.
/// - Add `|| true` where its failure does not matter.
///
/// ## Ignore it when
/// The jail is not meant to start.
enum HookCommandFails: FailureRule {
  static let name: RuleName = "hook-command-fails"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let place = finding.places.first?.place, let jail = finding.jails.first,
      let statement = JailStatement(at: place, host), let file = host.file(at: place.path),
      let value = statement.values.first(where: {
        $0.lower <= place.span.lower && place.span.upper <= $0.upper
      }),
      value.count > 1, "\"'".utf8.contains(file.bytes[value.upper - 1])
    else { return [] }
    return [
      Fix(
        spoken("write || true behind the command"),
        meaning: spoken("jail \(jail) starts whether the command works or not"), .review,
        making: [.insert(" || true", at: value.upper - 1, in: place.path)])
    ].compactMap { $0 }
  }

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard
      let command = failure.isTrial
        ? failure.jail.trial?.failedCommand : failure.jail.failedCommand,
      failure.error.contains("\(command): failed") || failure.error.hasPrefix("exec "),
      // that is another finding
      MissingInterface(failure, host)?.cause != .unknown,
      let index = failure.step
    else { return nil }
    let step = host.forecast.step(index)
    let value = hook(of: failure.jail, running: step)
    let place =
      host.written(value?.origin.place) ?? host.places(of: step).first
      ?? host.place(of: failure.jail)
    return finding(
      spoken("a command of jail \(failure.jail.name) fails: \(value?.text ?? command)"),
      at: [place].compactMap { $0 }.map { FindingPlace($0) }, of: failure, host)
  }

  private static func hook(of jail: JailForecast, running step: Step) -> JailValue? {
    let hooks: [ParameterID] = [.prepare, .prestart, .created, .start, .command, .poststart]
    return hooks.lazy.flatMap { jail.definition?.values($0) ?? [] }
      .first { $0.origin.place != nil && $0.origin.place == step.sources.first }
  }
}
