import Testing

@testable import Rules

struct ParameterValueInvalidTests {
  private func host(_ line: String) -> String {
    "== /etc/rc.conf\njail_enable=YES\n== /etc/jail.conf\na { persist; path = /jails/a; \(line) }\n"
  }

  @Test(arguments: [
    ("allow.raw_sockets = «YES»;", "allow.raw_sockets can't be \"YES\""),
    ("securelevel = «high»;", "securelevel can't be \"high\""),
    ("ip4 = «on»;", "ip4 can't be \"on\""),
    ("enforce_statfs = «3»;", "enforce_statfs can't be 3"),
    ("devfs_ruleset = «70000»;", "devfs_ruleset can't be 70000"),
  ])
  func `names parameter and value`(_ line: String, _ message: String) {
    expectFindings(of: ParameterValueInvalid.self, in: host(line), ["error: jail a: \(message)"])
  }

  @Test(arguments: [
    "allow.raw_sockets = true;", "allow.raw_sockets = 1;", "securelevel = 2;", "ip4 = inherit;",
    "enforce_statfs = 0;", "children.max = 0;", "children.max = -1;", "exec.clean = false;",
  ])
  func `is silent about values that are taken`(_ line: String) {
    expectSilence(of: ParameterValueInvalid.self, in: host(line))
  }

  @Test(arguments: [(255, 0), (256, 1)])
  func `counts addresses`(_ count: Int, _ wanted: Int) {
    let list = (0..<count).map { "198.51.\($0 / 250 + 100).\($0 % 250 + 1)" }
      .joined(separator: ", ")
    expectFindings(
      of: ParameterValueInvalid.self, in: host("ip4.addr = \(list);"),
      [String](
        repeating: "error: jail a: ip4.addr has 256 addresses, and 255 are allowed", count: wanted))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: ParameterValueInvalid.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          allow.raw_sockets = "YES";
          persist;
        }
        """,
      """
      safe: write true in place of YES for allow.raw_sockets
      -   allow.raw_sockets = "YES";
      +   allow.raw_sockets = "true";
      """)
  }
}
