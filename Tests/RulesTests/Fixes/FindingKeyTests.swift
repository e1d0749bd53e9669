import SourceText
import TestHosts
import Testing

@testable import Rules

/// What tells findings from others.
struct FindingKeyTests {
  private func findings(_ rc: String, _ jails: String) -> [Finding] {
    let sketch = HostSketch(rc: rc, jails: jails)
    return Examination(sketch.forecast, capture: sketch.capture).findings
  }

  private static let jails = """
    a { ip4.addr = "vtnet0|192.0.2.11/32"; depend = c; }
    b { ip4.addr = "vtnet0|192.0.2.12/32"; depend = c, d; }
    c { ip4.addr = "vtnet0|192.0.2.11/32"; ip6.addr = "vtnet0|2001:db8::3/128"; }
    d { ip4.addr = "vtnet0|192.0.2.14/32"; exec.prestart = "/sbin/ifconfig vtnet0 bogus"; }
    e { ip4.addr = "vtnet0|192.0.2.15/32"; }

    """

  private static let aliases = """
    ifconfig_vtnet0_alias0="inet 192.0.2.11/32"
    ifconfig_vtnet0_alias1="inet 192.0.2.12/32"
    ifconfig_vtnet0_alias2="inet 192.0.2.15/32"
    ifconfig_vtnet0_alias3="inet6 2001:db8::3/64"

    """

  @Test func `findings that aren't put into words are told apart as their words are`() {
    let all =
      findings(Self.aliases, Self.jails)
      + findings(
        Self.aliases.replacing("192.0.2.15/32", with: "192.0.2.15/24"),
        Self.jails.replacing("e {", with: "f {"))
      + findings(
        Self.aliases, Self.jails.replacing("depend = c;", with: "depend = d;"))
    for rule in [
      HostAddressTakenByJail.name, RollbackRemovesHostAddress.name, DependencyFails.name,
    ] {
      #expect(all.contains { $0.rule == rule && $0.particulars != nil }, "\(rule)")
    }
    for one in all {
      for other in all {
        let isSame =
          one.rule == other.rule && one.message == other.message && one.jails == other.jails
          && one.places.first?.place.path == other.places.first?.place.path
        #expect(
          (FindingKey(one) == FindingKey(other)) == isSame, "\(one.message), \(other.message)")
      }
    }
  }
}
