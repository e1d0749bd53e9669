import Testing

@testable import Rules

struct IfconfigWordUnknownTests {
  @Test(arguments: [
    ("inet 192.0.2.10/24 «ups»", "ups in the setting of em0 is no word of ifconfig(8)"),
    ("inet «192.0.2.300»/32", "192.0.2.300 in the setting of em0 is no address of its family"),
    ("inet «2001:db8::1»", "2001:db8::1 in the setting of em0 is no address of its family"),
    ("inet 192.0.2.10/24 «mtu»", "nothing stands behind mtu in the setting of em0"),
  ])
  func `names the word`(_ setting: String, _ message: String) {
    expectFindings(
      of: IfconfigWordUnknown.self, in: "ifconfig_em0=\"\(setting)\"", ["error: " + message])
  }

  @Test func `points at the arguments of a clone`() {
    expectFindings(
      of: IfconfigWordUnknown.self,
      in: "cloned_interfaces=\"lo1\"\ncreate_args_lo1=\"mtu 1500 «ups»\"",
      ["error: ups in the setting of lo1 is no word of ifconfig(8)"])
  }

  @Test(arguments: [
    "ifconfig_em0=\"inet 192.0.2.10/24 up mtu 9000 -lro description lan\"",
    "ifconfig_em0=\"up inet 192.0.2.10/24\"", "ifconfig_em0=\"inet 192.0.2.10/33\"",
    "ifconfig_em0=\"inet 192.0.2.10-12/24\"", "ifconfig_em0=\"inet 192.0.2.10 netmask 9.9\"",
    "ifconfig_em0_alias0=\"2001:db8::1\"", "ifconfig_em0=\"WPA SYNCDHCP\"",
  ])
  func `is silent about known words and other faults`(_ rc: String) {
    expectSilence(of: IfconfigWordUnknown.self, in: rc)
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: IfconfigWordUnknown.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24 ups"
        """,
      """
      review: write up in place of ups in ifconfig_em0
      - ifconfig_em0="inet 192.0.2.10/24 ups"
      + ifconfig_em0="inet 192.0.2.10/24 up"
      review: remove ups from ifconfig_em0
      - ifconfig_em0="inet 192.0.2.10/24 ups"
      + ifconfig_em0="inet 192.0.2.10/24"
      """)
  }
}
