import TestHosts
import Testing

@testable import Rules

struct EzjailNameMismatchTests {
  private func host(_ lines: String) -> String {
    """
    == /etc/rc.conf
    ezjail_enable=YES
    == /usr/local/etc/ezjail/my_git
    export jail_my_git_hostname=git
    export jail_my_git_rootdir=/jails/git
    \(lines)
    """
  }

  @Test func `finds addresses for another jail`() {
    expectFindings(
      of: EzjailNameMismatch.self, in: host("export jail_git_ip=«\"lo0|127.0.0.3\"»"),
      ["error: the file is for jail my_git and sets jail_git_ip"])
  }

  @Test(arguments: [
    ("", "jail my_git comes up with a network stack of its own, reached by nothing"),
    ("export jail_my_git_rootdir=", "jail my_git is without it"),
  ])
  func `says what becomes of the jail`(_ line: String, _ effect: String) {
    let host = HostText(host("export jail_git_ip=\"lo0|127.0.0.3\"\n\(line)")).sketch
    let findings = Examination(
      host.forecast, capture: host.capture, rules: [EzjailNameMismatch.self]
    ).findings
    #expect(findings.map(\.effect) == [effect])
  }

  @Test func `warns of others when the jail has its addresses`() {
    expectFindings(
      of: EzjailNameMismatch.self,
      in: host("export jail_my_git_ip=192.0.2.31\nexport jail_old_ip=«192.0.2.32»"),
      ["warning: the file is for jail my_git and sets jail_old_ip"])
  }

  @Test(arguments: ["export jail_my_git_ip=192.0.2.31", "export jail_example_flags=x"])
  func `is silent about its own`(_ line: String) {
    expectSilence(of: EzjailNameMismatch.self, in: host(line))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: EzjailNameMismatch.self,
      in: """
        == /etc/rc.conf
        ezjail_enable="YES"
        == /usr/local/etc/ezjail/backup
        export jail_backup_hostname="backup"
        export jail_backup_rootdir="/jails/backup"
        export jail_git_ip="lo0|127.0.0.3"
        """,
      """
      review: rename jail_git_ip to jail_backup_ip
      - export jail_git_ip="lo0|127.0.0.3"
      + export jail_backup_ip="lo0|127.0.0.3"
      """)
  }
}
