import Testing

@testable import Rules

struct VariableSetTwiceTests {
  @Test func `names the value that is lost`() {
    expectFindings(
      of: VariableSetTwice.self,
      in: "cloned_interfaces=‹\"lo1\"›\nhostname=a\ncloned_interfaces=«\"bridge0\"»",
      ["warning: cloned_interfaces is set twice, and \"lo1\" is lost"])
  }

  @Test func `is an info when a later file overrides`() {
    expectFindings(
      of: VariableSetTwice.self,
      in: """
        jail_enable=‹NO›
        == /etc/rc.conf.local
        jail_enable=«YES»
        """, ["info: jail_enable is set twice, and \"NO\" is lost"])
  }

  @Test func `tells all values that are lost from the one that counts`() {
    expectFindings(
      of: VariableSetTwice.self,
      in: """
        ifconfig_em0=‹DHCP›
        ifconfig_em0=‹"inet 192.0.2.1/24"›
        ifconfig_em0=‹DHCP›
        ifconfig_em0=«up»
        """,
      ["warning: ifconfig_em0 is set 4 times, and \"DHCP\", \"inet 192.0.2.1/24\" are lost"])
  }

  @Test func `is silent about the defaults of FreeBSD`() {
    expectSilence(
      of: VariableSetTwice.self,
      in: """
        == /etc/defaults/rc.conf
        rc_conf_files=/etc/rc.conf
        sshd_enable=NO
        == /etc/rc.conf
        sshd_enable=YES
        """)
  }

  @Test(arguments: [
    "cloned_interfaces=lo1\ncloned_interfaces=\"$cloned_interfaces bridge0\"",
    "hostname=a\nhostname=a", "hostname=a\nsshd_enable=YES", "a_b=\"$(date)\"\na_b=c", "i=1\ni=2",
    "jail_enable=NO\n== /etc/rc.conf.d/jail\njail_enable=YES",
  ])
  func `is silent when nothing is lost`(_ rc: String) {
    expectSilence(of: VariableSetTwice.self, in: rc)
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: VariableSetTwice.self,
      in: """
        == /etc/rc.conf
        cloned_interfaces="lo1"
        ifconfig_lo1="inet 192.0.2.1/24"
        cloned_interfaces="bridge0"
        """,
      """
      review: join both values of cloned_interfaces in the line that counts
      - cloned_interfaces="lo1"
      - ifconfig_lo1="inet 192.0.2.1/24"
      - cloned_interfaces="bridge0"
      + ifconfig_lo1="inet 192.0.2.1/24"
      + cloned_interfaces="lo1 bridge0"
      review: remove the cloned_interfaces that is lost
      - cloned_interfaces="lo1"
      """)
    expectWays(
      of: VariableSetTwice.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias0="inet 192.0.2.11/32"
        ifconfig_em0_alias1="inet 192.0.2.12/32"
        ifconfig_em0_alias1="inet 192.0.2.13/32"
        """,
      """
      review: rename the second ifconfig_em0_alias1 to ifconfig_em0_alias2
      - ifconfig_em0_alias1="inet 192.0.2.13/32"
      + ifconfig_em0_alias2="inet 192.0.2.13/32"
      review: remove the ifconfig_em0_alias1 that is lost
      - ifconfig_em0_alias1="inet 192.0.2.12/32"
      """)
  }
}
