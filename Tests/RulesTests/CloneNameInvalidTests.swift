import Testing

@testable import Rules

struct CloneNameInvalidTests {
  @Test func `finds a clone without a driver`() {
    expectFindings(
      of: CloneNameInvalid.self,
      in: "cloned_interfaces=\"lo1 «jailnet»\"\nifconfig_jailnet=\"inet 192.0.2.1/24\"",
      ["error: jailnet can't be created: no driver goes by that name"])
  }

  @Test(arguments: [
    "cloned_interfaces=\"lo1 bridge0 epair3 tap0\"",
    "cloned_interfaces=\"lo1\"\nifconfig_lo1_name=\"jailnet\"", "cloned_interfaces=\"\"",
    "cloned_interfaces=\"lo1:sticky\"",
  ])
  func `is silent about drivers`(_ rc: String) {
    expectSilence(of: CloneNameInvalid.self, in: rc)
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: CloneNameInvalid.self,
      in: """
        == /etc/rc.conf
        cloned_interfaces="jailnet"
        ifconfig_jailnet="inet 192.0.2.1/24"
        """,
      """
      review: create lo1, and rename it to jailnet
      - cloned_interfaces="jailnet"
      + cloned_interfaces="lo1"
      + ifconfig_lo1_name="jailnet"
      """)
  }
}
