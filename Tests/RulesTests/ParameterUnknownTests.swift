import Testing

@testable import Rules

struct ParameterUnknownTests {
  private func host(_ line: String) -> String {
    "== /etc/rc.conf\njail_enable=YES\n== /etc/jail.conf\n«a» { persist; path = /jails/a; \(line) }\n"
  }

  @Test(arguments: ["frobnicate", "allow.raw_sokets", "ip4.adr"])
  func `names the parameter`(_ name: String) {
    expectFindings(
      of: ParameterUnknown.self, in: host("\(name);"),
      ["error: jail a sets \(name), which is no parameter"])
  }

  @Test func `points at its value`() {
    expectFindings(
      of: ParameterUnknown.self,
      in: host("frobnicate = «\"x\"»;").replacing("«a»", with: "a"),
      ["error: jail a sets frobnicate, which is no parameter"])
  }

  @Test(arguments: ["allow.raw_sockets;", "$frobnicate = 1;", "allow.noraw_sockets;", "meta = x;"])
  func `is silent about known ones and variables`(_ line: String) {
    expectSilence(of: ParameterUnknown.self, in: host(line).replacing("«a»", with: "a"))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: ParameterUnknown.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          alow.raw_sockets;
          persist;
        }
        """,
      """
      review: write allow.raw_sockets in place of alow.raw_sockets
      -   alow.raw_sockets;
      +   allow.raw_sockets;
      review: remove alow.raw_sockets from jail www
      -   alow.raw_sockets;
      """)
    expectWays(
      of: ParameterUnknown.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        alow.raw_sockets;
        path = "/jails/$name"; persist;
        www { }
        """,
      """
      review: write allow.raw_sockets in place of alow.raw_sockets
      - alow.raw_sockets;
      + allow.raw_sockets;
      review: remove alow.raw_sockets from jail www
      - alow.raw_sockets;
      """)
  }
}
