import HostModel
import Reports
import SourceText
import Testing

/// What host and jail disagree about although the boot itself doesn't bring them together.
struct LengthConflictTests {
  private func status(_ host: HostSketch) -> String {
    statusReport(host.forecast, capture: host.capture, style: .plain)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `a jail that nothing starts would change the mask of the host's address`() {
    let host = HostSketch(
      rc: """
        ifconfig_vtnet0_alias0="inet 192.0.2.31 netmask 255.255.255.0"
        jail_enable="NO"
        """, jails: #"a { ip4.addr = "vtnet0|192.0.2.31"; }"#)
    #expect(Verdict(host.forecast) == .safeWithWarnings)
    #expect(
      status(host).contains(
        "jail a would ask for 192.0.2.31/32 on vtnet0 (/etc/jail.conf:3), "
          + "where the host has /24 (/etc/rc.conf:5)"))
  }

  @Test func `a jail that nothing starts and that asks for the same is no news`() {
    let host = HostSketch(
      rc: """
        ifconfig_vtnet0_alias0="inet 192.0.2.31/32"
        jail_enable="NO"
        """, jails: #"a { ip4.addr = "vtnet0|192.0.2.31", 192.0.2.10; }"#)
    #expect(Verdict(host.forecast) == .safe)
  }

  @Test func `an alias that rc never applies is told, and the jail that wants another length`() {
    let host = HostSketch(
      rc: """
        cloned_interfaces="lo1"
        ifconfig_lo1_aliases="inet 192.0.2.80/32
                              inet6 2001:db8::80 prefixlen 64"
        """, jails: #"a { ip6.addr = "lo1|2001:db8::80 prefixlen 128"; }"#)
    #expect(Verdict(host.forecast) == .safeWithWarnings)
    let text = status(host)
    #expect(text.contains("2001:db8::80/64 is never put on lo1 (/etc/rc.conf:6)"))
    #expect(
      text.contains("jail a asks for 2001:db8::80/128 on lo1 (/etc/jail.conf:3), where the host"))
    #expect(!showReport(host.forecast, capture: host.capture, style: .plain).contains("by default"))
  }
}
