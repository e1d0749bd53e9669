import HostModel
import Phrases
import SourceText

/// What of a forecast can't be told, as clauses.
extension BootForecast {
  /// What can't be told besides the fate of jails, and why: the first ones, a clause each that begins
  /// with the file or the place.
  func unknownClauses(_ names: inout PlaceNames, limit: Int = .max) -> [String] {
    var items = unreadable.prefix(limit).map { "\($0.path): \($0.reason)" }
    items += wanted.sorted().prefix(limit).map { spoken("\($0): not collected") }
    items += unknowns.prefix(limit).map { "\(names.name($0.place)): \($0.reason)" }
    return Array(items.prefix(limit))
  }
}

extension Assessment {
  /// How many things can't be told, the fate of jails among them.
  var unknownCount: Int {
    unknown.count + forecast.unreadable.count + forecast.wanted.count + forecast.unknowns.count
  }

  /// What can't be told, and why: the first ones, a clause each, jails before all else.
  func unknownClauses(_ names: inout PlaceNames, limit: Int = .max) -> [String] {
    let jails = unknown.prefix(limit).map { index in
      let jail = forecast.jails[index]
      return spoken(
        "jail \(jail.name): \(jail.unknown ?? jail.error ?? spoken("no reason is given"))")
    }
    return Array((jails + forecast.unknownClauses(&names, limit: limit)).prefix(limit))
  }
}
