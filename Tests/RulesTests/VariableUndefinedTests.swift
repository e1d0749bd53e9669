import Testing

@testable import Rules

struct VariableUndefinedTests {
  private func host(_ line: String) -> String {
    "== /etc/rc.conf\njail_enable=YES\n== /etc/jail.conf\na { persist; path = /jails/a; \(line) }\n"
  }

  @Test(arguments: [
    ("host.hostname = «\"$nme.example.org\"»;", "host.hostname uses $nme, which is not set"),
    ("exec.poststop = «\"echo ${who}\"»;", "exec.poststop uses $who, which is not set"),
  ])
  func `names parameter and variable`(_ line: String, _ message: String) {
    expectFindings(of: VariableUndefined.self, in: host(line), ["error: jail a: \(message)"])
  }

  @Test(arguments: [
    "host.hostname = \"$name.example.org\";", "$who = me; exec.poststop = \"echo $who\";",
    "exec.poststop = 'echo $who';", "exec.poststop = \"echo ${path}\";",
  ])
  func `is silent about those that are set`(_ line: String) {
    expectSilence(of: VariableUndefined.self, in: host(line))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: VariableUndefined.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/$nmae";
          persist;
        }
        """,
      """
      review: write $name in place of $nmae
      -   path = "/jails/$nmae";
      +   path = "/jails/$name";
      """)
  }
}
