import Testing

@testable import Rules

struct LegacyDefinitionIncompleteTests {
  private func host(_ lines: String) -> String {
    "== /etc/rc.conf\njail_enable=YES\njail_list=a\n\(lines)\n"
  }

  @Test(arguments: [
    ("jail_a_rootdir=«/jails/a»", "jail_a_hostname"),
    ("jail_a_hostname=«a.example.org»", "jail_a_rootdir"),
    ("jail_a_ip=«192.0.2.31»", "jail_a_rootdir and no jail_a_hostname"),
  ])
  func `names what is missing`(_ lines: String, _ missing: String) {
    expectFindings(
      of: LegacyDefinitionIncomplete.self, in: host(lines), ["error: jail a has no \(missing)"])
  }

  @Test(arguments: [
    "jail_a_rootdir=/jails/a\njail_a_hostname=a", "", "jail_b_rootdir=/jails/b",
  ])
  func `is silent about whole ones and none`(_ lines: String) {
    expectSilence(of: LegacyDefinitionIncomplete.self, in: host(lines))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: LegacyDefinitionIncomplete.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        jail_list="www"
        jail_www_rootdir="/jails/www"
        jail_www_ip="192.0.2.31"
        """,
      """
      review: set jail_www_hostname to www
      + jail_www_hostname="www"
      """)
  }
}
