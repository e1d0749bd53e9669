import Testing

@testable import Rules

struct RunningJailOutdatedTests {
  private func files(_ parameter: String) -> String {
    """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    jail_enable="YES"
    == /etc/jail.conf
    a { persist; path = /jails/a; \(parameter) }

    """
  }
  private let live = RunningHost.em0(
    "inet 192.0.2.31 netmask 0xffffffff", "inet 192.0.2.32 netmask 0xffffffff")

  @Test(arguments: [
    (
      "ip4.addr = \"em0|192.0.2.31\", \"«em0|192.0.2.32»\";", "192.0.2.31",
      "without 192.0.2.32, which its configuration names"
    ),
    (
      "ip4.addr = \"em0|192.0.2.31\";", "192.0.2.31,192.0.2.32",
      "with 192.0.2.32, which its configuration doesn't name"
    ),
    (
      "ip4.addr = \"«em0|192.0.2.31»\";", "192.0.2.32",
      "without 192.0.2.31, which its configuration names, and with 192.0.2.32, "
        + "which its configuration doesn't name"
    ),
  ])
  func `finds what the jail was not created with`(
    _ parameter: String, _ addresses: String, _ message: String
  ) {
    expectFindings(
      of: RunningJailOutdated.self,
      in: files(parameter) + live + RunningHost.jls(("a", addresses)),
      ["warning: jail a runs \(message)"])
  }

  @Test(arguments: [
    ("ip4.addr = \"em0|192.0.2.31\";", "192.0.2.31"),
    // the order doesn't matter
    ("ip4.addr = \"em0|192.0.2.32\", \"em0|192.0.2.31\";", "192.0.2.31,192.0.2.32"),
    // jls(8) may list the host's addresses of a jail that shares them all
    ("ip4 = inherit;", "192.0.2.10"),
  ])
  func `is silent where they are the same`(_ parameter: String, _ addresses: String) {
    expectSilence(
      of: RunningJailOutdated.self,
      in: files(parameter) + live + RunningHost.jls(("a", addresses)))
  }

  @Test func `is silent about a jail with a network stack of its own`() {
    expectSilence(
      of: RunningJailOutdated.self,
      in: files("vnet;") + live + "== live: jls\njid=1 name=a vnet=new ip4.addr=192.0.2.99\n")
  }
}
