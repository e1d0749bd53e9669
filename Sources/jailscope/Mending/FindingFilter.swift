import HostModel
import Rules

/// Which findings are meant: those of a rule, about an address, or about a jail.
struct FindingFilter: Sendable {
  private let words: [String]
  private let addresses: [IPAddress]

  /// - Parameter words: names of rules and jails, and addresses; without any all findings are meant.
  init(_ words: [String]) {
    self.words = words
    addresses = words.compactMap { IPAddress($0) }
  }

  /// Whether a finding is meant.
  func callAsFunction(_ finding: Finding) -> Bool {
    words.isEmpty
      || words.contains { $0 == finding.rule.text || finding.jails.contains($0) }
      || addresses.contains { finding.addresses.contains($0) }
  }
}
