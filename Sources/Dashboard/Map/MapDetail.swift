import CellGrid
import HostModel
import Phrases
import Reports
import Rules
import SourceText

/// What there is to say about the selected address and its network.
struct MapDetail {
  private let state: DashboardState
  private let map: AddressMap
  private let columns: Int

  private var picture: HostPicture { state.shown }
  private var glyphs: Glyphs { state.glyphs }

  init(_ state: DashboardState, _ map: AddressMap, columns: Int) {
    self.state = state
    self.map = map
    self.columns = columns
  }

  private func fact(_ word: String, _ text: String, _ role: Role = .text) -> StyledLine {
    .fact(word, text, role).cut(to: columns, glyphs)
  }

  // MARK: the address

  /// The address and who has it, in one line.
  var short: StyledLine {
    guard let address = state.mapAddress else { return StyledLine() }
    var line = StyledLine("\(address)  ", .textStrong)
    let rows = picture.rows(about: address)
    if rows.isEmpty { line.append(unused(address)) }
    for index in rows.prefix(2) {
      let row = picture.rows[index]
      if let interface = picture.interface(of: row)?.name, row.isHosts {
        line.append("\(interface) ", .netInterface)
      }
      if let jail = picture.jail(of: row)?.name { line.append(spoken("jail \(jail) "), .netJail) }
    }
    if isHere(address) { line.append(spoken("you are here "), .severityWarning) }
    if let index = picture.findings(about: address).first {
      let severity = picture.findings[index].severity
      line.append(severity.word, severity.role)
    }
    return line
  }

  private func isHere(_ address: IPAddress) -> Bool {
    picture.standing?.connection.address == address
  }

  private func unused(_ address: IPAddress) -> String {
    switch map.special(address) {
    case .network: spoken("the first of a network; nobody can be given it")
    case .broadcast: spoken("the broadcast address of a network; nobody can be given it")
    case .router: spoken("the default router")
    case nil: spoken("free: neither the host nor a jail names it")
    }
  }

  /// Who has the address, what is wrong with it, and the prefixes that it is in.
  func address(rows: Int) -> [StyledLine] {
    guard let address = state.mapAddress else { return [] }
    var rest: [StyledLine] = []
    if isHere(address) {
      rest.append(fact(spoken("here"), spoken("you are connected by it"), .severityWarning))
    }
    for index in picture.findings(about: address) {
      let finding = picture.findings[index]
      var line = StyledLine("\(finding.severity.word): ", finding.severity.role)
      line.append(finding.message)
      rest += line.wrapped(to: columns, indent: 2)
    }
    let owners = owners(address)
    var lines = owners.flatMap { $0.wrapped(to: columns, indent: 10) }
    if lines.count + rest.count > rows { lines = owners.map { $0.cut(to: columns, glyphs) } }
    lines += rest
    if lines.isEmpty { lines = StyledLine(unused(address), .textDim).wrapped(to: columns) }
    let claims = picture.claims(on: address)
    let bars = BitBars(address, claims, columns: columns, glyphs).lines()
    let room = rows - lines.count - bars.count
    if room >= 0, !claims.isEmpty {
      if room > 0 { lines.append(StyledLine()) }
      lines += bars
    }
    return lines
  }

  private func owners(_ address: IPAddress) -> [StyledLine] {
    var lines: [StyledLine] = []
    for index in picture.rows(about: address) {
      let row = picture.rows[index]
      let interface = picture.interface(of: row)?.name ?? ""
      if row.isHosts, !row.continuesAbove {
        var line = StyledLine.fact(spoken("host"), interface, .netInterface)
        line.append(row.prefixLength.map { "  /\($0)" } ?? "", .netPrefix)
        if let place = row.place { append(place, to: &line) }
        lines.append(line)
      }
      guard let jail = picture.jail(of: row) else { continue }
      let asked = picture.asked(by: row)
      var line = StyledLine.fact(spoken("jail"), jail.name, .netJail)
      if let asked, let length = asked.prefixLength, let on = asked.interface {
        line.append("  \(on)", .netInterface)
        line.append("  /\(length)", .netPrefix)
        if asked.usesDefaultLength(picture.analysis.capture) {
          line.append(spoken(" by default"), .textDim)
        }
      } else {
        line.append(spoken("  as it finds it"), .textDim)
      }
      line.append("  ")
      line.append(jail.fate.words, jail.fate.role)
      if let place = asked?.place { append(place, to: &line) }
      lines.append(line)
    }
    return lines
  }

  /// The place, of one with a long path as much as the line has room for, if that says anything.
  private func append(_ place: Place, to line: inout StyledLine) {
    let room = columns - line.width - 2
    let name = picture.name(of: place)
    line.append("  ")
    line.append(room < 14 ? name : glyphs.withoutMiddle(name, room), .filePath)
  }

  // MARK: the network

  /// The line that gives a free address to a jail.
  var claim: [StyledLine] {
    guard let address = state.claimAddress, let claim = state.claim else {
      return [fact(spoken("free"), spoken("no address of it is free"), .severityWarning)]
    }
    let key = state.keys.keys(of: .claim).first?.name ?? "c"
    var line = StyledLine("\(key) ", .barHintKey)
    line.append(spoken("copies  "), .textDim)
    line.append(claim.text, .textCode)
    if let list = claim.list { line.append(spoken("  into \(list)"), .textDim) }
    let isSelected = address == state.mapAddress
    return [
      fact(isSelected ? spoken("free") : spoken("next free"), "\(address)", .netAddress),
      line.cut(to: columns, glyphs),
    ]
  }

  /// How much of the network is used, what is free, and which other networks there are.
  func network(_ network: AddressNetwork, rows: Int) -> [StyledLine] {
    let (used, free) = map.use(of: network)
    var gauge = StyledLine.fact(
      spoken("used", as: "of addresses"), spoken("\(used) of \(network.count)  "))
    let width = max(min(columns - gauge.width, 32), 0)
    let filled = min((used * width + network.count - 1) / network.count, width)
    gauge.append(String(repeating: glyphs[.full], count: filled), .netAddress)
    gauge.append(String(repeating: glyphs[.empty], count: width - filled), .netFree)
    var lines = [gauge, fact(spoken("free"), "\(free)")]
    lines += claim
    let room = rows - lines.count - 2
    guard map.networks.count > 1, room > 1 else { return lines }
    let next = state.keys.keys(of: .nextPrefix).first?.name ?? "]"
    let before = state.keys.keys(of: .previousPrefix).first?.name ?? "["
    lines += [
      StyledLine(),
      .heading(
        spoken("networks"), StyledLine(spoken("\(before) \(next) show the others"), .textDim),
        columns: columns,
        glyphs),
    ]
    let first = max(min(state.map.network - room / 2, map.networks.count - room), 0)
    for index in first..<min(first + room, map.networks.count) {
      let other = map.networks[index]
      let isShown = index == state.map.network
      var line = StyledLine(isShown ? "\(glyphs[.mark]) " : "  ", .selectionMark)
      line.append("\(other.prefix)", isShown ? .textStrong : .text)
      line.append(spoken("  \(map.use(of: other).used) used"), .textDim)
      if other.isAllocation { line.append(spoken("  given by the provider"), .textDim) }
      lines.append(line.cut(to: columns, glyphs))
    }
    return lines
  }
}
