import Testing

@testable import Rules

struct JailRunsOnlyUntilBootTests {
  private let files = """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_ipv6="inet6 2001:db8::1/64"
    ifconfig_em0_alias0="inet6 2001:db8::3/64"
    jail_enable="YES"
    == /etc/jail.conf
    persist; path = "/jails/$name";
    a { ip6.addr = "em0|2001:db8::3"; }
    b { ip4.addr = "em0|192.0.2.31"; }

    """

  @Test func `finds a running jail whose next start fails`() {
    expectFindings(
      of: JailRunsOnlyUntilBoot.self,
      in: files.replacing("a {", with: "«a» {") + RunningHost.em0()
        + RunningHost.jls(("a", ""), ("b", "192.0.2.31")),
      ["info: jail a runs now and will not start at the next boot"])
  }

  @Test(arguments: [
    RunningHost.jls(("b", "192.0.2.31")), RunningHost.jls(),
    "== live: jls\njid=1 name=a dying\n", "",
  ])
  func `is silent where none of them runs`(_ jails: String) {
    expectSilence(of: JailRunsOnlyUntilBoot.self, in: files + RunningHost.em0() + jails)
  }
}
