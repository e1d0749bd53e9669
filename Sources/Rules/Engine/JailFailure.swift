package import HostModel
import Phrases

/// A jail whose start fails, or would fail if a person started it.
///
/// Nothing in it ever changes; it is a class so that handing it to every rule copies nothing.
package final class JailFailure: Sendable {
  /// The jail's position in the forecast.
  package let position: Int
  /// The jail.
  package let jail: JailForecast
  /// The index of the step that fails; nil when jail(8) or rc(8) gives up without a command.
  package let step: Int?
  /// What the failing command prints, else what jail(8) says.
  package let error: String
  /// What the failing command prints; nothing when there is none.
  let printed: String
  /// Nothing starts the jail: its start would fail.
  package let isTrial: Bool
  /// An error when the boot meets it; else a warning, unless no file says that the jails are not to
  /// be started: then the files may be a part of a host's.
  package let severity: Severity

  /// jail(8) doesn't try the start, because that of a jail it depends on fails.
  var isSkipped: Bool { step == nil && error == "skipped" }

  private init(_ position: Int, _ forecast: BootForecast, _ steps: [String: Int]) {
    self.position = position
    jail = forecast.jails[position]
    isTrial = jail.state != .failed
    let hasCommand = (isTrial ? jail.trial?.failedCommand : jail.failedCommand) != nil
    step = hasCommand ? steps[jail.name] : nil
    printed = step.map { forecast.message(ofStep: $0) } ?? ""
    error = (isTrial ? jail.trial?.error : jail.error) ?? ""
    severity = isTrial ? forecast.trialSeverity(of: jail) : .error
  }

  static func all(_ forecast: BootForecast) -> [JailFailure] {
    let failed = forecast.jails.indices.filter { index in
      let jail = forecast.jails[index]
      if jail.trial?.hasFailed == true { return true }
      return jail.state == .failed && jail.error.map(forecast.isAboutUnreadable) != true
    }
    guard !failed.isEmpty else { return [] }
    let steps = forecast.failingSteps { _ in true }
    return failed.map { JailFailure($0, forecast, steps) }
  }
}

extension BootForecast {
  /// How severe a failure is that only a person's start of the jail meets.
  func trialSeverity(of jail: JailForecast) -> Severity {
    let service = jail.definition?.kind.enableVariable ?? "jail_enable"
    let isMeant = variables[service]?.origin.place != nil || bootSwitches[jail.name] != nil
    return isMeant ? .warning : .error
  }
}

extension Rule {
  /// The finding that is the reason for a failure: with its severity, its step, what is printed and
  /// what becomes of the jail.
  static func finding(
    _ message: @autoclosure @escaping Wording, at places: [FindingPlace], of failure: JailFailure,
    _ host: ExaminedHost
  ) -> Finding {
    let (jails, isTrial) = ([failure.jail.name], failure.isTrial)
    return finding(message(), at: places, severity: failure.severity)
      .leading(to: failure.step, in: host.forecast)
      .printing(failure.error.isEmpty ? nil : failure.error)
      .with(effect: spoken("jail \(jails[0]) \(fate(isTrial))"))
      .about(jails: jails)
      .asTrial(isTrial)
      .explaining(jails: isTrial ? [] : jails)
  }

  private static func fate(_ isTrial: Bool) -> String {
    isTrial ? spoken("will not start when it is told to") : spoken("is not created")
  }
}
