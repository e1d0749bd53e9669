import CellGrid
import HostModel

/// What becomes of a jail, in words.
extension JailForecast {
  /// Its start fails, or a service refuses it.
  var doesNotStart: Bool { state == .failed || isRefused }

  /// What becomes of it.
  var fate: (words: String, role: Role) {
    switch state {
    case .running: ("starts", .stepOK)
    case .failed: ("will not start", .stepFail)
    case .notStarted where isRefused: ("will not start", .stepFail)
    case .notStarted: ("nothing starts it", .stepSkip)
    case .unknown: ("can't be told", .stepUnknown)
    }
  }
}
