import Testing

@testable import Rules

struct DependencyUndefinedTests {
  private func host(_ depend: String) -> String {
    """
    == /etc/rc.conf
    jail_enable=YES
    == /etc/jail.conf
    persist; path = "/jails/$name";
    a { depend = \(depend); }
    b { }
    """
  }

  @Test(arguments: ["«c»", "b, «\"c\"»"])
  func `names the jail that is missing`(_ depend: String) {
    expectFindings(
      of: DependencyUndefined.self, in: host(depend),
      ["error: jail a depends on c, which is not defined"])
  }

  @Test(arguments: ["b", "\"b\""])
  func `is silent about defined ones`(_ depend: String) {
    expectSilence(of: DependencyUndefined.self, in: host(depend))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: DependencyUndefined.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          depend = "databse";
          persist;
        }
        database {
          path = "/jails/database";
          persist;
        }
        """,
      """
      review: write database in place of databse
      -   depend = "databse";
      +   depend = "database";
      review: remove databse from depend of jail www
      -   depend = "databse";
      """)
    expectWays(
      of: DependencyUndefined.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        path = "/jails/$name"; persist;
        www { depend = database, mail; }
        database { }
        """,
      """
      review: remove mail from depend of jail www
      - www { depend = database, mail; }
      + www { depend = database; }
      """)
  }
}
