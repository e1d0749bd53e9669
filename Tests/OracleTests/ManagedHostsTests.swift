import HostModel
import Rules
import SourceText
import TestHosts
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
    "bastille/1-prefix-length", "iocage/1-prefix-length", "qjail/1-no-length-can-be-stored",
    "appjail/1-prefix-length", "",
  ])
  func `what is read of every host is enough where nothing is moved`(_ name: String) throws {
    let host =
      Self.hosts.first { $0.name == name }?.host ?? HostText("== /etc/rc.conf\nhostname=host\n")
    let capture = try HostCopy(of: host).collectUsual()
    #expect(forecastBoot(capture).wanted == [])
  }

  @Test func `a database that is being written is said to be`() throws {
    let host = try #require(Self.hosts.first { $0.name == "cbsd/7-being-written" })
    let forecast = try HostCopy(of: host.host).analyse().forecast
    #expect(
      forecast.unreadable.map { "\($0.path): \($0.reason)" } == [
        "/usr/jails/var/db/local.sqlite: it is being written: local.sqlite-wal is beside it"
      ])
    #expect(forecast.jails.map(\.name) == ["web"])
  }

  @Test func `CBSD is told what to write`() throws {
    let host = try #require(Self.hosts.first { $0.name == "cbsd/2-interface-of-each" })
    let copy = try HostCopy(of: host.host)
    let analysis = try copy.analyse()
    let finding = try #require(analysis.examination.findings.first)
    let ways = analysis.fixes(for: finding, reanalyse: copy.reanalyse)
    #expect(
      ways.first?.fix.commands == [
        "cbsd jset jname=db ip4_addr=\"lo1#127.0.1.61,vtnet0#2001:db8:0:1::61/64\""
      ])
    #expect(ways.first?.fix.edits.isEmpty == true)
  }

  /// Managers whose jails are read; reggae's are those of jail.conf(5).
  private static let managers = jailFormats.filter {
    $0.kind?.isManaged == true || $0.name == "reggae"
  }.map(\.name)

  @Test(arguments: managers)
  func `five hosts or more of a manager have findings, and fixes that edit files`(
    _ manager: String
  ) throws {
    let own = Self.hosts.filter {
      $0.name.hasPrefix("\(manager.lowercased())/") && !$0.findings.isEmpty
    }
    #expect(own.count >= 5)
    let fixes = try own.map { try HostCopy(of: $0.host).makeEachFix(named: $0.name) }
    #expect(fixes.reduce(0, +) >= 3)
  }

  @Test(arguments: jailFormats.filter { $0.kind?.isManaged == false }.map(\.name))
  func `of what FreeBSD itself and ezjail keep, recorded hosts have findings`(
    _ format: String
  ) throws {
    var hosts = 0
    for host in RecordedHost.hand + RecordedHost.random where hosts < 5 {
      let analysis = try HostCopy(of: host).analyse()
      let isOfFormat = analysis.forecast.jails.contains { jail in
        jail.definition.flatMap { JailFormat.of($0.kind) }?.name == format
      }
      if isOfFormat, !analysis.examination.findings.isEmpty { hosts += 1 }
    }
    #expect(hosts == 5)
  }
}
