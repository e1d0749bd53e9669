import Testing

@testable import Rules

struct AddressTentativeAtStartTests {
  private func host(_ jail: String) -> String {
    """
    cloned_interfaces=lo1
    ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
    jail_enable=YES
    == /etc/jail.conf
    path = "/jails/$name"; exec.start = "/bin/sh /etc/rc";
    a { \(jail) }
    """
  }

  @Test(arguments: [
    "ip6.addr = \"«em0|2001:db8::31»\";", "interface = em0; ip6.addr = «2001:db8::31»;",
  ])
  func `finds an address that is set at the start`(_ jail: String) {
    expectFindings(
      of: AddressTentativeAtStart.self, in: host(jail),
      ["info: jail a starts while 2001:db8::31 on em0 is still tested"])
  }

  @Test(arguments: [
    "ip6.addr = 2001:db8::1;", "ip6.addr = \"em0|2001:db8::31 no_dad\";",
    "ip6.addr = \"lo1|2001:db8::31\";", "ip4.addr = \"em0|192.0.2.31\";",
    "ip6.addr = \"em0|2001:db8::1/64\";",
    "ip6.addr = \"em0|2001:db8::31\"; exec.start = \"sleep 2\", \"/bin/sh /etc/rc\";",
  ])
  func `is silent where the address is ready`(_ jail: String) {
    expectSilence(of: AddressTentativeAtStart.self, in: host(jail))
  }

  @Test func `is silent where sysctl.conf(5) has addresses tested by nobody`() {
    expectSilence(
      of: AddressTentativeAtStart.self,
      in: host("ip6.addr = \"em0|2001:db8::31\"; exec.start = \"/bin/sh /etc/rc\";")
        + "\n== /etc/sysctl.conf\nnet.inet6.ip6.dad_count=0\n")
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: AddressTentativeAtStart.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          ip6.addr = "em0|2001:db8::31";
          exec.start = "/bin/sh /etc/rc";
        }
        """,
      """
      review: set 2001:db8::31/128 on em0 by rc.conf(5), and drop em0|
      -   ip6.addr = "em0|2001:db8::31";
      +   ip6.addr = "2001:db8::31";
      + ifconfig_em0_alias0="inet6 2001:db8::31/128"
      review: write no_dad behind 2001:db8::31
      -   ip6.addr = "em0|2001:db8::31";
      +   ip6.addr = "em0|2001:db8::31 no_dad";
      """)
  }
}
