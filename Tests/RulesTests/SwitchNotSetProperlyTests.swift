import Testing

@testable import Rules

struct SwitchNotSetProperlyTests {
  @Test(arguments: [("jail_enable", "YSE"), ("ezjail_enable", "maybe"), ("netif_enable", "")])
  func `names switch and value`(_ name: String, _ value: String) {
    expectFindings(
      of: SwitchNotSetProperly.self, in: "\(name)=«\"\(value)\"»\n",
      ["warning: \(name) is neither on nor off: \"\(value)\""])
  }

  @Test(arguments: ["YES", "no", "On", "1", "false"])
  func `is silent about what rc takes`(_ value: String) {
    expectSilence(of: SwitchNotSetProperly.self, in: "jail_enable=\(value)\n")
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: SwitchNotSetProperly.self,
      in: """
        == /etc/rc.conf
        jail_enable="YSE"
        == /etc/jail.conf
        persist;
        www { path = "/jails/www"; }
        """,
      """
      review: set jail_enable to YES
      - jail_enable="YSE"
      + jail_enable="YES"
      review: set jail_enable to NO
      - jail_enable="YSE"
      + jail_enable="NO"
      """)
  }
}
