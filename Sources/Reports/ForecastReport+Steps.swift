import HostModel
import Phrases

/// The numbered commands under the part of the boot or the jail that runs them.
extension ForecastReport {
  mutating func stepLines() -> [TextLine] {
    let hosts = Set(
      forecast.interfacesAfterNetif.lazy.flatMap(\.addresses).filter { !$0.isJails }
        .map { AddressKey($0) })
    var lines: [TextLine] = []
    var current: String?
    for (index, step) in forecast.steps.enumerated() {
      let part = step.jail.map { spoken("jail \($0)") } ?? step.phase.rawValue
      if part != current { lines += title(part) }
      current = part
      lines += self.lines(of: step, number: index + 1, hosts)
    }
    return lines
  }

  private mutating func lines(
    of step: Step, number: Int, _ hosts: Set<AddressKey>
  ) -> [TextLine] {
    let digits = max("\(forecast.steps.count)".count, 3)
    var line = TextLine(
      String(repeating: " ", count: digits - "\(number)".count) + "\(number)  ")
    let isDoubtful = doubtful[number - 1] != nil
    let (word, emphasis) = isDoubtful ? (spoken("unknown"), .uncertainty) : Self.outcome(step)
    line.append(word, emphasis)
    line.pad(to: digits + 11)
    let indent = line.width
    line.append(step.isInsideJail ? spoken("(in the jail) \(step.commandLine)") : step.commandLine)
    let places = step.sources.map { names.name($0) }
    if !places.isEmpty { line.append("  \(places.joined(separator: ", "))") }
    if standing?.concerns(step) == true { line.append(spoken("  you are here"), .strong) }
    var lines = line.wrapped(to: columns, indent: indent)
    let margin = String(repeating: " ", count: indent)
    for message in step.message.split(separator: "\n") {
      lines += wrapped(
        margin + message, step.outcome == .failed ? .failure : .plain, indent: indent)
    }
    if case .unknown(let reason) = step.outcome {
      lines += wrapped("\(margin)\(reason)", .uncertainty, indent: indent)
    }
    guard step.phase == .jail else { return lines }
    for effect in step.effects {
      if let note = Self.note(effect, hosts) {
        lines += wrapped("\(margin)\(note)", .caution, indent: indent)
      }
    }
    return lines
  }

  static func outcome(_ step: Step) -> (String, Emphasis) {
    switch step.outcome {
    case .failed: (step.isRollback ? spoken("undo FAIL") : spoken("FAIL"), .failure)
    case .unknown: (spoken("unknown"), .uncertainty)
    case .replaced: (spoken("replaced"), .caution)
    case .ok: step.isRollback ? (spoken("undo"), .caution) : (spoken("ok"), .success)
    }
  }

  /// What a jail's command does to an address of the host.
  private static func note(_ effect: AddressEffect, _ hosts: Set<AddressKey>) -> String? {
    switch effect {
    case .replaced(let old, let length):
      return spoken("\(old.address)/\(old.prefixLength) becomes /\(length)")
        + (hosts.contains(AddressKey(old)) ? spoken(", an address of the host") : "")
    case .removed(let old) where hosts.contains(AddressKey(old)):
      return spoken("takes \(old.address)/\(old.prefixLength) from the host")
    case .confirmed(let old) where hosts.contains(AddressKey(old)):
      return spoken("there already: an address of the host that the jail's stop will remove")
    case .added, .confirmed, .removed: return nil
    }
  }
}
