package import HostModel
import Phrases
package import SourceText

/// What people told jailscope of a host, in `jailscope.toml`.
package struct Settings: Sendable {
  /// Findings that are not to be told.
  package internal(set) var ignored: [IgnoreEntry] = []
  /// The networks that a provider gave the host.
  package internal(set) var allocations: [Allocation] = []
  /// How the dashboard is to be.
  package internal(set) var dashboard = DashboardSettings()
  /// What in the files can't be understood.
  package internal(set) var problems: [SettingsProblem] = []

  /// The path of the settings that a host has itself.
  package static let hostPath = "/usr/local/etc/jailscope.toml"

  package init() {}

  /// Reads the settings from a host's files.
  ///
  /// - Parameter paths: where to look; a file that is missing says nothing.
  package init(_ capture: HostCapture, paths: [String] = [hostPath]) {
    for path in paths {
      switch capture.entries[path] {
      case .file(let file)?:
        var reader = SettingsReader(file)
        reader.read()
        ignored += reader.settings.ignored
        allocations += reader.settings.allocations
        dashboard.add(reader.settings.dashboard)
        problems += reader.settings.problems
      case .unreadable(let reason)?:
        problems.append(
          SettingsProblem(path: path, place: nil, message: spoken("can't be read: \(reason)")))
      case .directory?, .missing?, nil: break
      }
    }
  }
}

/// An `[[ignore]]` of the settings: a rule, and what of it is not to be told.
package struct IgnoreEntry: Sendable, Hashable {
  /// The rule whose findings are meant.
  package let rule: RuleName
  /// Only findings about this jail.
  package let jail: String?
  /// Only findings about this address.
  package let address: IPAddress?
  /// Only findings with a place in this file.
  package let file: String?
  /// Why.
  package let reason: String
  /// The last day on which it counts.
  package let until: Day?
  /// Where it stands.
  package let place: Place
}

/// A network that a provider gave the host.
package struct Allocation: Sendable, Hashable {
  /// The network.
  package let prefix: Prefix
  /// Where it is written.
  package let place: Place
}

/// Something in the settings that can't be understood.
package struct SettingsProblem: Sendable, Hashable {
  /// The file.
  package let path: String
  /// Where in it; nil for the whole file.
  package let place: Place?
  /// What is wrong, in one clause.
  package let message: String
}
