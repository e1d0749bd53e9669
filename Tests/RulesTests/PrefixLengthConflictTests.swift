import Testing

@testable import Rules

struct PrefixLengthConflictTests {
  private static let host = """
    == /etc/rc.conf
    ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
    ifconfig_em0_alias0="inet6 ‹2001:db8::3› prefixlen 64"
    jail_enable="YES"
    == /etc/jail.conf
    exec.start = "/bin/sh /etc/rc";
    path = "/jails/$name";

    """

  @Test func `names both sides of a start that fails`() {
    expectFindings(
      of: PrefixLengthConflict.self,
      in: Self.host + #"backup { ip6.addr = "«em0|2001:db8::3»"; }"#,
      [
        "error: jail backup asks for 2001:db8::3/128 by default on em0, where the host has /64"
      ])
  }

  @Test func `names the length that is written`() {
    expectFindings(
      of: PrefixLengthConflict.self,
      in: Self.host + #"backup { ip6.addr = "«em0|2001:0db8:0::0003/120»"; }"#,
      ["error: jail backup asks for 2001:db8::3/120 on em0, where the host has /64"])
  }

  @Test(arguments: [
    #"a { ip6.addr = "2001:db8::3"; }"#,  // the jail uses the host's alias
    #"a { ip6.addr = "em0|2001:db8::3/64"; }"#,  // the same length
    #"a { ip6.addr = "em0|2001:db8::4"; }"#,  // another address
    #"a { ip6.addr = "em1|2001:db8::3"; }"#,  // another interface, another rule
    #"a { ip4.addr = "em0|192.0.2.3/24"; }"#,  // IPv4 never fails by it
  ])
  func `is silent where nothing conflicts`(_ jail: String) {
    expectSilence(
      of: PrefixLengthConflict.self,
      in: "== hardware: em0 em1\n" + Self.host.filter { !"‹›".contains($0) } + jail)
  }

  @Test func `warns of a jail that nothing starts`() {
    expectFindings(
      of: PrefixLengthConflict.self,
      in: Self.host.replacing("YES", with: "NO")
        + #"backup { ip6.addr = "«em0|2001:db8::3»"; }"#,
      [
        "warning: jail backup asks for 2001:db8::3/128 by default on em0, where the host has /64"
      ])
  }

  @Test func `warns of an alias that is not applied yet`() {
    expectFindings(
      of: PrefixLengthConflict.self,
      in: Self.host.replacing("_ipv6=", with: "_off=")
        + #"backup { ip6.addr = "«em0|2001:db8::3»"; }"#,
      [
        "warning: jail backup asks for 2001:db8::3/128 by default on em0, "
          + "where the host's alias has /64"
      ])
  }

  @Test func `tells a length that another jail set`() {
    expectFindings(
      of: PrefixLengthConflict.self,
      in: Self.host.filter { !"‹›".contains($0) } + """
        first { ip6.addr = "‹em0|2001:db8::9/64›"; }
        second { ip6.addr = "«em0|2001:db8::9/80»"; }
        """,
      ["error: jail second asks for 2001:db8::9/80 on em0, where jail first has /64"])
  }

  @Test func `a jail that fails at one address is told of the next one, too`() {
    expectFindings(
      of: PrefixLengthConflict.self,
      in: """
        == hardware: em0
        == /etc/rc.conf
        ifconfig_em0_ipv6="inet6 ‹2001:db8::1› prefixlen 64"
        ifconfig_em0_alias0="inet6 ‹2001:db8::3› prefixlen 64"
        jail_enable="YES"
        == /etc/jail.conf
        persist; path = "/jails/$name";
        a { ip6.addr = "«em0|2001:db8::1»", "«em0|2001:db8::3»", "em0|2001:db8::4"; }
        """,
      [
        "error: jail a asks for 2001:db8::1/128 by default on em0, where the host has /64",
        "error: jail a asks for 2001:db8::3/128 by default on em0, where the host has /64",
      ])
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: PrefixLengthConflict.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
        ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
        jail_enable="YES"
        == /etc/jail.conf
        backup {
          path = "/jails/backup";
          ip6.addr = "em0|2001:db8::3";
          exec.start = "/bin/sh /etc/rc";
        }
        """,
      """
      safe: drop em0| so that jail backup uses the host's 2001:db8::3
      -   ip6.addr = "em0|2001:db8::3";
      +   ip6.addr = "2001:db8::3";
      review: write /64 on the side of jail backup
      -   ip6.addr = "em0|2001:db8::3";
      +   ip6.addr = "em0|2001:db8::3/64";
      review: remove ifconfig_em0_alias0
      - ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
      review: give 2001:db8::3 in ifconfig_em0_alias0 the length /128
      - ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 64"
      + ifconfig_em0_alias0="inet6 2001:db8::3 prefixlen 128"
      """)
  }
}
