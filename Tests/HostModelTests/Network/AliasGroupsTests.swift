import SourceText
import Testing

@testable import HostModel

/// Parting the words of aliases into addresses.
struct AliasGroupsTests {
  private func groups(
    _ values: [String], _ family: AliasSetting.Family = .inet
  ) -> [AliasGroups.Group] {
    var groups = AliasGroups(family)
    for (number, value) in values.enumerated() {
      let span = SourceSpan(100 * number, 100 * number + value.utf8.count)
      groups.append(value, at: Place(path: "/etc/rc.conf", span: span))
    }
    return groups.finish()
  }

  private static let readings: [(values: [String], commands: [String])] = [
    (["inet 192.0.2.1/32"], ["inet 192.0.2.1/32"]),
    (
      ["inet 192.0.2.1 netmask 0xffffffff", "inet 192.0.2.2"],
      ["inet 192.0.2.1 netmask 0xffffffff", "inet 192.0.2.2"]
    ),
    (["inet 192.0.2.1 inet6 2001:db8::1 inet 192.0.2.2"], ["inet 192.0.2.1", "inet 192.0.2.2"]),
    (["inet 192.0.2.1", "netmask 255.255.255.0"], ["inet 192.0.2.1 netmask 255.255.255.0"]),
    (["inet"], []), (["192.0.2.1"], []), ([""], []), ([], []),
  ]

  @Test(arguments: readings)
  func `a keyword begins an address, wherever it stands`(
    reading: (values: [String], commands: [String])
  ) {
    let found = groups(reading.values)
    #expect(found.map { $0.words.joined(separator: " ") } == reading.commands)
  }

  @Test func `an address knows each value it is made of once`() {
    let found = groups(["inet 192.0.2.1", "netmask 255.255.255.0", "inet 192.0.2.2"])
    #expect(found.map { $0.places.map(\.span.lower) } == [[0, 100], [200]])
  }

  @Test func `ranges and what eval changes are told`() {
    let found = groups(["inet 192.0.2.1-3/32", "inet '192.0.2.9'", "inet 192.0.2.4"])
    #expect(found.map(\.isRange) == [true, false, false])
    #expect(found.map(\.isChangedByEval) == [false, true, false])
  }
}
