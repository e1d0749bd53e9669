/// Hosts whose forecast need not, or cannot, be what was recorded, and why.
enum Exemption {
  /// These answers differ, and only these; that they still do is tested.
  case differs(Set<BootOutcome.Question>, because: String)
  /// The recording itself is no hard fact, so nothing is held against it.
  case soft(because: String)

  init?(_ host: RecordedHost, _ recording: RecordedHost.Recording) {
    guard let exemption = Self.soft[host.name] ?? Self.differing[recording]?[host.name] else {
      return nil
    }
    self = exemption
  }

  /// Why a forecast may find trouble where the recording has none, or none where it has some; nil
  /// when it may not.
  var reasonForOtherTrouble: String? {
    if case .differs(let questions, let reason) = self, questions.contains(.jailStates) {
      return reason
    }
    return nil
  }

  static var names: Set<String> {
    differing.values.reduce(into: Set(soft.keys)) { $0.formUnion($1.keys) }
  }

  private static let interfaceIdentifier = Exemption.differs(
    [.netifAddresses, .finalAddresses],
    because: "the address comes from the interface's MAC address, which no file tells")

  private static let differing: [RecordedHost.Recording: [String: Exemption]] = [
    .newest: ["rc-v6-prefix-if": interfaceIdentifier],
    .twelve: [
      "rc-v6-prefix-if": interfaceIdentifier,
      "jc-numeric-name": .differs(
        [.jailStates, .errors],
        because: "the recording leaves out jail 5, though its own messages say that it fails"),
      "jc-redefine-name": .differs(
        [.jailCommands, .jailStates, .errors, .finalAddresses],
        because: "jail(8) of 12 reads freed memory there, so what it does is unknown"),
    ],
  ]

  private static let bytes = "how the recorded jail(8) lists bytes beyond ASCII is of amd64 only"

  private static let soft: [String: Exemption] = [
    "jc-array-variable": .soft(because: "variables with more than one value are not settled"),
    "jc-hierarchical": .soft(because: "jails in jails are not settled"),
    "jc-parallel": .soft(because: "one order of many, as jails start side by side"),
    "jc-bom": .soft(because: bytes),
    "jc-nbsp": .soft(because: bytes),
    "jc-nonascii-toplevel": .soft(because: bytes),
    "jc-typographic-quotes": .soft(because: bytes),
  ]
}
