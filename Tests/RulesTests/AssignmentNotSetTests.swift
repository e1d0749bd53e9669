import Testing

@testable import Rules

struct AssignmentNotSetTests {
  @Test(arguments: [
    ("«jail_list =» \"a b\"", "jail_list", "a blank stands before the equals sign"),
    (
      "«jail_list =»\"a b\"".replacing("=»\"a b\"", with: "=\"a b\"»"), "jail_list",
      "a blank stands before the equals sign"
    ),
    ("«jail_list=» \"a b\"", "jail_list", "a blank follows the equals sign"),
    ("«jail_list=\"a b\"#all» of them", "jail_list", "a comment is glued to its value"),
    (
      "«ifconfig_em0.100=\"inet 192.0.2.1/24\"»", "ifconfig_em0.100",
      "no variable has such a name"
    ),
    (
      "«route_lan\"-net 198.51.100.0/24 192.0.2.9\"»", "route_lan", "it has no equals sign"
    ),
    ("«cloned_interfaces+=\" lo1\"»", "cloned_interfaces", "sh(1) knows no +="),
  ])
  func `says why a line sets nothing`(_ line: String, _ name: String, _ reason: String) {
    expectFindings(
      of: AssignmentNotSet.self, in: "hostname=a\n\(line)\nsshd_enable=YES",
      ["warning: \(name) is not set: \(reason)"])
  }

  @Test func `finds a quote that another line closes`() {
    expectFindings(
      of: AssignmentNotSet.self,
      in: "«hostname=\"host\ndumpdev=\"AUTO» b\"\nsshd_enable=YES\"",
      ["warning: hostname is not set: its quote is not closed on the line"])
  }

  @Test(arguments: [
    "jail_list=\"a b\" # all of them", "jail_list=", "export jail_list=\"a b\"", "echo a_b = c",
    "LC_ALL=C sort /etc/hosts", "[ \"$a_b\" = c ]", "jail_list=\"a # b\"", "test_this --opt=1",
    "test_this \"a b\"",
  ])
  func `is silent about assignments and commands`(_ line: String) {
    expectSilence(of: AssignmentNotSet.self, in: line)
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: AssignmentNotSet.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias0 = "inet 192.0.2.20/32"
        """,
      """
      safe: remove the blanks around the equals sign of ifconfig_em0_alias0
      - ifconfig_em0_alias0 = "inet 192.0.2.20/32"
      + ifconfig_em0_alias0="inet 192.0.2.20/32"
      """)
    expectWays(
      of: AssignmentNotSet.self,
      in: """
        == /etc/rc.conf
        cloned_interfaces="lo1"
        cloned_interfaces+="lo2"
        """,
      """
      safe: write cloned_interfaces="$cloned_interfaces …" in place of +=
      - cloned_interfaces+="lo2"
      + cloned_interfaces="$cloned_interfaces lo2"
      """)
    expectWays(
      of: AssignmentNotSet.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0.100="inet 192.0.2.10/24"
        """,
      """
      safe: write ifconfig_em0_100 in place of ifconfig_em0.100
      - ifconfig_em0.100="inet 192.0.2.10/24"
      + ifconfig_em0_100="inet 192.0.2.10/24"
      """)
    expectWays(
      of: AssignmentNotSet.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0= "inet 192.0.2.10/24"
        """,
      """
      safe: remove the blanks around the equals sign of ifconfig_em0
      - ifconfig_em0= "inet 192.0.2.10/24"
      + ifconfig_em0="inet 192.0.2.10/24"
      """)
  }
}
