import Testing

@testable import Rules

struct EzjailJailSkippedTests {
  private func host(_ name: String) -> String {
    """
    == /etc/rc.conf
    ezjail_enable=YES
    == /usr/local/etc/ezjail/\(name)
    export jail_a_hostname=a
    export jail_a_rootdir=/jails/a
    """
  }

  @Test(arguments: [("a.norun", "is switched off"), ("a.bak", "has a dot in its name")])
  func `says why it is left out`(_ name: String, _ reason: String) {
    expectFindings(
      of: EzjailJailSkipped.self, in: host(name),
      ["info: /usr/local/etc/ezjail/\(name) \(reason)"])
  }

  @Test func `is silent about jails that are started`() {
    expectSilence(of: EzjailJailSkipped.self, in: host("a"))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: EzjailJailSkipped.self,
      in: """
        == /etc/rc.conf
        ezjail_enable="YES"
        == /usr/local/etc/ezjail/git.norun
        export jail_git_hostname="git"
        export jail_git_rootdir="/jails/git"
        """,
      """
      manual: switch jail git on
      """)
  }
}
