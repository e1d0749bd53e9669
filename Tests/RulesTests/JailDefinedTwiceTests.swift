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

  @Test(arguments: ["a { } b { }", "\"*\" { } \"*\" { }", "a { a { } }"])
  func `is silent about others`(_ jails: String) {
    expectSilence(of: JailDefinedTwice.self, in: host(jails))
  }
}
