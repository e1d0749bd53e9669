import SourceText
import TestHosts
import Testing

@testable import Rules

/// The ways to settle whose an address is, each proven.
struct SharedAddressTests {
  @Test func `a conflict with an alias of rc.conf has four ways out, the host's alias first`()
    throws
  {
    let host = Mending(
      """
      == hardware: em0
      == /etc/rc.conf
      ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
      ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"   # backup
      jail_enable="YES"
      == /etc/jail.conf
      persist; path = "/jails/$name";
      backup { ip6.addr = "em0|2001:db8::3"; }
      """)
    let fixes = host.fixes(of: PrefixLengthConflict.self)
    #expect(
      fixes.map { "\($0.fix.applicability): \($0.fix.title)" } == [
        "safe: drop em0| so that jail backup uses the host's 2001:db8::3",
        "review: write /64 on the side of jail backup",
        "review: remove ifconfig_em0_alias0",
        "review: give 2001:db8::3 in ifconfig_em0_alias0 the length /128",
      ])
    for fix in fixes { #expect(fix.proof?.startsAfter == 1) }
    #expect(
      host.lines(of: fixes[0], "/etc/jail.conf")[1] == #"backup { ip6.addr = "2001:db8::3"; }"#)
    #expect(
      host.lines(of: fixes[1], "/etc/jail.conf")[1]
        == #"backup { ip6.addr = "em0|2001:db8::3/64"; }"#)
    #expect(
      host.lines(of: fixes[2], "/etc/rc.conf") == [
        #"ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64""#, #"jail_enable="YES""#, "",
      ])
    #expect(
      host.lines(of: fixes[3], "/etc/rc.conf")[1]
        == #"ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 128"   # backup"#)
  }
}
