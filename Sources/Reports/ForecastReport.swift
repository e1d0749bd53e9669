import HostModel
import Phrases

/// Every command of the boot with its sources and its outcome, the addresses it leads to, and each
/// jail's fate.
package func forecastReport(
  _ assessment: Assessment, style: TextStyle, columns: Int = 80
) -> String {
  var report = ForecastReport(assessment, columns: max(columns, 20))
  return report.lines().rendered(style)
}

/// Composes the detailed view.
struct ForecastReport {
  let forecast: BootForecast
  let columns: Int
  let assessment: Assessment
  var names: PlaceNames
  let standing: Standing?
  let doubtful: [Int: String]

  init(_ assessment: Assessment, columns: Int) {
    self.assessment = assessment
    self.columns = columns
    forecast = assessment.forecast
    standing = forecast.standing
    doubtful = forecast.doubtfulSteps
    names = PlaceNames(assessment.capture)
  }

  mutating func lines() -> [TextLine] {
    var lines = [headline(assessment.verdict, forecast, columns: columns)]
    if let here = assessment.hereLine() { lines += here.wrapped(to: columns) }
    lines += wideLines(assessment, &names, columns: columns)
    lines += stepLines()
    lines += interfaceLines(spoken("addresses after netif"), forecast.interfacesAfterNetif)
    lines += interfaceLines(spoken("addresses when the boot is over"), forecast.interfaces)
    lines += jailLines()
    lines += unknownLines()
    return lines
  }

  func wrapped(_ text: String, _ emphasis: Emphasis = .plain, indent: Int) -> [TextLine] {
    TextLine(text, emphasis).wrapped(to: columns, indent: indent)
  }

  func title(_ text: String) -> [TextLine] {
    [TextLine()] + wrapped(text, .strong, indent: 2)
  }

  // MARK: addresses

  private func interfaceLines(_ name: String, _ entries: [InterfaceAddresses]) -> [TextLine] {
    var lines = title(name)
    for entry in entries {
      let list = entry.addresses.map { "\($0.address)/\($0.prefixLength)" }
      var line = TextLine("  \(entry.interface.name)", .strong)
      line.append(list.isEmpty ? spoken("  no address") : "  \(list.joined(separator: ", "))")
      if standing?.interface == entry.interface.name {
        line.append(spoken("  you are here"), .strong)
      }
      lines += line.wrapped(to: columns, indent: 4)
      for reason in entry.interface.unknownAddresses {
        lines += wrapped(spoken("    not known: \(reason)"), .uncertainty, indent: 6)
      }
    }
    return lines
  }

  // MARK: what can't be told

  private mutating func unknownLines() -> [TextLine] {
    let items = forecast.unknownClauses(&names)
    guard !items.isEmpty else { return [] }
    return title(spoken("not known"))
      + items.flatMap { wrapped("  \($0)", .uncertainty, indent: 4) }
  }
}
