import Testing

@testable import Rules

struct AddressMissingNowTests {
  private let files = """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_alias0="inet «192.0.2.20»/32"

    """

  @Test func `finds an alias that is on no interface`() {
    expectFindings(
      of: AddressMissingNow.self, in: files + RunningHost.em0(),
      ["warning: 192.0.2.20/32 is to be on em0 and is on no interface now"])
    expectCommands(
      of: AddressMissingNow.self, in: files + RunningHost.em0(),
      """
      put 192.0.2.20/32 back on em0
        ifconfig em0 inet 192.0.2.20/32 alias
      """)
  }

  @Test func `finds one that is elsewhere`() {
    let host =
      files + RunningHost.em0() + RunningHost.interface("em1", "inet 192.0.2.20 netmask 0xffffffff")
    expectFindings(
      of: AddressMissingNow.self, in: host,
      ["warning: 192.0.2.20/32 is to be on em0 and is on em1 now"])
    expectCommands(
      of: AddressMissingNow.self, in: host,
      """
      put 192.0.2.20/32 back on em0
        ifconfig em1 inet 192.0.2.20 -alias
        ifconfig em0 inet 192.0.2.20/32 alias
      """)
  }

  @Test func `gives an address of IPv6 its length`() {
    expectCommands(
      of: AddressMissingNow.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_ipv6="inet6 2001:db8::1/64"

        """ + RunningHost.em0(),
      """
      put 2001:db8::1/64 back on em0
        ifconfig em0 inet6 2001:db8::1 prefixlen 64 alias
      """)
  }

  @Test(arguments: [
    RunningHost.em0("inet 192.0.2.20 netmask 0xffffffff"),
    // another length is another finding
    RunningHost.em0("inet 192.0.2.20 netmask 0xffffff00"),
    // nothing is known of the interfaces
    RunningHost.jls(), "",
  ])
  func `is silent where it is there, or nobody knows`(_ live: String) {
    expectSilence(of: AddressMissingNow.self, in: files.filter { !"«»".contains($0) } + live)
  }

  @Test func `is silent about an interface that a jail may have taken`() {
    expectSilence(
      of: AddressMissingNow.self,
      in: files.filter { !"«»".contains($0) } + RunningHost.ifconfig(RunningHost.interface("em1"))
        + "== live: jls\njid=1 name=router path=/jails/router vnet=new\n")
  }
}
