import Testing

@testable import Rules

struct VariableLoopTests {
  private func host(_ line: String) -> String {
    "== /etc/rc.conf\njail_enable=YES\n== /etc/jail.conf\na { persist; path = /jails/a; \(line) }\n"
  }

  @Test(arguments: [
    ("$x = \"$y\"; $y = \"$x\"; host.hostname = \"$x\";", "x"),
    ("host.hostname = «\"${host.hostname}.org\"»;", "host.hostname"),
  ])
  func `names what is made of itself`(_ line: String, _ name: String) {
    expectFindings(
      of: VariableLoop.self, in: host(line),
      ["error: jail a: the value of \(name) is made of itself"])
  }

  @Test(arguments: ["$x = 1; $y = \"$x\"; host.hostname = \"$y$x\";", "host.hostname = \"$name\";"])
  func `is silent about chains`(_ line: String) {
    expectSilence(of: VariableLoop.self, in: host(line))
  }
}
