import Testing

@testable import Rules

struct JailNeverStartedTests {
  private func host(_ lines: String, _ rest: String = "") -> String {
    """
    == /etc/rc.conf
    jail_enable=YES
    \(lines)
    == /etc/jail.conf
    persist; path = "/j/$name"; a { }
    \(rest)
    """
  }

  @Test func `finds a jail that jail_list leaves out`() {
    expectFindings(
      of: JailNeverStarted.self, in: host("jail_list=‹a›", "«b» { }"),
      ["warning: jail b is never started: jail_list leaves it out"])
  }

  @Test func `finds a file that nothing reads`() {
    expectFindings(
      of: JailNeverStarted.self,
      in: host("", "== /etc/jail.conf.d/b.conf\n«b» { persist; path = /j/b; }"),
      ["warning: jail b is never started: nothing reads /etc/jail.conf.d/b.conf"])
  }

  @Test func `finds variables that are not read`() {
    expectFindings(
      of: JailNeverStarted.self, in: host("jail_c_rootdir=«/j/c»\njail_c_hostname=c"),
      ["warning: jail c is never started: its variables are read only for names in jail_list"])
  }

  @Test(arguments: ["jail_list=a", "", "jail_enable=NO"])
  func `is silent about jails that start and services that are off`(_ lines: String) {
    expectSilence(of: JailNeverStarted.self, in: host(lines))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: JailNeverStarted.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        persist;
        path = "/jails/$name";
        www { }
        == /etc/jail.conf.d/git.conf
        git { path = "/jails/git"; persist; }
        """,
      """
      review: include /etc/jail.conf.d/*.conf from /etc/jail.conf
      + .include "/etc/jail.conf.d/*.conf";
      """)
  }
}
