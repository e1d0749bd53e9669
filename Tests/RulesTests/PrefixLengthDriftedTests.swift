import Testing

@testable import Rules

struct PrefixLengthDriftedTests {
  private func files(_ alias: String) -> String {
    """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_ipv6="inet6 2001:db8::1/64"
    ifconfig_em0_alias0="\(alias)"

    """
  }

  @Test func `finds a mask that a jail replaced`() {
    let host =
      files("inet «192.0.2.20»/24")
      + RunningHost.em0(
        "inet6 2001:db8::1 prefixlen 64", "inet 192.0.2.20 netmask 0xffffffff")
    expectFindings(
      of: PrefixLengthDrifted.self, in: host,
      ["warning: 192.0.2.20/24 is on em0 as /32 now"])
    expectCommands(
      of: PrefixLengthDrifted.self, in: host,
      """
      give 192.0.2.20 on em0 the length /24 again
        ifconfig em0 inet 192.0.2.20/24 alias
      """)
  }

  @Test func `takes an address of IPv6 off first`() {
    let host =
      files("inet6 «2001:db8::3»/64")
      + RunningHost.em0(
        "inet6 2001:db8::1 prefixlen 64", "inet6 2001:db8::3 prefixlen 128")
    expectFindings(
      of: PrefixLengthDrifted.self, in: host,
      ["warning: 2001:db8::3/64 is on em0 as /128 now"])
    expectCommands(
      of: PrefixLengthDrifted.self, in: host,
      """
      give 2001:db8::3 on em0 the length /64 again
        ifconfig em0 inet6 2001:db8::3 -alias
        ifconfig em0 inet6 2001:db8::3 prefixlen 64 alias
      """)
  }

  @Test(arguments: [
    RunningHost.em0("inet6 2001:db8::1 prefixlen 64", "inet 192.0.2.20 netmask 0xffffff00"),
    // without a mask that can be read nothing is known of it
    RunningHost.em0("inet 192.0.2.20 netmask 0xff00ff00"), RunningHost.em0(),
  ])
  func `is silent where it is the same, absent or not known`(_ live: String) {
    expectSilence(of: PrefixLengthDrifted.self, in: files("inet 192.0.2.20/24") + live)
  }
}
