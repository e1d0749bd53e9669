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

  @Test func `renames the variable, and says whether it is used`() {
    let text = """
      == /etc/rc.conf
      jail_enable=YES
      == /etc/jail.conf
      a {
        $path = "/jails";
        path = /jails/a;
        host.hostname = "it's \\$path";
        persist;
      }
      """
    expectWays(
      of: VariableNamedAsParameter.self, in: text,
      """
      safe: call $path $my_path wherever it stands
      -   $path = "/jails";
      +   $my_path = "/jails";
      """)
    expectWays(
      of: VariableNamedAsParameter.self,
      in: text.replacing("path = /jails/a", with: "path = \"${path}/a\""),
      """
      review: call $path $my_path wherever it stands
      -   $path = "/jails";
      -   path = "${path}/a";
      +   $my_path = "/jails";
      +   path = "${my_path}/a";
      """)
  }

  @Test(arguments: ["$root = /x;", "$hostname = x;"])
  func `is silent about other names`(_ line: String) {
    expectSilence(
      of: VariableNamedAsParameter.self, in: host(line).replacing("«a»", with: "a"))
  }
}
