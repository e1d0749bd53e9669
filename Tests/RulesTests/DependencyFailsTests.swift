import Testing

@testable import Rules

struct DependencyFailsTests {
  private func host(_ jails: String) -> String {
    """
    == missing: /jails/b
    == /etc/rc.conf
    jail_enable=YES
    == /etc/jail.conf
    persist; path = "/jails/$name";
    \(jails)
    """
  }

  @Test func `names the one that fails`() {
    expectFindings(
      of: DependencyFails.self, in: host("a { depend = c, «b»; } b { } c { }"),
      ["error: jail a depends on b, which does not start"])
  }

  @Test func `follows a chain`() {
    expectFindings(
      of: DependencyFails.self, in: host("a { depend = c; } b { } c { depend = b; }"),
      [
        "error: jail a depends on c, which does not start",
        "error: jail c depends on b, which does not start",
      ])
  }

  @Test func `is silent when the others run`() {
    expectSilence(of: DependencyFails.self, in: host("a { depend = c; } b { } c { }"))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: DependencyFails.self,
      in: """
        == missing: /jails/database
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        persist;
        path = "/jails/$name";
        www { depend = "database"; }
        database { }
        """,
      """
      review: remove database from depend of jail www
      - www { depend = "database"; }
      + www { }
      """)
  }
}
