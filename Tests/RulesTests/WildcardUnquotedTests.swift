import Testing

@testable import Rules

struct WildcardUnquotedTests {
  private func host(_ conf: String) -> String {
    "jail_enable=YES\n== /etc/jail.conf\npersist; path = \"/jails/$name\"; a { }\n\(conf)"
  }

  @Test func `names the wildcard`() {
    expectFindings(
      of: WildcardUnquoted.self, in: host("«a.*» { enforce_statfs = 1; }"),
      ["error: a.* has a wildcard and no quotes"])
  }

  @Test(arguments: [
    "\"a.*\" { enforce_statfs = 1; }", "* { enforce_statfs = 1; }", "b { persist }",
    "b { exec.start = \"ls *\"; }",
  ])
  func `is silent about quotes and a wildcard alone`(_ conf: String) {
    expectSilence(of: WildcardUnquoted.self, in: host(conf))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: WildcardUnquoted.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        path = "/jails/$name";
        persist;
        www { children.max = 3; }
        www.* { enforce_statfs = 1; }
        """,
      """
      safe: put www.* in quotes
      - www.* { enforce_statfs = 1; }
      + "www.*" { enforce_statfs = 1; }
      """)
  }
}
