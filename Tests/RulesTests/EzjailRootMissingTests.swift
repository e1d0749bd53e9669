import Testing

@testable import Rules

struct EzjailRootMissingTests {
  private func host(_ name: String, _ key: String, _ root: String) -> String {
    """
    == missing: /jails/gone
    == /etc/rc.conf
    ezjail_enable=YES
    == /usr/local/etc/ezjail/\(name)
    export jail_\(key)_hostname=a
    export jail_\(key)_rootdir=\(root)
    export jail_\(key)_ip="lo0|127.0.0.3"
    """
  }

  @Test func `names the root`() {
    expectFindings(
      of: EzjailRootMissing.self, in: host("a", "a", "«/jails/gone»"),
      ["error: the root of jail a, /jails/gone, does not exist"])
  }

  @Test func `names a dash`() {
    expectFindings(
      of: EzjailRootMissing.self, in: host("a-b", "a_b", "«/jails/a»"),
      ["error: /usr/local/etc/ezjail/a-b has a dash in its name, which no variable can have"])
  }

  @Test func `is silent about roots that are there`() {
    expectSilence(of: EzjailRootMissing.self, in: host("a", "a", "/jails/a"))
    expectSilence(of: EzjailRootMissing.self, in: host("a_b", "a_b", "/jails/a"))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: EzjailRootMissing.self,
      in: """
        == /etc/rc.conf
        ezjail_enable="YES"
        == /usr/local/etc/ezjail/my-git
        export jail_my_git_hostname="git"
        export jail_my_git_rootdir="/jails/git"
        """,
      """
      manual: rename /usr/local/etc/ezjail/my-git to my_git
      """)
  }
}
