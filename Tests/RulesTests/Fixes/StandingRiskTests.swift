import HostModel
import SourceText
import TestHosts
import Testing

@testable import Rules

/// Fixes that touch what carries the connection of the one who makes them.
struct StandingRiskTests {
  private func host(_ connection: String) -> String {
    """
    == hardware: em0 em1
    \(connection)
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em1="inet 198.51.100.10/24"
    ifconfig_em0_alias0="inet 192.0.2.20/32"
    jail_enable="YES"
    == /etc/jail.conf
    www { path = "/jails/www"; ip4.addr = "em0|192.0.2.20"; persist; }
    """
  }

  private func first(_ connection: String) throws -> ProvenFix {
    try #require(Mending(host(connection)).fixes(of: HostAddressTakenByJail.self).first)
  }

  @Test(arguments: ["", "== connection: 198.51.100.10"])
  func `a fix elsewhere stays safe`(_ connection: String) throws {
    let way = try first(connection)
    #expect(way.fix.applicability == .safe)
    #expect(!way.fix.meaning.contains("connection"))
  }

  @Test(arguments: [
    "== connection: 192.0.2.10", "== connection: 203.0.113.9 50022 192.0.2.10 22",
  ])
  func `one that touches the interface needs a look, and says so first`(
    _ connection: String
  ) throws {
    let way = try first(connection)
    #expect(way.fix.applicability == .review)
    #expect(
      way.fix.meaning.hasPrefix(
        "this touches em0, which carries your connection to 192.0.2.10: the host owns"))
    #expect(way.proof?.isClean == false)
    #expect(way.proof?.isSound == true)
  }

  @Test func `what is safe is chosen without it`() {
    #expect(Mending(host("")).safeFixes().session.edits.count == 1)
    #expect(Mending(host("== connection: 192.0.2.10")).safeFixes().session.edits.isEmpty)
  }

  @Test func `commands that touch it say so, too`() throws {
    let text = """
      == connection: 192.0.2.10
      == /etc/rc.conf
      ifconfig_em0="inet 192.0.2.10/24"

      """
    let way = try #require(
      Mending(text + RunningHost.em0("inet 192.0.2.77/32")).fixes(of: OrphanAddress.self).first)
    #expect(way.fix.meaning.hasPrefix("this touches em0, which carries your connection"))
    #expect(way.fix.applicability == .manual)
  }
}
