import CellGrid
import Phrases
import Reports

/// The columns of the list of hosts, and how wide they are.
struct FleetColumns {
  private static let titles = [
    spoken("host"), spoken("verdict"), spoken("jails"), spoken("findings"), spoken("age"),
    spoken("since"),
  ]
  private let widths: [Int]

  /// - Parameter width: the columns there are.
  init(_ fleet: Fleet, width: Int) {
    // what matters least goes first where there is no room
    var fixed =
      width >= 110
      ? [0, 14, 24, 30, 7, 10]
      : width >= 74
        ? [0, 14, 20, 10, 6, 0] : width >= 50 ? [0, 14, 16, 0, 0, 0] : [0, 13, 0, 0, 0, 0]
    let gaps = fixed.dropFirst().count { $0 > 0 } * 2
    let longest = fleet.hosts.prefix(1000).map { displayWidth($0.label) }.max() ?? 4
    let room = max(width - fixed.reduce(0, +) - gaps, 8)
    fixed[0] = min(max(longest, 8), room)
    // what the names leave goes to what becomes of jails, and why a host was not read
    if fixed[2] > 0 { fixed[2] += room - fixed[0] }
    widths = fixed
  }

  func heading(_ glyphs: Glyphs) -> StyledLine {
    line(Self.titles.map { ($0, .tableHeader) }, glyphs)
  }

  func line(_ host: FleetHost, _ now: Int, _ glyphs: Glyphs) -> StyledLine {
    let verdict = host.problem == nil ? host.verdict.short : spoken("not read")
    return line(
      [
        (host.label, .textStrong), (verdict, host.verdict.listRole),
        (host.jailWords, host.problem == nil ? .text : .severityUnknown),
        (widths[3] >= 20 ? host.findingWords : host.findingLetters, .text),
        (host.age(now) ?? "", .textDim), (host.sinceWords, .textDim),
      ], glyphs)
  }

  private func line(_ cells: [(String, Role)], _ glyphs: Glyphs) -> StyledLine {
    var line = StyledLine()
    for (cell, width) in zip(cells, widths) where width > 0 {
      if line.width > 0 { line.append("  ") }
      line.append(cell.0, cell.1, cutTo: width, glyphs)
    }
    return line
  }
}

extension Verdict {
  /// A ground of its own in every line would be too much.
  fileprivate var listRole: Role {
    switch self {
    case .safe: .severityOK
    case .safeWithWarnings: .severityWarning
    case .notSafe: .severityError
    case .unknown: .severityUnknown
    }
  }

  /// In a narrow column.
  fileprivate var short: String {
    switch self {
    case .safe: spoken("safe")
    case .safeWithWarnings: spoken("warnings")
    case .notSafe: "NOT BOOT-SAFE"
    case .unknown: spoken("unknown")
    }
  }
}
