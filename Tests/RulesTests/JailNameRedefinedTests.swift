import Testing

@testable import Rules

struct JailNameRedefinedTests {
  private func host(_ line: String) -> String {
    "== /etc/rc.conf\njail_enable=YES\n== /etc/jail.conf\n«a» { persist; \(line) path = /jails/a; }\n"
  }

  @Test func `finds the name set twice`() {
    expectFindings(
      of: JailNameRedefined.self, in: host("name = b;"),
      ["error: jail a sets its own name once more"])
  }

  @Test(arguments: ["host.hostname = b;", "$label = b;"])
  func `is silent about other names`(_ line: String) {
    expectSilence(of: JailNameRedefined.self, in: host(line).replacing("«a»", with: "a"))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: JailNameRedefined.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        www {
          name = "web";
          path = "/jails/www";
          persist;
        }
        """,
      """
      review: name the block web, and remove name
      - www {
      -   name = "web";
      + web {
      review: remove name from jail www
      -   name = "web";
      """)
  }
}
