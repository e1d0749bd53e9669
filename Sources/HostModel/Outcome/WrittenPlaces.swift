package import SourceText

/// Where what goes wrong happens, and where it is written.
extension BootForecast {
  /// The step at which the start of each of some jails fails; one tried twice fails for what its
  /// last start met.
  package func failingSteps(_ isWanted: (String) -> Bool) -> [String: Int] {
    var found: [String: Int] = [:]
    for index in steps.indices where steps[index].endsAStart {
      if let jail = steps[index].jail, isWanted(jail) { found[jail] = index }
    }
    for (index, step) in trialSteps.enumerated() where step.endsAStart {
      if let jail = step.jail, isWanted(jail) { found[jail] = steps.count + index }
    }
    return found
  }
}

extension HostCapture {
  /// Whether a path is a file of the host; what rc.d/jail writes at boot is none.
  package func hasFile(_ path: String) -> Bool {
    if case .file? = entries[path] { return true }
    return false
  }
}

extension JailDefinition {
  /// A place in the host's own files that defines the jail.
  package func writtenPlace(_ capture: HostCapture) -> Place? {
    if let place, capture.hasFile(place.path) { return place }
    return parameters.lazy.compactMap { $0.values.last?.origin.place }
      .first { capture.hasFile($0.path) }
  }
}

/// What keeps jails from being tried.
extension BootForecast {
  /// Whether a complaint is about a file that is there and was not read: what it says on the host
  /// isn't known.
  package func isAboutUnreadable(_ complaint: String) -> Bool {
    unreadable.contains { complaint.hasPrefix("\($0.path): ") }
  }
}

extension JailForecast {
  /// A service was asked to start the jail and would not (rc.d/jail, parse_options; ezjail.sh).
  package var isRefused: Bool {
    guard state == .notStarted, let error else { return false }
    return error.contains("WARNING: Invalid configuration for ")
      || error.contains("Warning: root directory ")
  }
}
