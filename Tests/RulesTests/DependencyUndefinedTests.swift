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
}
