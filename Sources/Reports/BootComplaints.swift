import HostModel

/// What the console says of whole files and services, which no jail's fate tells.
struct BootComplaints {
  /// Files that end the start of every jail they stand for.
  private(set) var brokenFiles: [String] = []
  /// What else keeps jails from being started: a name nothing defines, a switch that is neither on
  /// nor off.
  private(set) var warnings: [String] = []

  init(_ forecast: BootForecast) {
    for line in forecast.console {
      let text = Self.withoutProgress(line)
      if let problem = Self.fileProblem(text) {
        if problem.hasSuffix(": No such file or directory") {
          warnings.append(problem)
        } else {
          brokenFiles.append(problem)
        }
      } else if !text.hasPrefix("jail: "), Self.isWarning(text) {
        warnings.append(text)
      }
    }
    if forecast.aborted != nil { brokenFiles = [] }
  }

  /// The line without the words rc(8) leaves in front of it, having not ended its own.
  private static func withoutProgress(_ line: String) -> String {
    for progress in ["Starting jails:", " ezjail"] where line.hasPrefix(progress) {
      return withoutProgress(String(line.dropFirst(progress.count)))
    }
    return line
  }

  /// A complaint of jail(8) about a file, or of sh(1) about its syntax.
  private static func fileProblem(_ text: String) -> String? {
    if text.hasPrefix("jail: /") { return String(text.dropFirst(6)) }
    if text.hasPrefix("/"), text.contains(": Syntax error: ") { return text }
    return nil
  }

  private static func isWarning(_ text: String) -> Bool {
    guard text.contains("WARNING: ") else { return false }
    return text.contains("WARNING: Invalid configuration for ")
      || text.contains("_enable is not set properly")
  }
}
