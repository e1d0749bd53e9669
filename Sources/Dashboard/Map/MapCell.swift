import CellGrid
import HostModel
import Phrases
import Rules

/// Who has an address of the map, in letters that need no colour.
struct MapCell {
  /// At most three letters.
  let letters: String
  let role: Role
  /// Who has it: a jail, else the interface.
  let name: String
  /// The prefix lengths it is given, `64` or `64≠128`.
  let lengths: String

  init(_ address: IPAddress, _ map: AddressMap, _ picture: HostPicture, _ glyphs: Glyphs) {
    let rows = picture.rows(about: address).map { picture.rows[$0] }
    guard !rows.isEmpty else {
      (letters, role) = Self.unused(map.special(address))
      name = ""
      lengths = ""
      return
    }
    let isHosts = rows.contains(where: \.isHosts)
    let jails = rows.compactMap { picture.jail(of: $0)?.name }
    let isAbsent = rows.allSatisfy { $0.kind == .absent }
    let severity = picture.findings(about: address).lazy.map { picture.findings[$0].severity }.max()
    let isWrong = severity.map { $0 > .info } ?? rows.contains { $0.link == .conflict }
    if isAbsent {
      letters = "J?"
    } else if isHosts, !jails.isEmpty {
      letters = isWrong ? "H!J" : "H=J"
    } else {
      letters = (isHosts ? "H" : "J") + (isWrong ? "!" : "")
    }
    if isWrong, let severity {
      role = severity.role
    } else if isAbsent {
      role = .severityUnknown
    } else {
      role = jails.isEmpty ? .netAddress : isHosts ? .netAddress : .netJail
    }
    let first = jails.first ?? rows.compactMap { picture.interface(of: $0)?.name }.first ?? ""
    name = jails.count > 1 ? "\(first)+\(jails.count - 1)" : first
    lengths = Self.lengths(rows, picture, glyphs)
  }

  private static func unused(_ special: SpecialAddress?) -> (String, Role) {
    switch special {
    case .network: ("net", .textDim)
    case .broadcast: ("bc", .textDim)
    case .router: ("R", .textStrong)
    case nil: (".", .netFree)
    }
  }

  private static func lengths(
    _ rows: [NetRow], _ picture: HostPicture, _ glyphs: Glyphs
  ) -> String {
    var list: [Int] = []
    for row in rows {
      let asked = picture.asked(by: row).flatMap { $0.interface == nil ? nil : $0.prefixLength }
      for length in [row.prefixLength, asked].compactMap({ $0 }) where !list.contains(length) {
        list.append(length)
      }
    }
    return list.map(String.init).joined(separator: glyphs[.linkConflict])
  }

  /// What the letters mean.
  static func legend(columns: Int) -> [StyledLine] {
    let parts: [(String, String, Role)] = [
      ("H", spoken("host"), .netAddress), ("J", spoken("jail"), .netJail),
      ("H=J", spoken("both"), .netAddress),
      ("!", spoken("something is wrong"), .severityError),
      ("J?", spoken("no interface has it"), .severityUnknown),
      (".", spoken("free"), .netFree), ("R", spoken("router"), .textStrong),
      ("net bc", spoken("not for hosts"), .textDim),
    ]
    var lines: [StyledLine] = []
    var line = StyledLine()
    for (letters, meaning, role) in parts {
      if line.width > 0, line.width + 3 + letters.count + 1 + meaning.count > columns {
        lines.append(line)
        line = StyledLine()
      }
      if line.width > 0 { line.append("   ") }
      line.append(letters, role)
      line.append(" \(meaning)", .textDim)
    }
    return lines + [line]
  }
}
