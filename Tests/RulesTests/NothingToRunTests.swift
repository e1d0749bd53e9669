import Testing

@testable import Rules

struct NothingToRunTests {
  private func host(_ line: String) -> String {
    "== /etc/rc.conf\njail_enable=YES\n== /etc/jail.conf\n«a» { path = /jails/a; \(line) }\n"
  }

  @Test(arguments: ["", "exec.stop = /bin/true;", "nopersist;", "exec.prestart = /usr/bin/true;"])
  func `finds a jail that would end at once`(_ line: String) {
    expectFindings(
      of: NothingToRun.self, in: host(line),
      ["error: jail a has nothing to run: neither exec.start nor persist"])
  }

  @Test(arguments: [
    "persist;", "exec.start = \"/bin/sh /etc/rc\";", "command = /bin/sleep;",
    "exec.poststart = /usr/bin/true;",
  ])
  func `is silent about jails that stay`(_ line: String) {
    expectSilence(of: NothingToRun.self, in: host(line).replacing("«a»", with: "a"))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: NothingToRun.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
        }
        """,
      """
      review: let jail www run /etc/rc
      +   exec.start = "/bin/sh /etc/rc";
      +   exec.stop = "/bin/sh /etc/rc.shutdown";
      review: set persist for jail www
      +   persist;
      """)
    expectWays(
      of: NothingToRun.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        path = "/jails/$name";
        www { }
        """,
      """
      review: let jail www run /etc/rc
      - www { }
      + www { exec.start = "/bin/sh /etc/rc"; exec.stop = "/bin/sh /etc/rc.shutdown"; }
      review: set persist for jail www
      - www { }
      + www { persist; }
      """)
  }
}
