import CellGrid
import HostModel
import Phrases

/// What becomes of a jail, in words.
extension JailForecast {
  /// Its start fails, or a service refuses it.
  var doesNotStart: Bool { state == .failed || isRefused }

  /// Why it can't be told what becomes of it; nil when it can.
  var doubt: String? {
    state == .unknown ? unknown ?? spoken("no reason is given") : nil
  }

  /// What becomes of it.
  var fate: (words: String, role: Role) {
    switch state {
    case .running: (spoken("starts"), .stepOK)
    case .failed: (spoken("will not start"), .stepFail)
    case .notStarted where isRefused: (spoken("will not start"), .stepFail)
    case .notStarted: (spoken("nothing starts it"), .stepSkip)
    case .unknown: (spoken("can't be told"), .stepUnknown)
    }
  }
}
