import Testing

@testable import Rules

struct EzjailSettingsOverriddenTests {
  private func host(_ line: String, _ file: String) -> String {
    """
    == /etc/rc.conf
    ezjail_enable=YES
    \(line)
    == /usr/local/etc/ezjail/a
    export jail_a_hostname=a
    export jail_a_rootdir=/jails/a
    export jail_a_ip=\(file)
    """
  }

  @Test func `names both places`() {
    expectFindings(
      of: EzjailSettingsOverridden.self, in: host("jail_a_ip=«192.0.2.31»", "‹192.0.2.32›"),
      ["warning: jail_a_ip is set in rc.conf(5), too, which wins"])
  }

  @Test(arguments: ["", "jail_a_ip=192.0.2.32", "jail_b_ip=192.0.2.33"])
  func `is silent about the same and about others`(_ line: String) {
    expectSilence(of: EzjailSettingsOverridden.self, in: host(line, "192.0.2.32"))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: EzjailSettingsOverridden.self,
      in: """
        == /etc/rc.conf
        ezjail_enable="YES"
        jail_git_ip="lo0|127.0.0.4"
        == /usr/local/etc/ezjail/git
        export jail_git_hostname="git"
        export jail_git_rootdir="/jails/git"
        export jail_git_ip="lo0|127.0.0.3"
        """,
      """
      review: remove jail_git_ip from /etc/rc.conf
      - jail_git_ip="lo0|127.0.0.4"
      """)
  }
}
