import Testing

@testable import Rules

struct ValueSwallowsLinesTests {
  @Test func `names the line that is lost`() {
    expectFindings(
      of: ValueSwallowsLines.self,
      in: "ifconfig_em0_alias0=«\"inet 192.0.2.20/32\nhostname=\"host»\nsshd_enable=YES",
      ["warning: the value of ifconfig_em0_alias0 goes on over the line of hostname"])
  }

  @Test(arguments: [
    "ifconfig_em0_aliases=\"inet 192.0.2.20/32\n  inet 192.0.2.21/32\"",
    "jail_www_flags=\"-a\n--option=1\"", "hostname=\"a=b\"", "hostname=\"a\"\nsshd_enable=\"YES\"",
  ])
  func `is silent about lists and closed quotes`(_ rc: String) {
    expectSilence(of: ValueSwallowsLines.self, in: rc)
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: ValueSwallowsLines.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24
        defaultrouter="192.0.2.1
        hostname="host.example.org"
        jail_list=""
        """,
      """
      review: close the quotes at the ends of lines 1 to 2
      - ifconfig_em0="inet 192.0.2.10/24
      - defaultrouter="192.0.2.1
      + ifconfig_em0="inet 192.0.2.10/24"
      + defaultrouter="192.0.2.1"
      """)
  }
}
