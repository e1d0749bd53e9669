import Testing

@testable import Rules

struct JailPathSharedTests {
  private func host(_ jails: String) -> String {
    "== /etc/rc.conf\njail_enable=YES\n== /etc/jail.conf\npersist;\n\(jails)\n"
  }

  @Test func `names both jails`() {
    expectFindings(
      of: JailPathShared.self, in: host("a { path = ‹/jails/a›; } b { path = «/jails/a»; }"),
      ["warning: jails a and b have the same root, /jails/a"])
  }

  @Test(arguments: [
    "path = \"/jails/$name\"; a { } b { }", "a { path = /; } b { path = /; }", "a { path = /a; }",
  ])
  func `is silent about roots of their own`(_ jails: String) {
    expectSilence(of: JailPathShared.self, in: host(jails))
  }
}
