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

  @Test func `takes the dots out, and keeps the path and the host name`() {
    expectWays(
      of: ParentJailMissing.self, in: host("www.example { host.hostname = \"$name\"; }"),
      """
      review: call jail www.example www_example
      - www.example { host.hostname = "$name"; }
      + www_example { host.hostname = "$name"; path = "/jails/www.example"; }
      """)
    expectWays(
      of: ParentJailMissing.self, in: host("www.example {\n  path = /jails/x;\n}"),
      """
      review: call jail www.example www_example
      - www.example {
      -   path = /jails/x;
      + www_example {
      +   path = /jails/x;
      +   host.hostname = "www.example";
      """)
  }

  @Test(arguments: ["www { }", "www { children.max = 1; } www.a { }"])
  func `is silent where it runs`(_ jails: String) {
    expectSilence(of: ParentJailMissing.self, in: host(jails))
  }
}
