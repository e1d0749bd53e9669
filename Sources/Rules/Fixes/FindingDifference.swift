/// Which findings go and which come, from one examination of a host to another.
struct FindingDifference {
  /// Those that only the first has.
  let gone: [Finding]
  /// Those that only the second has.
  let come: [Finding]

  init(_ before: [Finding], _ after: [Finding]) {
    let old = KeyedFindings(before)
    let new = KeyedFindings(after)
    // nearly all stay, in their order: what is alike at both ends needs no table
    let shorter = min(before.count, after.count)
    let start = (0..<shorter).first { old.keys[$0] != new.keys[$0] } ?? shorter
    let end = (0..<shorter - start).first { old.key(fromEnd: $0) != new.key(fromEnd: $0) }
    let alike = (start: start, end: end ?? shorter - start)
    gone = old.missing(in: new, alike)
    come = new.missing(in: old, alike)
  }
}

/// The findings of an examination with their keys, for which each has to be put into words.
private struct KeyedFindings {
  private let findings: [Finding]
  let keys: [FindingKey]

  init(_ findings: [Finding]) {
    self.findings = findings
    keys = findings.map(FindingKey.init)
  }

  func key(fromEnd index: Int) -> FindingKey { keys[keys.count - 1 - index] }

  /// Those that others don't have, which are alike at both ends.
  func missing(in other: KeyedFindings, _ alike: (start: Int, end: Int)) -> [Finding] {
    let middle = alike.start..<keys.count - alike.end
    let others = Set(other.keys[alike.start..<other.keys.count - alike.end])
    let candidates = middle.filter { !others.contains(keys[$0]) }
    guard !candidates.isEmpty else { return [] }
    // what moved out of the middle
    let ends = [keys[..<middle.lowerBound], keys[middle.upperBound...]]
    let isElsewhere: (FindingKey) -> Bool
    if candidates.count > 8 {
      let known = Set(ends.joined())
      isElsewhere = known.contains
    } else {
      isElsewhere = { key in ends.contains { $0.contains(key) } }
    }
    return candidates.filter { !isElsewhere(keys[$0]) }.map { findings[$0] }
  }
}
