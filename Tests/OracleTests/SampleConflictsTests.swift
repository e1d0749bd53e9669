import HostAccess
import HostModel
import Rules
import SourceText
import Testing

/// Holds the rules to hosts of `Tests/Fixtures/conflicts`, each with a conflict that was met in the
/// field, and nothing but files.
struct SampleConflictsTests {
  /// What is to be found on each host, the worst first.
  private static let wanted: [String: [String]] = [
    "01-ezjail-v6-64-vs-128": [
      "error [prefix-length-conflict] jail backup asks for 2001:db8:0:1::3/128 by "
        + "default on vtnet0, where the host has /64",
      "warning [prefix-lengths-differ] 2001:db8:0:1::1/124 and 2001:db8:0:1::2/64 are "
        + "of one network on vtnet0",
    ],
    "02-jailconf-v4-24-vs-32": [
      "warning [mask-replaced-by-jail] jail base makes 198.51.100.1/24 of the host on "
        + "lo1 a /32"
    ],
    "03-same-prefix-owner-clash": [
      "warning [host-address-taken-by-jail] jail www takes over 192.0.2.10/32 on em0, "
        + "which the host sets, too",
      "info [jails-disabled] jail www is defined, and jail_enable is not YES",
    ],
    "04-host-primary-in-jail": [
      "error [host-primary-taken-by-jail] jail app takes over 203.0.113.5/24, the "
        + "primary address of vtnet0",
      "info [jails-disabled] jail app is defined, and jail_enable is not YES",
    ],
    "05-duplicate-two-managers": [
      "error [interface-missing] jail a needs interface lo1, which does not exist",
      "warning [address-shared-by-jails] 192.0.2.199 is shared by jails b, a",
      "info [jails-disabled] jail a is defined, and jail_enable is not YES",
      "info [jails-disabled] jail b is defined, and bastille_enable is not YES",
    ],
    "06-ezjail-space-after-comma": [
      "error [blank-in-address-list] jail_mail_ip has a blank in it: em0|192.0.2.12, "
        + "em0|192.0.2.13",
      "info [jails-disabled] jail mail is defined, and ezjail_enable is not YES",
    ],
    "07-missing-interface": [
      "error [interface-missing] jail db needs interface lo1, which does not exist"
    ],
    "08-no-mask-freebsd15": [
      "warning [mask-missing] 192.0.2.2 on em0 has no mask",
      "warning [mask-missing] 192.0.2.3 on em0 has no mask",
      "warning [inet6-alias-not-applied] 2001:db8::3/64 is never put on em0: IPv6 is "
        + "not configured there",
      "warning [prefix-length-conflict] jail x asks for 2001:db8::3/128 by default on "
        + "em0, where the host's alias has /64",
      "info [jails-disabled] jail x is defined, and jail_enable is not YES",
    ],
    "09-reassigned-parameter": [
      "warning [parameter-set-twice] jail nginx01 sets ip4.addr again, and "
        + "\"lo2|192.0.2.80/32\" is lost and 1 more",
      "info [jails-disabled] jail nginx01 is defined, and jail_enable is not YES",
    ],
    "10-ezjail-var-name-vs-file": [
      "error [ezjail-name-mismatch] the file is for jail backup and sets jail_git_ip",
      "info [jails-disabled] jail backup is defined, and ezjail_enable is not YES",
    ],
    "11-shared-on-purpose": [
      "info [jails-disabled] 2 jails are defined, and jail_enable is not YES",
      "info [address-shared-by-jails] 198.51.100.82 is shared by jails www, git",
      "info [jail-address-absent] jail www is to have 198.51.100.82, which no "
        + "interface has",
      "info [jail-address-absent] jail git is to have 198.51.100.82, which no "
        + "interface has",
    ],
  ]

  @Test(arguments: wanted.keys.sorted())
  func `finds what is wrong with a host, and no more`(_ host: String) throws {
    #expect(try Self.findings(host) == Self.wanted[host])
  }

  @Test func `no host is left out`() {
    var capture = HostCapture()
    HostCollector(root: Self.fixtures).collect(["conflicts"], into: &capture)
    guard case .directory(let names)? = capture.entries["conflicts"] else {
      Issue.record("no hosts")
      return
    }
    #expect(names.filter { $0 != "README.md" } == Self.wanted.keys.sorted())
  }

  @Test func `an address without a mask is an error from 15 on`() throws {
    let findings = try Self.findings("08-no-mask-freebsd15", Release(major: 15))
    #expect(
      findings.prefix(2) == [
        "error [mask-missing] 192.0.2.2 on em0 has no mask",
        "error [mask-missing] 192.0.2.3 on em0 has no mask",
      ])
  }

  private static let fixtures =
    #filePath.split(separator: "/").dropLast(2).map { "/\($0)" }.joined() + "/Fixtures"

  private static func findings(_ name: String, _ release: Release? = nil) throws -> [String] {
    let collector = HostCollector(root: "\(fixtures)/conflicts/\(name)")
    var capture = try collector.collectUsual()
    var forecast = forecastBoot(capture, release: release)
    var rounds = 0
    while !forecast.wanted.isEmpty {
      rounds += 1
      try #require(rounds < 64, "the forecast still wants \(forecast.wanted.sorted())")
      collector.collect(forecast.wanted.sorted(), into: &capture)
      forecast = forecastBoot(capture, release: release)
    }
    return Examination(forecast, capture: capture).findings.map {
      "\($0.severity) [\($0.rule.text)] \($0.message)"
    }
  }
}
