import Testing

@testable import Rules

struct ParameterSetTwiceTests {
  private func host(_ conf: String) -> String { "jail_enable=YES\n== /etc/jail.conf\n\(conf)" }

  @Test func `names what is lost`() {
    expectFindings(
      of: ParameterSetTwice.self,
      in: host(
        """
        a {
          ip4.addr = ‹"em0|192.0.2.31"›;
          ip4.addr += ‹"em0|192.0.2.32"›;
          path = /jails/a;
          «ip4.addr» = "192.0.2.33";
        }
        """),
      ["warning: jail a sets ip4.addr again, and \"em0|192.0.2.31\" is lost and 1 more"])
  }

  @Test(arguments: [
    "a { ip4.addr = \"192.0.2.31\"; ip4.addr += \"192.0.2.32\"; }",
    "a { path = /jails/a; path = /jails/a; }", "a { persist; persist; }",
    "path = /jails/a; a { path = /jails/b; } b { path = /jails/c; }",
    "a { ip4.addr = 192.0.2.31; ip6.addr = 2001:db8::1; }",
  ])
  func `is silent when nothing is lost`(_ conf: String) {
    expectSilence(of: ParameterSetTwice.self, in: host(conf))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: ParameterSetTwice.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          ip4.addr = "em0|192.0.2.31";
          ip4.addr += "em0|192.0.2.32";
          ip4.addr = "em0|192.0.2.33";
          persist;
        }
        """,
      """
      review: write += for the last ip4.addr
      -   ip4.addr = "em0|192.0.2.33";
      +   ip4.addr += "em0|192.0.2.33";
      review: remove the ip4.addr that is lost
      -   ip4.addr = "em0|192.0.2.31";
      -   ip4.addr += "em0|192.0.2.32";
      """)
    expectWays(
      of: ParameterSetTwice.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          path = "/jails/web";
          persist;
        }
        """,
      """
      review: remove the path that is lost
      -   path = "/jails/www";
      """)
  }
}
