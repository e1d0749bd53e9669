import ConfigSyntax
import HostModel
import Phrases
import SourceText

/// Makes settings of a TOML file, and a problem of everything in it that is none.
struct SettingsReader {
  private(set) var settings = Settings()
  private let file: SourceFile

  init(_ file: SourceFile) {
    self.file = file
  }

  mutating func read() {
    let table: TOMLTable
    do throws(TOMLProblem) {
      table = try parseTOML(file.bytes)
    } catch {
      return complain(error.message, SourceSpan(error.offset, error.offset))
    }
    for entry in table.entries {
      switch entry.key {
      case "allocation": readAllocations(entry.item)
      case "dashboard": readDashboard(entry)
      case "ignore": readIgnored(entry.item)
      default: complain(spoken("unknown key \(entry.key)"), entry.keySpan)
      }
    }
  }

  private func place(_ span: SourceSpan) -> Place { Place(path: file.path, span: span) }

  private mutating func complain(_ message: String, _ span: SourceSpan) {
    settings.problems.append(
      SettingsProblem(path: file.path, place: place(span), message: message))
  }

  private mutating func readAllocations(_ item: TOMLItem) {
    guard let list = item.array else { return complain(spoken("allocation is a list"), item.span) }
    for item in list {
      guard let prefix = item.string.flatMap({ Prefix($0) }) else {
        complain(spoken("not a network such as \"2001:db8::/124\""), item.span)
        continue
      }
      settings.allocations.append(Allocation(prefix: prefix, place: place(item.span)))
    }
  }

  private mutating func readDashboard(_ entry: TOMLTable.Entry) {
    guard file.path != Settings.hostPath else {
      return complain(spoken("dashboard counts in your own settings only"), entry.keySpan)
    }
    guard let table = entry.item.table else {
      return complain(spoken("dashboard is a table: write [dashboard]"), entry.item.span)
    }
    for entry in table.entries {
      switch (entry.key, entry.item.value) {
      case ("theme", _): settings.dashboard.theme = text("theme", of: table)
      case ("mouse", .boolean(let isOn)): settings.dashboard.mouse = isOn
      case ("live", .boolean(let isOn)): settings.dashboard.live = isOn
      case ("mouse", _), ("live", _):
        complain(spoken("\(entry.key) is true or false"), entry.item.span)
      case ("keys", _): readKeys(entry.item)
      default: complain(spoken("unknown key \(entry.key)"), entry.keySpan)
      }
    }
  }

  private mutating func readKeys(_ item: TOMLItem) {
    guard let table = item.table else {
      return complain(spoken("keys is a table: write [dashboard.keys]"), item.span)
    }
    for entry in table.entries {
      let list = entry.item.array ?? []
      let names = list.compactMap(\.string)
      guard !names.isEmpty, names.count == list.count else {
        complain(spoken("\(entry.key) is a list of keys such as [\"x\", \"F1\"]"), entry.item.span)
        continue
      }
      settings.dashboard.keys.append(
        DashboardSettings.Keys(command: entry.key, keys: names, place: place(entry.keySpan)))
    }
  }

  private mutating func readIgnored(_ item: TOMLItem) {
    guard let list = item.array else {
      return complain(spoken("ignore is a list: write [[ignore]]"), item.span)
    }
    for item in list {
      guard let table = item.table else {
        complain(spoken("an ignore entry is a table"), item.span)
        continue
      }
      readEntry(table, item.span)
    }
  }

  private mutating func readEntry(_ table: TOMLTable, _ span: SourceSpan) {
    let count = settings.problems.count
    for entry in table.entries where !Self.keys.contains(entry.key) {
      complain(spoken("unknown key \(entry.key)"), entry.keySpan)
    }
    let rule = text("rule", of: table)
    let reason = text("reason", of: table)
    let spelled = text("address", of: table)
    let address = spelled.flatMap { IPAddress($0) }
    if spelled != nil, address == nil, let item = table["address"] {
      complain(spoken("not an address"), item.span)
    }
    let jail = text("jail", of: table)
    let path = text("file", of: table)
    let until = day(of: table)
    if let rule, let item = table["rule"], !RuleName(rule).isKnown {
      complain(spoken("there is no rule \(rule)"), item.span)
    }
    if rule == nil { complain(spoken("an ignore entry needs a rule"), span) }
    if reason?.isEmpty ?? true { complain(spoken("an ignore entry needs a reason"), span) }
    guard settings.problems.count == count, let rule, let reason else { return }
    settings.ignored.append(
      IgnoreEntry(
        rule: RuleName(rule), jail: jail, address: address, file: path, reason: reason,
        until: until, place: place(table["rule"]?.span ?? span)))
  }

  private static let keys: Set<String> = ["rule", "jail", "address", "file", "reason", "until"]

  /// The text of a key; one that has something else is a problem.
  private mutating func text(_ key: String, of table: TOMLTable) -> String? {
    guard let item = table[key] else { return nil }
    if item.string == nil { complain(spoken("\(key) is a text in quotes"), item.span) }
    return item.string
  }

  private mutating func day(of table: TOMLTable) -> Day? {
    guard let item = table["until"] else { return nil }
    var day: Day?
    if case .dateTime(let text) = item.value { day = Day(text) }
    if day == nil { complain(spoken("until is a date such as 2027-01-31"), item.span) }
    return day
  }
}
