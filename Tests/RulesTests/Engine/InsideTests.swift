import Rules
import SourceText
import TestHosts
import Testing

/// What the rules of a host's own network find in vnet jails.
struct InsideTests {
  private func host(_ inside: String, release: String = "14.3") -> String {
    """
    == release: \(release)
    == hardware: em0
    == /etc/rc.conf
    cloned_interfaces="epair0"
    ifconfig_em0="inet 192.0.2.10/24"
    jail_enable=YES
    == /etc/jail.conf
    www {
      path = /jails/www;
      exec.start = "/bin/sh /etc/rc";
      vnet;
      vnet.interface = epair0b;
    }
    == /jails/www/etc/rc.conf
    \(inside)
    """
  }

  @Test(arguments: [
    (
      "14.3", "ifconfig_epair0b=\"inet «192.0.2.31»\"",
      "warning: in jail www, 192.0.2.31 on epair0b has no mask"
    ),
    (
      "15.0", "ifconfig_epair0b=\"inet «192.0.2.31»\"",
      "error: in jail www, 192.0.2.31 on epair0b has no mask"
    ),
    (
      "14.3", "ifconfig_epair0b_ipv6=«\"2001:db8::31/64\"»",
      "warning: in jail www, ifconfig_epair0b_ipv6 does not begin with \"inet6 \""
    ),
    (
      "14.3",
      "network_interfaces=\"lo0 «em7»\"\nifconfig_epair0b=\"inet 192.0.2.31/24\"\n"
        + "ifconfig_em7=\"inet 192.0.2.32/24\"",
      "error: in jail www, em7 is configured and is not there"
    ),
    (
      "14.3", "«ifconfig_epair0b_my-web=\"inet»",
      "error: in jail www, sh(1) can't read the file: Unterminated quoted string"
    ),
  ])
  func `are at their places in the jail's file`(
    _ release: String, _ inside: String, _ wanted: String
  ) throws {
    let text = HostText(host(inside, release: release))
    let sketch = text.sketch
    let found = Examination(sketch.forecast, capture: sketch.capture).findings
    let finding = try #require(
      found.first { "\($0.severity): \($0.message)" == wanted },
      "\(found.map { "\($0.severity): \($0.message)" })")
    #expect(finding.inside == "www")
    #expect(finding.jails == ["www"])
    #expect(finding.places.first?.place.path == "/jails/www/etc/rc.conf")
    // the numbers of steps in the jail are none of the host's
    #expect(finding.step == nil)
    #expect(finding.explains.isEmpty)
  }

  @Test func `no fix writes below a jail's root`() throws {
    let text = HostText(host("ifconfig_epair0b_ipv6=\"2001:db8::31/64\""))
    let sketch = text.sketch
    let analysis = Analysis(sketch.forecast, sketch.capture)
    let finding = try #require(analysis.examination.findings.first { $0.inside != nil })
    let fixes = analysis.fixes(for: finding) { Analysis(sketch.forecast, $0) }
    #expect(
      fixes.map(\.fix.title) == ["begin ifconfig_epair0b_ipv6 with \"inet6 \", in jail www"])
    #expect(fixes.allSatisfy { $0.fix.applicability == .manual && $0.fix.edits.isEmpty })
  }

  @Test func `a comment in a jail's file silences nothing`() {
    let text = HostText(
      host("# jailscope: allow mask-missing it is fine\nifconfig_epair0b=\"inet 192.0.2.31\""))
    let sketch = text.sketch
    let examination = Examination(sketch.forecast, capture: sketch.capture)
    #expect(examination.findings.contains { $0.rule == "mask-missing" })
    #expect(examination.silenced.isEmpty)
  }
}
