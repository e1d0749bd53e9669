import CellGrid
import HostModel
import Phrases
import Rules

/// What one row of the main view says, cell by cell.
struct NetCells {
  /// The letter of the worst finding about it.
  let severity: StyledLine
  /// The host's side.
  let address: StyledLine
  let length: StyledLine
  let variable: StyledLine
  let place: StyledLine
  /// How the sides go together: a sign, and with both lengths where they differ.
  let link: StyledLine
  let shortLink: StyledLine
  /// The jail's side.
  let jail: StyledLine
  let asked: StyledLine
  let askedLength: StyledLine
  let askedLengthInFull: StyledLine
  let askedPlace: StyledLine
  let fate: StyledLine

  init(_ row: NetRow, _ picture: HostPicture, _ glyphs: Glyphs) {
    let worst = picture.severity(of: row)
    severity = worst.map { StyledLine($0.letter, $0.role) } ?? StyledLine()
    address = Self.address(of: row)
    length = row.isInside ? StyledLine() : Self.length(of: row, glyphs)
    let hosts = row.isInside ? nil : row.place
    variable =
      hosts.flatMap { picture.variable(at: $0) }.map { StyledLine($0, .textDim) }
      ?? StyledLine(Self.origin(of: row), .textDim)
    place = hosts.map { StyledLine(picture.shortName(of: $0), .fileLine) } ?? StyledLine()
    let asked = picture.asked(by: row)
    (link, shortLink) = Self.links(row, asked, glyphs)
    if case .inside(let interface) = row.kind {
      (jail, fate) = (StyledLine("  \(interface)", .netInterface), StyledLine())
      self.asked =
        row.address.map { StyledLine("\($0)", .netAddress) }
        ?? StyledLine(spoken("no address"), .textDim)
      askedLength = row.prefixLength.map { StyledLine("/\($0)", .netPrefix) } ?? StyledLine()
      askedLengthInFull = askedLength
      askedPlace =
        row.place.map { StyledLine(picture.shortName(of: $0), .fileLine) } ?? StyledLine()
      return
    }
    let forecast = picture.jail(of: row)
    jail = forecast.map { StyledLine($0.name, .netJail) } ?? StyledLine()
    fate = forecast.map { Self.fate(of: $0, glyphs) } ?? StyledLine()
    guard let asked else {
      self.asked = forecast.map { StyledLine(Self.stack(of: $0), .textDim) } ?? StyledLine()
      askedLength = StyledLine()
      askedLengthInFull = StyledLine()
      askedPlace =
        forecast?.definition?.place.map { StyledLine(picture.shortName(of: $0), .fileLine) }
        ?? StyledLine()
      return
    }
    let interface = asked.interface.map { "\($0)|" } ?? ""
    self.asked = StyledLine("\(interface)\(asked.spelling)")
    askedPlace =
      asked.place.map { StyledLine(picture.shortName(of: $0), .fileLine) } ?? StyledLine()
    guard asked.interface != nil else {
      // an address that is used as it is found asks for nothing
      askedLength = StyledLine()
      askedLengthInFull = StyledLine(spoken("as it is"), .textDim)
      return
    }
    let isStandard = asked.usesDefaultLength(picture.analysis.capture)
    let role: Role = row.link == .conflict ? .netPrefixConflict : .netPrefix
    askedLength = Self.askedLength(asked, isStandard, role, inFull: false)
    askedLengthInFull = Self.askedLength(asked, isStandard, role, inFull: true)
  }

  private static func address(of row: NetRow) -> StyledLine {
    switch row.kind {
    case .address, .absent:
      let text = row.address?.description ?? ""
      let isOwn = row.isHosts && !row.continuesAbove
      return StyledLine(text, isOwn ? .netAddress : .textDim)
    case .noAddress: return StyledLine(spoken("no address"), .textDim)
    case .unknown(let reason): return StyledLine(spoken("unknown: \(reason)"), .severityUnknown)
    case .noHostAddress, .inside: return StyledLine()
    }
  }

  /// The length after netif, and what becomes of it when that is something else.
  private static func length(of row: NetRow, _ glyphs: Glyphs) -> StyledLine {
    guard let length = row.prefixLength else { return StyledLine() }
    if row.isHosts, row.finalLength == nil {
      return StyledLine(spoken("/\(length)\(glyphs[.arrow])gone"), .netPrefixConflict)
    }
    if let final = row.finalLength, final != length {
      return StyledLine("/\(length)\(glyphs[.arrow])\(final)", .netPrefixConflict)
    }
    return StyledLine("/\(length)", row.link == .conflict ? .netPrefixConflict : .netPrefix)
  }

  private static func origin(of row: NetRow) -> String {
    if row.kind == .absent { return spoken("absent") }
    guard row.kind == .address, row.place == nil else { return "" }
    return row.isHosts ? spoken("default") : spoken("from the jail")
  }

  private static func links(
    _ row: NetRow, _ asked: JailAddress?, _ glyphs: Glyphs
  ) -> (StyledLine, StyledLine) {
    switch row.link {
    case .none: return (StyledLine(), StyledLine())
    case .same:
      let sign = glyphs[.linkSame]
      return (StyledLine(sign + sign, .netJail), StyledLine(sign, .netJail))
    case .jailOnly:
      let sign = glyphs[.linkJail]
      return (StyledLine(sign + glyphs[.horizontal], .textDim), StyledLine(sign, .textDim))
    case .conflict:
      let sign = glyphs[.linkConflict]
      let lengths = "\(row.prefixLength ?? 0)\(sign)\(asked?.prefixLength ?? 0)"
      return (StyledLine(lengths, .netPrefixConflict), StyledLine(sign, .netPrefixConflict))
    }
  }

  private static func askedLength(
    _ asked: JailAddress, _ isStandard: Bool, _ role: Role, inFull: Bool
  ) -> StyledLine {
    guard let length = asked.prefixLength else { return StyledLine("/?", .netPrefixConflict) }
    var line = StyledLine("/\(length)", role)
    if isStandard, inFull { line.append(spoken(" default"), .textDim) }
    return line
  }

  private static func stack(of jail: JailForecast) -> String {
    if jail.hasOwnStack { return spoken("own stack") }
    if jail.definition == nil { return spoken("undefined") }
    if jail.definition?.unreadableAddresses.isEmpty == false { return spoken("unreadable") }
    return spoken("no address")
  }

  private static func fate(of jail: JailForecast, _ glyphs: Glyphs) -> StyledLine {
    switch jail.state {
    case .running: StyledLine(spoken("\(glyphs[.yes]) ok"), .stepOK)
    case .failed: StyledLine(spoken("\(glyphs[.no]) FAIL"), .stepFail)
    case .notStarted where jail.isRefused: StyledLine(spoken("\(glyphs[.no]) refused"), .stepFail)
    case .notStarted: StyledLine(spoken("\(glyphs[.separator]) off"), .stepSkip)
    case .unknown: StyledLine(spoken("? unknown"), .stepUnknown)
    }
  }
}

extension NetGroup {
  /// What stands above its rows.
  func title(_ picture: HostPicture) -> StyledLine {
    switch self {
    case .interface(let index):
      let interface = picture.interfaces[index].interface
      var line = StyledLine(interface.name, .netInterface)
      let presence = interface.presence.word
      if !presence.isEmpty { line.append("  \(presence)", .textDim) }
      if let bridge = interface.bridge { line.append(spoken("  member of \(bridge)"), .textDim) }
      if let standing = picture.standing, standing.interface == interface.name {
        line.append(spoken("  you are here: \(standing.connection.address)"), .textStrong)
      }
      return line
    case .absent: return StyledLine(spoken("on no interface"), .tableGroup)
    case .apart: return StyledLine(spoken("no address of the host"), .tableGroup)
    }
  }
}

extension NetworkInterface.Presence {
  /// How sure it is, in a word; empty when it is.
  var word: String {
    switch self {
    case .known: ""
    case .inferred, .supposed: spoken("inferred")
    case .created: spoken("created")
    }
  }
}
