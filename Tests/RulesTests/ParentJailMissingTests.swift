import Testing

@testable import Rules

struct ParentJailMissingTests {
  private func host(_ jails: String) -> String {
    "== /etc/rc.conf\njail_enable=YES\n== /etc/jail.conf\npersist; path = \"/jails/$name\";\n\(jails)\n"
  }

  @Test func `names the outer jail`() {
    expectFindings(
      of: ParentJailMissing.self, in: host("«www.example» { }"),
      ["error: jail www.example is to be created in jail www, which does not run"])
  }

  @Test(arguments: ["www { }", "www { children.max = 1; } www.a { }"])
  func `is silent where it runs`(_ jails: String) {
    expectSilence(of: ParentJailMissing.self, in: host(jails))
  }
}
