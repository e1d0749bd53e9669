import Testing

@testable import Rules

struct DependencyLoopTests {
  private func host(_ jails: String) -> String {
    """
    == /etc/rc.conf
    jail_enable=YES
    == /etc/jail.conf
    persist; path = "/jails/$name";
    \(jails)
    """
  }

  @Test(arguments: ["a { depend = «b»; } b { depend = a; }", "a { depend = «a»; }"])
  func `finds a circle`(_ jails: String) {
    expectFindings(
      of: DependencyLoop.self, in: host(jails),
      ["error: jail a depends on itself, by way of others"])
  }

  @Test func `is silent about chains`() {
    expectSilence(
      of: DependencyLoop.self,
      in: host("a { depend = b; } b { depend = c; } c { } d { depend = c; }"))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: DependencyLoop.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        persist;
        path = "/jails/$name";
        www { depend = "database"; }
        database { depend = "www"; }
        """,
      """
      review: remove database from depend of jail www
      - www { depend = "database"; }
      + www { }
      """)
  }
}
