import HostModel
import Phrases
import Rules

/// What of a host can't be told.
extension HostPicture {
  /// Why it can't be told what a row comes to; nil when it can.
  func doubt(of row: NetRow) -> String? {
    if case .unknown(let reason) = row.kind { return reason }
    return jail(of: row)?.doubt
  }

  /// Why it can't be told what a line of the boot comes to; nil when it can.
  func doubt(of line: BootLine) -> String? {
    switch line {
    case .step(let index), .printed(let index), .reason(let index, _):
      if case .unknown(let reason) = forecast.step(index).outcome { return reason }
      return doubtfulSteps[index]
    case .jail(let index), .trial(let index): return forecast.jails[index].doubt
    case .netif: return forecast.unknowns.first?.reason ?? forecast.unreadable.first?.reason
    case .run: return nil
    }
  }

  /// Whether the heading of a part of the boot is worth showing where only problems are.
  func isProblem(heading line: BootLine) -> Bool {
    if case .jail(let jail) = line, forecast.jails[jail].doesNotStart { return true }
    return doubt(of: line) != nil
  }

  /// A row of each thing that can't be told and that nothing is found about, for a key to go to.
  static func doubtfulRows(
    _ rows: [NetRow], _ jails: [JailForecast], _ lookup: FindingLookup
  ) -> [Int] {
    var told: Set<Int> = []
    return rows.indices.filter { index in
      let row = rows[index]
      if case .unknown = row.kind { return true }
      guard let jail = row.use?.jail, jails[jail].doubt != nil,
        lookup.first(about: row.address, jails[jail].name) == nil
      else { return false }
      return told.insert(jail).inserted
    }
  }
}
