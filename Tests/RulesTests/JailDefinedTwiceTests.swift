import Testing

@testable import Rules

struct JailDefinedTwiceTests {
  private func host(_ jails: String) -> String {
    "== /etc/rc.conf\njail_enable=YES\n== /etc/jail.conf\npersist; path = \"/jails/$name\";\n\(jails)\n"
  }

  @Test func `names both blocks`() {
    expectFindings(
      of: JailDefinedTwice.self, in: host("‹a› { } b { } «a» { }"),
      ["warning: jail a is defined twice"])
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: JailDefinedTwice.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        persist;
        path = "/jails/$name";
        www { host.hostname = "www.example.org"; }
        git { }
        www { host.hostname = "web.example.org"; }
        """,
      """
      review: remove the second block of jail www
      - www { host.hostname = "web.example.org"; }
      review: remove the first block of jail www
      - www { host.hostname = "www.example.org"; }
      """)
  }

  @Test(arguments: ["a { } b { }", "\"*\" { } \"*\" { }", "a { a { } }"])
  func `is silent about others`(_ jails: String) {
    expectSilence(of: JailDefinedTwice.self, in: host(jails))
  }
}
