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
}
