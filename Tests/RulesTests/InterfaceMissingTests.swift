import Testing

@testable import Rules

struct InterfaceMissingTests {
  private func host(_ rc: String, _ jail: String) -> String {
    """
    == hardware: em0
    == /etc/rc.conf
    \(rc)
    jail_enable="YES"
    == /etc/jail.conf
    a { persist; path = /jails/a; \(jail) }
    """
  }

  @Test(arguments: [
    ("ip4.addr = \"«lo1»|192.0.2.31\";", "lo1"),
    ("ip6.addr = \"«bge7»|2001:db8::31\";", "bge7"),
    ("interface = «em1»; ip4.addr = 192.0.2.31;", "em1; there is em0"),
  ])
  func `names the interface a jail needs`(_ jail: String, _ text: String) {
    let (name, rest) = (text.prefix { $0 != ";" }, text.drop { $0 != ";" })
    expectFindings(
      of: InterfaceMissing.self, in: host("", jail),
      ["error: jail a needs interface \(name), which does not exist\(rest)"])
  }

  @Test
  func `a name that nothing creates and nearly another's is found, though it may be a card's`() {
    let text = """
      == /etc/rc.conf
      ifconfig_em0="inet 192.0.2.10/24"
      cloned_interfaces="lo1"
      ifconfig_lo1_name="bastille0"
      jail_enable="YES"
      == /etc/jail.conf
      persist; path = "/jails/$name";
      mail {
        interface = «bastile0»;
        ip4.addr = 198.51.100.1;
      }
      """
    expectFindings(
      of: InterfaceMissing.self, in: text,
      ["warning: jail mail needs interface bastile0, which nothing creates; there is bastille0"])
    expectWays(
      of: InterfaceMissing.self,
      in: text.replacing("«", with: "").replacing("»", with: ""),
      """
      review: write bastille0 in place of bastile0 in jail mail
      -   interface = bastile0;
      +   interface = bastille0;
      """)
    for other in ["bastille1", "igb0", "em1"] {
      expectSilence(of: InterfaceMissing.self, in: text.replacing("«bastile0»", with: other))
    }
  }

  @Test func `finds settings of an interface that is not there`() {
    expectFindings(
      of: InterfaceMissing.self,
      in: host("network_interfaces=\"em0 em5\"\nifconfig_em5=«\"inet 192.0.2.10/24\"»", ""),
      [
        "error: rc.conf(5) configures em5, which does not exist",
        "error: rc.conf(5) configures em5, which does not exist",
      ])
  }

  @Test(arguments: [
    ("cloned_interfaces=lo1", "ip4.addr = \"lo1|192.0.2.31\";"),
    ("ifconfig_em0_name=wan", "ip4.addr = \"em0|192.0.2.31\";"),  // another rule's
    ("", "exec.prestart = \"ifconfig lo1 create\"; ip4.addr = \"lo1|192.0.2.31\";"),  // another's
    ("", "ip4.addr = 192.0.2.31;"), ("", "ip4.addr = \"em0|192.0.2.31\";"),
    ("ifconfig_em7=\"inet 192.0.2.10/24\"", ""),  // for a machine that has it
  ])
  func `is silent where it is there or another reason is known`(_ rc: String, _ jail: String) {
    expectSilence(of: InterfaceMissing.self, in: host(rc, jail))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: InterfaceMissing.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          ip4.addr = "lo1|198.51.100.1";
          persist;
        }
        """,
      """
      safe: add lo1 to cloned_interfaces
      + cloned_interfaces="lo1"
      """)
    expectWays(
      of: InterfaceMissing.self,
      in: """
        == hardware: em0
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        cloned_interfaces="lo1" # jails
        jail_enable="YES"
        == /etc/jail.conf
        persist; path = "/jails/$name";
        www { ip4.addr = "lo2|198.51.100.1", "lo2|198.51.100.2"; }
        """,
      """
      safe: add lo2 to cloned_interfaces
      - cloned_interfaces="lo1" # jails
      + cloned_interfaces="lo1 lo2" # jails
      """)
    expectWays(
      of: InterfaceMissing.self,
      in: """
        == hardware: em0
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        cloned_interfaces="$cloned_interfaces bridge0"
        jail_enable="YES"
        jail_list="www"
        jail_www_rootdir="/jails/www"
        jail_www_hostname="www"
        jail_www_ip="lo1|198.51.100.1,lo1|198.51.100.2"
        """,
      """
      safe: add lo1 to cloned_interfaces
      - cloned_interfaces="$cloned_interfaces bridge0"
      + cloned_interfaces="$cloned_interfaces bridge0 lo1"
      """)
  }
}
