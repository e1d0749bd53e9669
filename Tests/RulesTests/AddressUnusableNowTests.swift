import Testing

@testable import Rules

struct AddressUnusableNowTests {
  private func files(_ address: String = "2001:db8::3", jail: String = "") -> String {
    """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_ipv6="inet6 2001:db8::1/64"
    ifconfig_em0_alias0="inet6 \(address)/64"
    jail_enable="YES"
    == /etc/jail.conf
    a { persist; path = /jails/a; \(jail) }

    """
  }

  @Test(arguments: ["duplicated", "tentative", "detached"])
  func `finds one of the host's addresses`(_ mark: String) {
    expectFindings(
      of: AddressUnusableNow.self,
      in: files("«2001:db8::3»") + RunningHost.em0("inet6 2001:db8::3 prefixlen 64 \(mark)"),
      ["warning: 2001:db8::3/64 on em0 is \(mark) now"])
  }

  @Test func `finds one of a jail's, and says how to set it anew when it was taken`() {
    let host =
      files(jail: "ip6.addr = \"«em0|2001:db8::4»\";")
      + RunningHost.em0("inet6 2001:db8::4 prefixlen 128 duplicated")
    expectFindings(
      of: AddressUnusableNow.self, in: host,
      ["warning: 2001:db8::4/128 on em0 is duplicated now"])
    expectCommands(
      of: AddressUnusableNow.self, in: host,
      """
      set 2001:db8::4/128 on em0 again once nobody else has it
        ifconfig em0 inet6 2001:db8::4 -alias
        ifconfig em0 inet6 2001:db8::4 prefixlen 128 alias
      """)
  }

  @Test func `tells no command for one that only takes its time`() {
    expectCommands(
      of: AddressUnusableNow.self,
      in: files() + RunningHost.em0("inet6 2001:db8::3 prefixlen 64 tentative"), "")
  }

  @Test(arguments: [
    "inet6 2001:db8::3 prefixlen 64", "inet6 2001:db8::3 prefixlen 64 deprecated autoconf",
    // nobody asked for it
    "inet6 2001:db8::99 prefixlen 64 duplicated", "inet6 fe80::1%em0 prefixlen 64 tentative",
  ])
  func `is silent about others`(_ line: String) {
    expectSilence(of: AddressUnusableNow.self, in: files() + RunningHost.em0(line))
  }
}
