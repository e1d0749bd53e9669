import Testing

@testable import Rules

struct OrphanAddressTests {
  private let files = """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_alias0="inet6 2001:db8::9/64"
    jail_enable="YES"
    == /etc/jail.conf
    a { persist; path = /jails/a; ip4.addr = "em0|192.0.2.31"; }
    == /etc/jail.c.conf
    c { persist; path = /jails/c; ip4.addr = "em0|192.0.2.33"; }

    """

  @Test func `finds an address that nothing configures`() {
    let host =
      files + RunningHost.em0("inet 192.0.2.77 netmask 0xffffffff", "inet6 2001:db8::7/64")
    expectFindings(
      of: OrphanAddress.self, in: host,
      [
        "warning: 192.0.2.77/32 is on em0 now and nothing configures it",
        "warning: 2001:db8::7/64 is on em0 now and nothing configures it",
      ])
    expectCommands(
      of: OrphanAddress.self, in: host,
      """
      take 192.0.2.77/32 off em0
        ifconfig em0 inet 192.0.2.77 -alias
      """)
  }

  @Test(arguments: [
    // configured, by the host and by jails, running or not
    "inet 192.0.2.31/32", "inet 192.0.2.33/32",
    // configured and never applied: another finding
    "inet6 2001:db8::9/64",
    // the kernel's own
    "inet6 fe80::1%em0/64", "inet6 2001:db8::77/64 autoconf", "inet6 2001:db8::77/64 temporary",
  ])
  func `is silent about others`(_ line: String) {
    expectSilence(of: OrphanAddress.self, in: files + RunningHost.em0(line))
  }

  @Test
  func `is silent about interfaces that the boot doesn't know, and addresses of running jails`() {
    expectSilence(
      of: OrphanAddress.self,
      in: files + RunningHost.em0("inet 192.0.2.88/32")
        + RunningHost.interface("wg0", "inet 198.51.100.1/24")
        + RunningHost.jls(("stray", "192.0.2.88")))
  }

  @Test(arguments: ["x=$(/usr/local/bin/addresses)", "x=\"never closed"])
  func `is silent where not all settings can be followed`(_ line: String) {
    expectSilence(
      of: OrphanAddress.self,
      in: "== /etc/rc.conf\nifconfig_em0=\"inet 192.0.2.10/24\"\n\(line)\n"
        + RunningHost.em0("inet 192.0.2.77/24"))
  }

  @Test func `is silent about an interface with a lease`() {
    expectSilence(
      of: OrphanAddress.self,
      in: files.replacing("\"inet 192.0.2.10/24\"", with: "DHCP")
        + RunningHost.em0("inet 192.0.2.77/24"))
  }
}
