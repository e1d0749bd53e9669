import Testing

@testable import Rules

struct JailsDisabledTests {
  @Test func `names the switch`() {
    expectFindings(
      of: JailsDisabled.self,
      in: """
        == /etc/rc.conf
        jail_enable=«NO»
        == /etc/jail.conf
        persist; path = "/j/$name"; a { } b { }
        """, ["info: 2 jails are defined, and jail_enable is not YES"])
    expectFindings(
      of: JailsDisabled.self,
      in: """
        == /etc/rc.conf
        hostname=host.example.org
        == /usr/local/etc/ezjail/a
        export jail_a_rootdir=/jails/a
        """, ["info: jail a is defined, and ezjail_enable is not YES"])
  }

  @Test func `points at the jail where only the defaults have the switch`() {
    expectFindings(
      of: JailsDisabled.self,
      in: """
        == /etc/defaults/rc.conf
        rc_conf_files=/etc/rc.conf
        jail_enable=NO
        == /etc/rc.conf
        hostname=host.example.org
        == /etc/jail.conf
        persist; path = "/j/$name"; «a» { }
        """, ["info: jail a is defined, and jail_enable is not YES"])
  }

  @Test(arguments: ["jail_enable=YES", "jail_enable=YSE"])
  func `is silent where it is enabled or neither`(_ line: String) {
    expectSilence(
      of: JailsDisabled.self,
      in: "== /etc/rc.conf\n\(line)\n== /etc/jail.conf\npersist; path = /j; a { }\n")
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: JailsDisabled.self,
      in: """
        == /etc/rc.conf
        jail_enable="NO"
        == /etc/jail.conf
        persist;
        www { path = "/jails/www"; }
        """,
      """
      review: set jail_enable to YES
      - jail_enable="NO"
      + jail_enable="YES"
      """)
    expectWays(
      of: JailsDisabled.self,
      in: """
        == /etc/rc.conf
        hostname="host"
        == /etc/jail.conf
        persist; path = "/j/$name"; a { } b { }
        """,
      """
      review: set jail_enable to YES
      + jail_enable="YES"
      """)
  }
}
