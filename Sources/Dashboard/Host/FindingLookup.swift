import HostModel
import Rules

/// Which findings are about an address or a jail, as indices; as findings are, the worst first.
struct FindingLookup: Sendable {
  private let findings: [Finding]
  private var byAddress: [IPAddress: [Int]] = [:]
  private var byJail: [String: [Int]] = [:]

  init(_ findings: [Finding]) {
    self.findings = findings
    for (index, finding) in findings.enumerated() {
      for address in finding.addresses { byAddress[address, default: []].append(index) }
      for jail in finding.jails { byJail[jail, default: []].append(index) }
    }
  }

  /// Those about an address as a jail uses it, and then those about that jail alone.
  func about(_ address: IPAddress?, _ jail: String?) -> [Int] {
    let ofJail = jail.flatMap { byJail[$0] } ?? []
    guard let address else { return ofJail }
    return (byAddress[address] ?? []).filter { concerns($0, jail) }
      + ofJail.filter { findings[$0].addresses.isEmpty }
  }

  /// The first of them; nil when there is none.
  func first(about address: IPAddress?, _ jail: String?) -> Int? {
    let ofJail = jail.flatMap { byJail[$0] } ?? []
    guard let address else { return ofJail.first }
    return byAddress[address]?.first { concerns($0, jail) }
      ?? ofJail.first { findings[$0].addresses.isEmpty }
  }

  /// How bad the worst of them is; nil when there is none.
  func severity(_ address: IPAddress?, _ jail: String?) -> Severity? {
    let ofJail = jail.flatMap { byJail[$0] } ?? []
    guard let address else { return ofJail.first.map { findings[$0].severity } }
    let first = byAddress[address]?.first { concerns($0, jail) }
    let second = ofJail.first { findings[$0].addresses.isEmpty }
    return [first, second].compactMap { $0 }.min().map { findings[$0].severity }
  }

  private func concerns(_ index: Int, _ jail: String?) -> Bool {
    let jails = findings[index].jails
    return jail.map { jails.isEmpty || jails.contains($0) } ?? true
  }
}
