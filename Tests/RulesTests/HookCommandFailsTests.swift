import Testing

@testable import Rules

struct HookCommandFailsTests {
  private func host(_ line: String) -> String {
    "== /etc/rc.conf\njail_enable=YES\n== /etc/jail.conf\na { persist; path = /jails/a; \(line) }\n"
  }

  @Test(arguments: [
    "exec.prestart = «false»;", "exec.start = «\"false\"»;", "exec.created = «false»;",
  ])
  func `names the command`(_ line: String) {
    expectFindings(
      of: HookCommandFails.self, in: host(line), ["error: a command of jail a fails: false"])
  }

  @Test(arguments: [
    "exec.prestart = true;", "exec.poststop = false;", "exec.start = \"/bin/sh /etc/rc\";",
    "exec.prestart = /opt/unknown;",
  ])
  func `is silent about commands that may succeed`(_ line: String) {
    expectSilence(of: HookCommandFails.self, in: host(line))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: HookCommandFails.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          exec.prestart = "/usr/bin/false";
          persist;
        }
        """,
      """
      review: write || true behind the command
      -   exec.prestart = "/usr/bin/false";
      +   exec.prestart = "/usr/bin/false || true";
      """)
  }
}
