import Testing

@testable import Rules

struct RCConfDirectoryOverridesTests {
  @Test func `names both files`() {
    expectFindings(
      of: RCConfDirectoryOverrides.self,
      in: "jail_enable=‹NO›\n== /etc/rc.conf.d/jail\njail_enable=«YES»",
      ["info: jail_enable of /etc/rc.conf is overridden for one service"])
  }

  @Test(arguments: [
    "jail_enable=YES\n== /etc/rc.conf.d/jail\njail_enable=YES",
    "hostname=a\n== /etc/rc.conf.d/jail\njail_enable=YES",
    "jail_enable=NO\n== /etc/rc.conf.local\njail_enable=YES",
    "sshd_flags=a\n== /etc/rc.conf.d/sshd\nsshd_flags=b",  // no service that is forecast
  ])
  func `is silent when one file speaks`(_ rc: String) {
    expectSilence(of: RCConfDirectoryOverrides.self, in: rc)
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: RCConfDirectoryOverrides.self,
      in: """
        == /etc/rc.conf
        jail_enable="NO"
        == /etc/rc.conf.d/jail
        jail_enable="YES"
        """,
      """
      review: remove jail_enable from /etc/rc.conf
      - jail_enable="NO"
      review: remove jail_enable from /etc/rc.conf.d/jail
      - jail_enable="YES"
      """)
  }
}
