import HostModel
import Phrases
import Rewrite
import Rules

/// Many hosts as text: the counts, a line a host with the worst first, and what several have.
package func fleetReport(_ fleet: Fleet, style: TextStyle, columns: Int = 80) -> String {
  FleetReport(fleet: fleet, columns: max(columns, 40)).lines.rendered(style)
}

private struct FleetReport {
  let fleet: Fleet
  let columns: Int

  var lines: [TextLine] {
    let sections = [[head], table, shared, overlaps].filter { !$0.isEmpty }
    return Array(sections.joined(separator: [TextLine()]))
  }

  private var head: TextLine {
    var line = TextLine(fleet.verdict.rawValue, fleet.verdict.emphasis)
    line.append("  \(fleet.summary)")
    return line
  }

  private var table: [TextLine] {
    guard !fleet.hosts.isEmpty else { return [] }
    var table = TextTable(
      [
        spoken("verdict"), spoken("host"), spoken("jails"), spoken("findings"), spoken("age"),
        spoken("since"),
      ],
      minimums: [13, 10, 12, 12, 4, 5])
    for host in fleet.hosts {
      let word = TextLine(
        host.problem == nil ? host.verdict.rawValue : spoken("NOT READ"), host.verdict.emphasis)
      let cells = [
        host.jailWords, host.findingWords, host.age(fleet.now) ?? "", host.sinceWords,
      ]
      table.add([word, TextLine(host.label)] + cells.map { TextLine($0) })
    }
    return table.lines(columns: columns)
  }

  private var shared: [TextLine] {
    let shared = fleet.clashes.shared
    guard !shared.isEmpty else { return [] }
    let noun = shared.count == 1 ? spoken("address is") : spoken("addresses are")
    let title = TextLine(spoken("\(shared.count) \(noun) on more than one host"), .strong)
    return [title]
      + shared.flatMap { shared in
        TextLine("  \(fleet.words(for: shared))").wrapped(to: columns, indent: 4)
      }
  }

  private var overlaps: [TextLine] {
    let overlaps = fleet.clashes.overlaps
    guard !overlaps.isEmpty else { return [] }
    let noun = overlaps.count == 1 ? spoken("network is") : spoken("networks are")
    let title = TextLine(spoken("\(overlaps.count) \(noun) seen differently by hosts"), .strong)
    return [title]
      + overlaps.flatMap { overlap in
        TextLine("  \(fleet.words(for: overlap))").wrapped(to: columns, indent: 4)
      }
  }
}

extension Fleet {
  /// How many hosts there are of each kind: `2 of 5 hosts are not safe, 1 not read`.
  package var summary: String {
    let counts = counts
    var parts: [String] = []
    func add(_ count: Int, _ words: String) {
      guard count > 0 else { return }
      parts.append(
        parts.isEmpty ? spoken("\(count) of \(hosts.count) hosts \(words)") : "\(count) \(words)")
    }
    add(counts.notSafe, spoken("not safe"))
    add(counts.unread, spoken("not read"))
    add(counts.unknown, spoken("not known"))
    add(counts.warnings, spoken("with warnings"))
    add(counts.safe, spoken("safe"))
    return parts.isEmpty ? spoken("no hosts") : parts.joined(separator: ", ")
  }

  /// What a host has in common with others, a sentence each.
  package func clashLines(of host: FleetHost) -> [String] {
    guard let index = hosts.firstIndex(where: { $0.source == host.source }) else { return [] }
    let shared = clashes.shared.filter { $0.holders.contains { $0.host == index } }
    let overlaps = clashes.overlaps.filter {
      $0.widerHosts.contains(index) || $0.narrowerHosts.contains(index)
    }
    return shared.map(words) + overlaps.map(words)
  }

  /// Who has an address: `192.0.2.1: web1, web2 (jail www)`.
  func words(for shared: FleetClashes.SharedAddress) -> String {
    let names = Self.list(shared.holders) { holder in
      let name = hosts[holder.host].label
      return holder.jail.map { spoken("\(name) (jail \($0))") } ?? name
    }
    return "\(shared.address): \(names)"
  }

  /// How two networks meet.
  func words(for overlap: FleetClashes.Overlap) -> String {
    let narrower = Self.list(overlap.narrowerHosts) { hosts[$0].label }
    let wider = Self.list(overlap.widerHosts) { hosts[$0].label }
    return overlap.hasTwoLengths
      ? spoken("\(overlap.narrower) on \(narrower), /\(overlap.wider.length) on \(wider)")
      : spoken("\(overlap.narrower) on \(narrower) is part of \(overlap.wider) on \(wider)")
  }

  /// As many as a line can name.
  private static func list<Element>(_ all: [Element], _ word: (Element) -> String) -> String {
    let rest = all.count - 4
    return (all.prefix(4).map(word) + (rest > 0 ? [spoken("\(rest) more")] : [])).joined(
      separator: ", ")
  }
}

extension FleetHost {
  /// What it is called in a list.
  package var label: String { source }

  /// What becomes of its jails, or why it could not be read.
  package var jailWords: String { jailWords(naming: 3) }

  /// The same with the names of all that fail, as far as a screen has room for them.
  package var allJailWords: String { jailWords(naming: 100) }

  private func jailWords(naming most: Int) -> String {
    if let problem { return problem }
    guard jails > 0 else { return spoken("none") }
    if !failed.isEmpty {
      let names = failed.prefix(most).joined(separator: ", ")
      let more = failed.count > most ? ", ..." : ""
      let doubt = unknown > 0 ? spoken("; \(unknown) unknown") : ""
      return spoken("\(failed.count) of \(jails) fail: \(names)\(more)") + doubt
    }
    if unknown > 0 { return spoken("\(unknown) of \(jails) unknown") }
    return running == jails ? spoken("all \(jails) start") : spoken("\(running) of \(jails) start")
  }

  /// How many findings there are of each severity, the worst first.
  package var findingWords: String {
    Severity.allCases.reversed().compactMap { severity in
      let count = count(severity)
      return count == 0 ? nil : severity.count(count)
    }.joined(separator: ", ")
  }

  /// The same in as few columns as may be: `E1 W2`.
  package var findingLetters: String {
    Severity.allCases.reversed().compactMap { severity in
      let count = count(severity)
      return count == 0 ? nil : "\(severity.rawValue.prefix(1).uppercased())\(count)"
    }.joined(separator: " ")
  }

  /// How long ago it was read: `3 h`.
  package func age(_ now: Int) -> String? {
    taken.map { taken in
      let seconds = max(0, now - taken)
      switch seconds {
      case ..<60: return spoken("\(seconds) s")
      case ..<3_600: return spoken("\(seconds / 60) min")
      case ..<(48 * 3_600): return spoken("\(seconds / 3_600) h")
      default: return spoken("\(seconds / 86_400) d")
      }
    }
  }

  /// The day since which the verdict is what it is, if one is known.
  package var sinceWords: String {
    since.map { String(UTCTime($0).text.prefix(10)) } ?? ""
  }
}
