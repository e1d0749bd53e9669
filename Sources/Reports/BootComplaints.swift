import HostModel

/// What the console says of whole files and services, which no jail's fate tells.
struct BootComplaints {
  /// What keeps jails from being started: a file that can't be parsed, a name that nothing defines.
  private(set) var failures: [String] = []
  /// What keeps a service from running that may have nothing to start: a switch neither on nor off,
  /// a file that is missing.
  private(set) var warnings: [String] = []

  init(_ forecast: BootForecast) {
    guard forecast.aborted == nil else { return }
    for line in forecast.console where Self.mayComplain(line) { take(line, forecast) }
    guard !failures.isEmpty || !warnings.isEmpty else { return }
    // what is told as the fate of a jail need not be told twice
    let told = Set(forecast.jails.lazy.compactMap(\.error).map(Self.withoutProgress))
    failures.removeAll { told.contains($0) }
    warnings.removeAll { told.contains($0) }
  }

  private mutating func take(_ line: String, _ forecast: BootForecast) {
    let text = Self.withoutProgress(line)
    if let problem = Self.fileProblem(text) {
      if forecast.isAboutUnreadable(problem) { return }
      if problem.hasSuffix(": No such file or directory") {
        warnings.append(problem)
      } else {
        failures.append(problem)
      }
    } else if text.hasPrefix("/") {
      if text.contains(" WARNING: Invalid configuration for ") { failures.append(text) }
      if text.contains("_enable is not set properly") { warnings.append(text) }
    }
  }

  /// Whether a line is none of the many about single jails and commands.
  private static func mayComplain(_ line: String) -> Bool {
    switch line.utf8.first {
    case UInt8(ascii: "/"), UInt8(ascii: "S"), UInt8(ascii: " "): true
    case UInt8(ascii: "j"): line.utf8.starts(with: "jail: /".utf8)
    default: false
    }
  }

  /// The line without the words rc(8) leaves in front of it, having not ended its own.
  static func withoutProgress(_ line: String) -> String {
    var rest = line[...]
    while true {
      let text = rest.drop { $0 == " " }
      guard let progress = ["Starting jails:", "ezjail"].first(where: text.hasPrefix) else {
        return String(rest.startIndex == line.startIndex ? rest : text)
      }
      rest = text.dropFirst(progress.count)
    }
  }

  /// A complaint of jail(8) about a file, or of sh(1) about its syntax.
  private static func fileProblem(_ text: String) -> String? {
    if text.hasPrefix("jail: /") { return String(text.dropFirst(6)) }
    if text.hasPrefix("/"), text.contains(": Syntax error: ") { return text }
    return nil
  }
}

extension BootForecast {
  /// Whether a complaint is about a file that is there and was not read: what it says on the host
  /// isn't known.
  func isAboutUnreadable(_ complaint: String) -> Bool {
    unreadable.contains { complaint.hasPrefix("\($0.path): ") }
  }
}
