import HostModel
import TestHosts
import Testing

/// What jails take from the addresses rc.conf set.
struct HostLossesTests {
  private func losses(_ host: HostSketch) -> [String] {
    HostLosses(host.forecast).all.map { loss in
      "\(loss.kind) \(loss.address.address) \(loss.interface) \(loss.jail ?? "-")"
    }
  }

  @Test func `a start that fails removes the address it had only confirmed`() {
    let host = HostSketch(
      jails: #"a { path = /nope; ip4.addr = "vtnet0|192.0.2.10/24"; }"#,
      missingPaths: ["/nope"])
    #expect(losses(host) == ["removed 192.0.2.10 vtnet0 a"])
  }

  @Test func `an address a failed start takes from a running jail is the host's all the same`() {
    let host = HostSketch(
      rc: #"ifconfig_vtnet0_alias0="inet 192.0.2.30/32""#,
      jails: """
        a { ip4.addr = "vtnet0|192.0.2.30"; }
        b { path = /nope; ip4.addr = "vtnet0|192.0.2.30"; }
        """, missingPaths: ["/nope"])
    #expect(losses(host) == ["removed 192.0.2.30 vtnet0 b"])
  }

  @Test func `an IPv4 address whose mask a jail changes is replaced`() {
    let host = HostSketch(jails: #"a { ip4.addr = "vtnet0|192.0.2.10"; }"#)
    #expect(losses(host) == ["replaced(32) 192.0.2.10 vtnet0 a"])
  }

  @Test func `an address that a jail confirms, or puts back as it was, is held`() {
    #expect(
      losses(HostSketch(jails: #"a { ip6.addr = "vtnet0|2001:db8::1/64"; }"#))
        == ["held 2001:db8::1 vtnet0 a"])
    let twice = HostSketch(
      jails: """
        a { path = /nope; ip4.addr = "vtnet0|192.0.2.10/24"; }
        b { ip4.addr = "vtnet0|192.0.2.10/24"; }
        """, missingPaths: ["/nope"])
    #expect(losses(twice) == ["held 192.0.2.10 vtnet0 b"])
  }

  @Test func `addresses go with an interface that a vnet jail takes`() {
    let host = HostSketch(jails: "a { vnet; vnet.interface = vtnet0; }")
    #expect(
      losses(host) == ["moved 192.0.2.10 vtnet0 a", "moved 2001:db8::1 vtnet0 a"])
  }

  @Test func `what jails bring along themselves is no loss`() {
    #expect(
      losses(
        HostSketch(
          jails:
            #"a { path = /nope; ip4.addr = "vtnet0|192.0.2.30"; } b { ip4.addr = 192.0.2.10; }"#,
          missingPaths: ["/nope"])) == [])
  }
}
