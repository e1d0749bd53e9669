import Rules
import Testing

/// Holds jail managers to hosts of `Tests/Fixtures/managers`: what is found there, and that each fix
/// does on disk what it says.
@Suite(.timeLimit(.minutes(15)))
struct ManagedHostsTests {
  static let hosts = FixtureText.all(in: "managers")

  @Test(arguments: hosts)
  func `finds what is wrong with a host, and no more`(_ host: FixtureText) throws {
    let found = try HostCopy(of: host.host).analyse().examination.findings.map {
      "\($0.severity) [\($0.rule.text)] \($0.message)"
    }
    #expect(found == host.findings)
  }

  @Test(arguments: hosts)
  func `a fix does what its proof says, touches nothing else and can be undone`(
    _ host: FixtureText
  ) throws {
    try HostCopy(of: host.host).makeEachFix(named: host.name)
  }

  @Test(arguments: [
    "bastille", "iocage", "iocage_legacy", "libioc", "pot", "qjail", "appjail",
  ])
  func `there are at least five hosts of a manager`(_ manager: String) {
    #expect(Self.hosts.count { $0.name.hasPrefix("\(manager)/") } >= 5)
  }
}
