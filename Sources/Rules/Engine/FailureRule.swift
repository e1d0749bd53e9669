import HostModel
import SourceText

/// A rule that knows the reason for some failed starts, of those that have one of their own.
protocol FailureRule: Rule {
  /// The finding when the failure is of the rule's kind.
  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding?
}

extension FailureRule {
  static var reach: Reach { .jail }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    var found: [Finding] = []
    let failures = host.ownFailures
    for index in failures.indices {
      if let finding = explain(failures[index], &host) { found.append(finding) }
    }
    return found
  }

  /// A finding at the parameter that the printed message begins with, else at the jail's definition.
  static func finding(
    _ message: @autoclosure @escaping Wording, atParameterOf failure: JailFailure,
    _ host: ExaminedHost, note: String = ""
  ) -> Finding {
    let place = host.place(ofMessage: failure.error, about: failure.jail)
    return finding(
      message(), at: [place].compactMap { $0 }.map { FindingPlace($0, note) }, of: failure, host)
  }
}

extension JailFailure {
  /// What the error says behind a beginning; nil when it begins otherwise.
  func errorText(behind beginning: String) -> String? {
    error.hasPrefix(beginning) ? String(error.dropFirst(beginning.count)) : nil
  }

  /// The text between the first pair of double quotes of the error.
  var quoted: String? {
    let parts = error.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.count > 2 ? String(parts[1]) : nil
  }

  /// The address command that fails, if that is what fails.
  func addressStep(_ forecast: BootForecast) -> Step? {
    guard let step else { return nil }
    let command = forecast.step(step)
    guard command.requestedFamily != nil, command.words.program?.hasSuffix("ifconfig") == true
    else {
      return nil
    }
    return command
  }
}
