import CellGrid
import HostModel
import Phrases
import Reports
import Rules

/// What a boot leads to: the addresses of each interface, and how it compares with the other one.
struct BootOutcome {
  private let state: DashboardState
  private let columns: Int
  private let unknownJails: Set<String>

  init(_ state: DashboardState, columns: Int) {
    self.state = state
    self.columns = columns
    let jails = state.bootPicture.forecast.jails
    unknownJails = Set(jails.lazy.filter { $0.doubt != nil }.map(\.name))
  }

  func lines(rows: Int) -> [StyledLine] {
    let comparison = comparison
    // the names of jails take what the addresses leave
    let free = rows - comparison.count - 2 - addressLines
    let table = fates(most: max(free / 2, 3)) + [StyledLine()] + comparison
    let room = rows - table.count - 1
    var addresses = addresses(rows: room)
    while addresses.count < room { addresses.append(StyledLine()) }
    return addresses + [StyledLine()] + table
  }

  // MARK: addresses

  private func addresses(rows: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    for entry in state.bootPicture.forecast.interfaces {
      guard lines.count < rows else { break }
      lines.append(StyledLine(entry.interface.name, .netInterface))
      for address in entry.addresses {
        guard lines.count < rows else { break }
        lines.append(line(address))
      }
      for reason in entry.interface.unknownAddresses {
        lines.append(StyledLine("  \(reason)", .stepUnknown))
      }
      if entry.addresses.isEmpty, entry.interface.unknownAddresses.isEmpty {
        lines.append(StyledLine(spoken("  no address"), .textDim))
      }
    }
    guard lines.count >= rows, rows > 0 else { return lines }
    let all = addressLines
    guard all > rows else { return lines }
    return lines.prefix(rows - 1) + [StyledLine(spoken("and \(all - rows + 1) more"), .textDim)]
  }

  /// How many lines all interfaces and their addresses take.
  private var addressLines: Int {
    state.bootPicture.forecast.interfaces.reduce(0) {
      $0 + 1 + max($1.addresses.count + $1.interface.unknownAddresses.count, 1)
    }
  }

  private func line(_ address: AssignedAddress) -> StyledLine {
    var line = StyledLine("  \(address.address)", .netAddress)
    line.append("/\(address.prefixLength)", .netPrefix)
    if case .jail(let name) = address.owner {
      line.append("  \(name)", .netJail)
      if unknownJails.contains(name) { line.append(" ?", .stepUnknown) }
    }
    return line.cut(to: columns, state.glyphs)
  }

  // MARK: jails

  /// Which jails are there, and which are not, each in so many lines at most.
  private func fates(most: Int) -> [StyledLine] {
    let picture = state.bootPicture
    let assessment = picture.assessment
    let groups: [(String, [Int], Role)] = [
      (spoken("runs", as: "of jails"), assessment.running, .stepOK),
      (spoken("fails", as: "of jails"), assessment.failed, .stepFail),
      (spoken("unknown", as: "of jails"), assessment.unknown, .stepUnknown),
      (spoken("idle", as: "of jails"), assessment.idle, .stepSkip),
    ]
    return groups.filter { !$0.1.isEmpty }.flatMap { word, indices, role in
      let names = indices.prefix(columns * most / 2).map { picture.forecast.jails[$0].name }
      var line = StyledLine(word, role)
      line.pad(to: 9)
      line.append(names.joined(separator: " "), .netJail)
      return line.wrapped(to: columns, indent: 9, most: most, state.glyphs)
    }
  }

  // MARK: now, staged and safe

  private var comparison: [StyledLine] {
    let isStaged = !state.staged.chosen.isEmpty
    let safe = state.safe.flatMap { $0.count > 0 ? $0 : nil }
    let boots: [(title: String, width: Int, picture: HostPicture)] =
      [(spoken("now"), 6, state.host)]
      + (isStaged ? [(spoken("staged", as: "column"), 8, state.shown)] : [])
      + (safe.map { [(spoken("all safe"), 10, $0.picture)] } ?? [])
    let width = max(columns - 24, 12)
    var head = StyledLine("", .tableHeader)
    head.pad(to: width)
    for boot in boots { head.append(Self.padded(boot.title, to: boot.width), .tableHeader) }
    var lines = [
      StyledLine.heading(spoken("now and with fixes"), columns: columns, state.glyphs), head,
    ]
    let counts = boots.map { Self.counts($0.picture) }
    for (index, (name, now, isBad)) in counts[0].enumerated() {
      var line = StyledLine(name)
      line.pad(to: width)
      for (boot, count) in zip(boots, counts) {
        let number = count[index].number
        let isNow = boot.picture === state.host
        let role: Role =
          isNow
          ? (number > 0 && isBad ? .stepFail : .text)
          : number == now ? .text : (number < now) == isBad ? .stepOK : .stepFail
        line.append(Self.padded("\(number)", to: boot.width), role)
      }
      lines.append(line)
    }
    return (lines + [note]).map { $0.cut(to: columns, state.glyphs) }
  }

  /// What can be done about it.
  private var note: StyledLine {
    let name = { (command: Command) in state.keys.keys(of: command).first?.name ?? "" }
    if state.bootBases.count > 1 {
      return StyledLine(spoken("\(name(.swapForecast)) shows the other"), .textDim)
    }
    if !state.shown.findings.isEmpty, state.safe == nil {
      return StyledLine(
        spoken("working out what is safe to mend\(state.glyphs[.ellipsis])"), .textDim)
    }
    return state.shown.findings.isEmpty
      ? StyledLine() : StyledLine(spoken("no fix is safe; \(name(.fix)) shows the ways"), .textDim)
  }

  /// What is counted; more of some of it is worse.
  private static func counts(
    _ picture: HostPicture
  ) -> [(name: String, number: Int, isBad: Bool)] {
    let assessment = picture.assessment
    return [
      (spoken("jails that start"), assessment.running.count, false),
      (spoken("jails that fail"), assessment.failed.count, true),
      (spoken("jails not known"), assessment.unknown.count, true),
      (spoken("commands failing"), assessment.failedSteps, true),
      (spoken("errors"), picture.analysis.examination.count(of: .error), true),
      (spoken("warnings"), picture.analysis.examination.count(of: .warning), true),
    ]
  }

  private static func padded(_ text: String, to columns: Int) -> String {
    String(repeating: " ", count: max(columns - text.count, 0)) + text
  }
}
