import HostModel
import SourceText

/// What a forecast can't tell, and why, besides the fate of jails.
struct Unknowns {
  let count: Int
  /// The first ones, a clause each that begins with the file or the place.
  let items: [String]

  init(_ forecast: BootForecast, _ names: inout PlaceNames, limit: Int = .max) {
    count = forecast.unreadable.count + forecast.wanted.count + forecast.unknowns.count
    var items = forecast.unreadable.prefix(limit).map { "\($0.path): \($0.reason)" }
    items += forecast.wanted.sorted().prefix(limit).map { "\($0): not collected" }
    items += forecast.unknowns.prefix(limit).map { "\(names.name($0.place)): \($0.reason)" }
    self.items = Array(items.prefix(limit))
  }
}
