import HostModel

/// What is inside of a vnet jail, as a part of the documents.
extension JSONWriter {
  /// The member `inside` of a jail with a network stack and an rc.conf(5) of its own.
  mutating func inside(_ inside: JailInside?, _ places: inout PlaceNames) {
    guard let inside else { return }
    member("inside") { writer in
      writer.object { writer in
        writer.member("root", inside.root)
        writer.member("interfaces_known", inside.knowsInterfaces)
        writer.member("aborted", inside.forecast.aborted)
        writer.member("console") { $0.strings(inside.forecast.console) }
        writer.member("commands") { writer in
          writer.array(inside.forecast.steps) { ForecastJSON.write($1, &$0, &places) }
        }
        writer.member("interfaces") { ForecastJSON.write(inside.forecast.interfaces, &$0) }
        writer.member("unknown") { ForecastJSON.writeUnknowns(inside.forecast, &$0, &places) }
      }
    }
  }
}

extension BootForecast {
  /// What is inside of jails, by the jail's name.
  var insidesByJail: [String: JailInside] {
    Dictionary(insides.map { ($0.jail, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
