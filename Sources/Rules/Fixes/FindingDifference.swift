/// Which findings go and which come, from one examination of a host to another.
struct FindingDifference {
  /// Those that only the first has.
  let gone: [Finding]
  /// Those that only the second has.
  let come: [Finding]

  init(_ first: [Finding], _ second: [Finding]) {
    let (before, after) = (KeyedFindings(first), KeyedFindings(second))
    let alone = KeyedFindings.alone(before, after)
    gone = before.missing(in: after, among: alone.before)
    come = after.missing(in: before, among: alone.after)
  }
}

/// The findings of an examination with their keys.
private struct KeyedFindings {
  private let findings: [Finding]
  private let keys: [FindingKey]

  init(_ findings: [Finding]) {
    self.findings = findings
    keys = findings.indices.map { FindingKey(findings[$0]) }
  }

  /// How far ahead the fellow of a finding is looked for.
  private static let reach = 16

  /// The indices of findings that have no fellow where the other list goes on: nearly all stay, in
  /// their order, and need no table.
  static func alone(
    _ before: KeyedFindings, _ after: KeyedFindings
  ) -> (before: [Int], after: [Int]) {
    let (old, new) = (before.keys, after.keys)
    var alone: (before: [Int], after: [Int]) = ([], [])
    var (left, right) = (0, 0)
    while left < old.count, right < new.count {
      if old[left] == new[right] {
        left += 1
        right += 1
      } else if let skipped = new.dropFirst(right).prefix(reach).firstIndex(of: old[left]) {
        alone.after += right..<skipped
        right = skipped
      } else {
        alone.before.append(left)
        left += 1
      }
    }
    alone.before += left..<old.count
    alone.after += right..<new.count
    return alone
  }

  /// Those of some findings that others don't have.
  func missing(in other: KeyedFindings, among candidates: [Int]) -> [Finding] {
    guard !candidates.isEmpty else { return [] }
    let isElsewhere: (FindingKey) -> Bool
    if candidates.count > 8 {
      isElsewhere = Set(other.keys).contains
    } else {
      isElsewhere = other.keys.contains
    }
    return candidates.filter { !isElsewhere(keys[$0]) }.map { findings[$0] }
  }
}
