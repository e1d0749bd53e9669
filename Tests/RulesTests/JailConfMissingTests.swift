import Testing

@testable import Rules

struct JailConfMissingTests {
  @Test(arguments: [
    ("jail_enable=«YES»", "/etc/jail.conf"),
    ("jail_enable=YES\njail_conf=«/etc/jails.conf»", "/etc/jails.conf"),
  ])
  func `names the file`(_ lines: String, _ path: String) {
    expectFindings(
      of: JailConfMissing.self, in: lines + "\n",
      ["warning: jails are to be started from \(path), which does not exist"])
  }

  @Test func `points at the switch where only the defaults name the file`() {
    expectFindings(
      of: JailConfMissing.self,
      in: """
        == /etc/defaults/rc.conf
        rc_conf_files=/etc/rc.conf
        jail_conf=/etc/jail.conf
        == /etc/rc.conf
        jail_enable=«YES»
        """, ["warning: jails are to be started from /etc/jail.conf, which does not exist"])
  }

  @Test(arguments: ["jail_enable=NO", "jail_enable=YES\njail_list=a"])
  func `is silent where it is not read`(_ lines: String) {
    expectSilence(of: JailConfMissing.self, in: lines + "\n")
  }

  @Test func `is silent where it is there`() {
    expectSilence(
      of: JailConfMissing.self,
      in: "jail_enable=YES\n== /etc/jail.conf\npersist; a { path = /a; }\n")
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: JailConfMissing.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        """,
      """
      review: set jail_enable to NO
      - jail_enable="YES"
      + jail_enable="NO"
      """)
  }
}
