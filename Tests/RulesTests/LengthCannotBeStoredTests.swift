import Testing

@testable import Rules

struct LengthCannotBeStoredTests {
  private static func host(_ alias: String, pot: String) -> String {
    """
    == hardware: em0
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_ipv6="inet6 2001:db8::1/64"
    ifconfig_em0_alias0="\(alias)"
    pot_enable="YES"
    == /usr/local/etc/pot/pot.conf
    POT_EXTIF=em0
    == /opt/pot/jails/www/conf/pot.conf
    pot.attr.start-at-boot=YES
    network_type=alias
    ip=\(pot)
    """
  }

  @Test func `points at the address whose length can't be written`() {
    expectFindings(
      of: LengthCannotBeStored.self,
      in: Self.host("inet6 2001:db8::70/64", pot: "192.0.2.70 «2001:db8::70»"),
      ["info: pot can't store /64 for 2001:db8::70 of jail www"])
  }

  @Test(arguments: ["inet6 2001:db8::70/128", "inet6 2001:db8::71/64"])
  func `is silent where none is needed`(_ alias: String) {
    expectSilence(of: LengthCannotBeStored.self, in: Self.host(alias, pot: "2001:db8::70"))
  }

  @Test func `is silent where one can be written`() {
    expectSilence(
      of: LengthCannotBeStored.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0_ipv6="inet6 2001:db8::1/64"
        ifconfig_em0_alias0="inet6 2001:db8::70/64"
        bastille_enable="YES"
        == /usr/local/bastille/jails/www/jail.conf
        www { path = /j; exec.start = '/bin/sh /etc/rc'; ip6.addr = em0|2001:db8::70; }
        """)
  }
}
