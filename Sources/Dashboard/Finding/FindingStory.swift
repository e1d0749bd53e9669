import CellGrid
import HostModel
import Phrases
import Reports
import Rules
import SourceText

/// All that is known of one finding, in sections of lines.
struct FindingStory {
  let state: DashboardState
  let finding: Finding
  let columns: Int

  var picture: HostPicture { state.shown }
  var glyphs: Glyphs { state.glyphs }

  /// What was found, where it is written, and how it is mended.
  var evidence: [StyledLine] { joined([head] + places + [mending]) }

  /// What it leads to, and why.
  var course: [StyledLine] { joined([bits, steps, reason]) }

  /// Everything in one column.
  var all: [StyledLine] { joined([head] + places + [bits, steps, mending, reason]) }

  private func joined(_ sections: [[StyledLine]]) -> [StyledLine] {
    Array(sections.filter { !$0.isEmpty }.joined(separator: [StyledLine()]))
  }

  func heading(_ text: String, _ end: StyledLine = StyledLine()) -> StyledLine {
    .heading(text, end, columns: columns, glyphs)
  }

  // MARK: what

  private var head: [StyledLine] {
    var line = StyledLine("\(finding.severity.word): ", finding.severity.role)
    line.append(finding.message, .textStrong)
    var lines = line.wrapped(to: columns, indent: 2)
    if let effect = finding.effect {
      lines += StyledLine.fact(spoken("so", as: "narrow"), effect, width: 4).wrapped(
        to: columns, indent: 4)
    }
    if let here = picture.standing?.connection.address, finding.addresses.contains(here) {
      lines.append(
        StyledLine.fact(spoken("here"), spoken("you are connected by \(here)"), .severityWarning))
    }
    if finding.isTrial {
      lines.append(StyledLine(spoken("not at boot: only when a person starts the jail"), .textDim))
    }
    return lines
  }

  // MARK: where

  private var places: [[StyledLine]] {
    finding.places.prefix(Self.mostPlaces).enumerated().map { index, place in
      let name = picture.name(of: place.place)
      let note = place.note.isEmpty ? spoken("here") : place.note
      let label = "\(Self.letter(index))  "
      let room = columns - label.count - min(displayWidth(note), columns / 2) - 4
      let end = StyledLine(glyphs.withoutMiddle(name, max(room, 8)), .filePath)
      return [heading(label + note, end)]
        + (SourceExcerpt(place.place, picture, glyphs)?.lines(context: 1, columns) ?? [])
    } + furtherPlaces
  }

  private var furtherPlaces: [[StyledLine]] {
    let rest = finding.places.dropFirst(Self.mostPlaces)
    guard !rest.isEmpty else { return [] }
    let names = rest.map { picture.name(of: $0.place) }.joined(separator: ", ")
    return [
      StyledLine.fact(spoken("also"), names, .filePath, width: 6).wrapped(to: columns, indent: 6)
    ]
  }

  private static let mostPlaces = 6

  /// What a place goes by: A, B.
  static func letter(_ index: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(min(index, 25))))
  }

  /// The letter of the place that a claim is written at.
  func letter(of place: Place?) -> String? {
    guard let place else { return nil }
    return finding.places.firstIndex {
      $0.place.path == place.path && $0.place.span.range.overlaps(place.span.range)
    }.map(Self.letter)
  }

  // MARK: how it is mended

  private var mending: [StyledLine] {
    let key = state.keys.keys(of: .fix).first?.name ?? "f"
    var line = StyledLine(key, .barHintKey)
    line.append("  ")
    guard let ways = state.ways(for: finding) else {
      line.append(spoken("shows the ways to mend it, each with its diff and its proof"))
      return [heading(spoken("fix"))] + line.wrapped(to: columns, indent: 3)
    }
    guard let first = ways.first else {
      let byHand = WaysByHand(finding, state)
      return [heading(spoken("fix"))] + byHand.reason.wrapped(to: columns) + byHand.lines(columns)
    }
    line.append(first.fix.applicability.word, first.fix.applicability.role)
    line.append("  \(first.fix.title)")
    var lines = [heading(spoken("fix"))] + line.wrapped(to: columns, indent: 3)
    if let proof = first.proof {
      var line = StyledLine("   ")
      line.append(state.proofLine(proof))
      lines += line.wrapped(to: columns, indent: 3)
    }
    if ways.count > 1 {
      let others =
        ways.count == 2 ? spoken("one other way") : spoken("\(ways.count - 1) other ways")
      lines.append(StyledLine(spoken("   and \(others)"), .textDim))
    }
    return lines
  }

  // MARK: why

  private var reason: [StyledLine] {
    var lines: [StyledLine] = []
    if let why = RulePage.named(finding.rule.text)?.why {
      lines = why.flatMap { StyledLine($0).wrapped(to: columns) }
    }
    lines += StyledLine.fact(
      spoken("confidence"), finding.confidence.words(picture.forecast), width: 12
    )
    .wrapped(to: columns, indent: 12)
    return [heading(spoken("why"))] + lines
  }
}

extension Confidence {
  /// How far a finding can be relied on, in words.
  fileprivate func words(_ forecast: BootForecast) -> String {
    switch self {
    case .certain: spoken("certain")
    case .release:
      spoken("true for FreeBSD \(forecast.release)")
        + (forecast.releaseIsAssumed ? spoken(", which is assumed") : "")
        + spoken(", not for every release")
    case .liveState(let reason): spoken("depends on the running host: \(reason)")
    case .script(let reason): spoken("depends on a script: \(reason)")
    }
  }
}
