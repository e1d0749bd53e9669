import HostModel
import Phrases
import SourceText

/// Interfaces, addresses and jails side by side: each address once, with its effective prefix
/// length, where it is written and which jails name it.
package func showReport(
  _ assessment: Assessment, style: TextStyle, columns: Int = 80
) -> String {
  var report = ShowReport(assessment, columns: max(columns, 20))
  return report.lines().rendered(style)
}

/// Composes the table and what does not fit into one.
struct ShowReport {
  private let forecast: BootForecast
  private let columns: Int
  private let assessment: Assessment
  private let addresses: AddressRows
  private var names: PlaceNames

  init(_ assessment: Assessment, columns: Int) {
    self.assessment = assessment
    self.columns = columns
    forecast = assessment.forecast
    addresses = AddressRows(assessment)
    names = PlaceNames(assessment.capture)
  }

  mutating func lines() -> [TextLine] {
    var lines = [headline(assessment.verdict, forecast, columns: columns)]
    lines += wideLines(assessment, &names, columns: columns)
    for line in [assessment.liveLine(), assessment.hereLine()] {
      lines += line?.wrapped(to: columns, indent: 2) ?? []
    }
    lines.append(TextLine())
    lines += table()
    lines += legend()
    for section in [
      absentLines(), ownStackLines(), addresslessLines(), linkLines(), unplannedLines(),
      unknownLines(),
    ]
    where !section.isEmpty {
      lines.append(TextLine())
      lines += section
    }
    return lines
  }

  private func table() -> [TextLine] {
    let hasNow = assessment.comparison != nil
    var table = TextTable(
      [spoken("INTERFACE"), spoken(" ADDRESS")] + (hasNow ? [spoken("NOW")] : []) + [
        spoken("WHOSE"), spoken("JAILS"), spoken("STATE"),
      ],
      minimums: [15, 45] + (hasNow ? [6] : []) + [17, 10, 15])
    var interface: String?
    for row in addresses.rows {
      let emphasis: Emphasis =
        switch row.mark {
        case .none: .plain
        case .conflict: .failure
        case .unknown: .uncertainty
        case .orphan: .caution
        }
      var address = TextLine(row.mark.rawValue, emphasis)
      address.append(row.address, emphasis)
      var cells = [TextLine(row.interface == interface ? "" : row.interface, .strong), address]
      if hasNow {
        cells.append(TextLine(row.presence?.word ?? "", row.presence == .same ? .plain : .caution))
      }
      cells += [TextLine(row.owner), TextLine(row.jails), state(of: row, emphasis)]
      table.add(cells, below: row.details.map { TextLine("              \($0)", emphasis) })
      interface = row.interface
    }
    return table.lines(columns: columns)
  }

  private func state(of row: AddressRow, _ emphasis: Emphasis) -> TextLine {
    var line = TextLine(row.state, emphasis)
    if row.isHere {
      if !line.isEmpty { line.append(", ") }
      line.append(spoken("you are here"), .strong)
    }
    return line
  }

  private func legend() -> [TextLine] {
    var marks: [String] = []
    if addresses.rows.contains(where: { $0.mark == .conflict }) {
      marks.append(spoken("! a jail asks for another length, changes the address or takes it away"))
    }
    if addresses.rows.contains(where: { $0.mark == .unknown }) {
      marks.append(spoken("? not known"))
    }
    if addresses.rows.contains(where: { $0.mark == .orphan }) {
      marks.append(spoken("+ there now, and nothing configures it"))
    }
    guard !marks.isEmpty else { return [] }
    return [TextLine()] + marks.flatMap { TextLine($0).wrapped(to: columns, indent: 2) }
  }

  /// Addresses that jails name and no interface has.
  private mutating func absentLines() -> [TextLine] {
    guard !addresses.absent.isEmpty else { return [] }
    var lines = [TextLine(spoken("addresses of jails that no interface has"), .strong)]
    for (address, users) in addresses.absent {
      let jails = users.map { use in
        let place = use.address.place.map { " (\(names.name($0)))" } ?? ""
        return "\(use.name)\(place)"
      }
      let isMissed = users.contains { $0.jail.state == .running }
      let line = TextLine(
        spoken("  \(address)  jail \(jails.joined(separator: ", "))"), isMissed ? .caution : .plain)
      lines += line.wrapped(to: columns, indent: 4)
    }
    return lines
  }

  /// What the running host says of interfaces beside their addresses, where that is worth a word.
  private func linkLines() -> [TextLine] {
    let items = (forecast.facts.live?.interfaces ?? []).compactMap { interface -> String? in
      let words = interface.linkWords
      return words.isEmpty ? nil : "\(interface.name): \(words.joined(separator: ", "))"
    }
    guard !items.isEmpty else { return [] }
    return [TextLine(spoken("interfaces now"), .strong)]
      + items.flatMap { TextLine("  \($0)").wrapped(to: columns, indent: 4) }
  }

  /// What the running host has and the boot doesn't know of: interfaces and jails.
  private func unplannedLines() -> [TextLine] {
    let known = Set(
      (forecast.interfacesAfterNetif + forecast.interfaces).map(\.interface.name))
    let interfaces = (forecast.facts.live?.interfaces ?? []).filter { !known.contains($0.name) }
    var items = interfaces.map { interface in
      let list = interface.addresses.filter { !$0.isAutomatic }.map(\.spelling)
      return
        "\(interface.name): \(list.isEmpty ? spoken("no address") : list.joined(separator: " "))"
    }
    items += (assessment.comparison?.strayJails ?? []).map { spoken("jail \($0)") }
    guard !items.isEmpty else { return [] }
    return [TextLine(spoken("there now, and not after the next boot"), .strong)]
      + items.flatMap { TextLine("  \($0)").wrapped(to: columns, indent: 4) }
  }

  private mutating func unknownLines() -> [TextLine] {
    let items = forecast.unknownClauses(&names) + assessment.liveProblems
    guard !items.isEmpty else { return [] }
    return [TextLine(spoken("not known"), .strong)]
      + items.flatMap { TextLine("  \($0)", .uncertainty).wrapped(to: columns, indent: 4) }
  }

  private func ownStackLines() -> [TextLine] {
    let jails = forecast.jails.filter { $0.hasOwnStack || $0.definition?.hasOwnStack == true }
    let lines = list(spoken("vnet jails"), jails) { jail in
      let interfaces =
        jail.interfaces.isEmpty ? spoken("no interface") : jail.interfaces.joined(separator: " ")
      return "\(jail.nameWithState): \(interfaces)"
    }
    return lines + insideLines()
  }

  /// What vnet jails have inside, by their own rc.conf(5).
  private func insideLines() -> [TextLine] {
    forecast.insides.flatMap { inside in
      [TextLine(spoken("  inside \(inside.jail)"), .strong)]
        + inside.interfaceTexts.flatMap { text, isUnknown in
          TextLine("    \(text)", isUnknown ? .uncertainty : .plain)
            .wrapped(to: columns, indent: 6)
        }
    }
  }

  private func addresslessLines() -> [TextLine] {
    let jails = forecast.jails.filter {
      !$0.hasOwnStack && $0.definition?.hasOwnStack != true && $0.addresses.isEmpty
        && $0.definition?.addresses.isEmpty != false
    }
    return list(spoken("jails without an address"), jails, \.nameWithState)
  }

  private func list(
    _ title: String, _ jails: [JailForecast], _ text: (JailForecast) -> String
  ) -> [TextLine] {
    guard !jails.isEmpty else { return [] }
    let line = TextLine("  \(jails.map(text).joined(separator: ", "))")
    return [TextLine(title, .strong)] + line.wrapped(to: columns, indent: 2)
  }
}
