import Testing

@testable import Rules

struct VariableNamedAsParameterTests {
  private func host(_ line: String) -> String {
    "== /etc/rc.conf\njail_enable=YES\n== /etc/jail.conf\n«a» { persist; \(line) path = /jails/a; }\n"
  }

  @Test(arguments: [("$path = /x;", "$path"), ("$persist = 1;", "$persist")])
  func `names the variable`(_ line: String, _ name: String) {
    expectFindings(
      of: VariableNamedAsParameter.self, in: host(line),
      ["error: jail a: \(name) has the name of a parameter"])
  }

  @Test(arguments: ["$root = /x;", "$hostname = x;"])
  func `is silent about other names`(_ line: String) {
    expectSilence(
      of: VariableNamedAsParameter.self, in: host(line).replacing("«a»", with: "a"))
  }
}
