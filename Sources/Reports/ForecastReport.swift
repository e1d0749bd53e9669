package import HostModel
package import SourceText

/// Every command of the boot with its sources and its outcome, the addresses it leads to, and each
/// jail's fate.
package func forecastReport(
  _ forecast: BootForecast, capture: HostCapture, style: TextStyle, columns: Int = 80
) -> String {
  var report = ForecastReport(forecast, capture, columns: max(columns, 20))
  return report.lines().rendered(style)
}

/// Composes the detailed view.
struct ForecastReport {
  let forecast: BootForecast
  let capture: HostCapture
  let columns: Int
  let assessment: Assessment
  var names: PlaceNames

  init(_ forecast: BootForecast, _ capture: HostCapture, columns: Int) {
    self.forecast = forecast
    self.capture = capture
    self.columns = columns
    assessment = Assessment(forecast)
    names = PlaceNames(capture)
  }

  mutating func lines() -> [TextLine] {
    var lines = [headline(assessment.verdict, forecast, columns: columns)]
    lines += complaintLines(forecast, assessment.complaints, columns: columns)
    lines += stepLines()
    lines += interfaceLines("addresses after netif", forecast.interfacesAfterNetif)
    lines += interfaceLines("addresses when the boot is over", forecast.interfaces)
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
      line.append(list.isEmpty ? "  no address" : "  \(list.joined(separator: ", "))")
      lines += line.wrapped(to: columns, indent: 4)
      for reason in entry.interface.unknownAddresses {
        lines += wrapped("    not known: \(reason)", .uncertainty, indent: 6)
      }
    }
    return lines
  }

  // MARK: what can't be told

  private mutating func unknownLines() -> [TextLine] {
    let items = Unknowns(forecast, &names).items
    guard !items.isEmpty else { return [] }
    return title("not known") + items.flatMap { wrapped("  \($0)", .uncertainty, indent: 4) }
  }
}
