import Dashboard
import Phrases
import Rules

/// How the one who asks wants the dashboard to be.
///
/// What is wrong with it is told, and never a reason not to open.
struct Preferences {
  /// The name of the theme.
  let theme: String?
  let hasMouse: Bool
  /// What runs is asked again and again.
  let followsRunningHost: Bool
  let keys: KeyMap
  /// What is wrong with the settings, one clause each.
  let complaints: [String]

  init(_ own: OwnSettings) {
    let settings = own.settings
    theme = settings.dashboard.theme
    hasMouse = settings.dashboard.mouse ?? true
    followsRunningHost = settings.dashboard.live ?? true
    var complaints = settings.problems.map { problem in
      "\(own.name(of: problem.place)): \(problem.message)"
    }
    var keys = KeyMap.standard
    do throws(KeyMap.Problem) {
      keys = try KeyMap(settings.dashboard.keys.map { ($0.command, $0.keys) })
    } catch {
      // of two commands that want a key, the settings may name only one
      let setting = settings.dashboard.keys.last { error.commands.contains($0.command) }
      complaints.append(
        spoken("\(own.name(of: setting?.place)): \(error.message); the usual keys count"))
    }
    self.keys = keys
    self.complaints = complaints
  }

  /// What is wrong with them or with the theme, as far as one line can tell it.
  func complaint(and look: DashboardLook) -> String? {
    let all = complaints + [look.complaint].compactMap { $0 }
    guard let first = all.first else { return nil }
    return all.count == 1 ? first : spoken("\(first); \(all.count - 1) more")
  }
}
