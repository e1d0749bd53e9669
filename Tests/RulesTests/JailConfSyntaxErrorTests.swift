import Testing

@testable import Rules

struct JailConfSyntaxErrorTests {
  private func host(_ conf: String, rc: String = "jail_enable=YES") -> String {
    "\(rc)\n== /etc/jail.conf\n\(conf)"
  }

  @Test(arguments: [
    ("a { path = /a\n«persist»; }", "line 2: persist: syntax error"),
    ("a { path = /a «}»", "line 1: }: syntax error"),
    ("a { path = /a;\nb { «}»\n", "unexpected EOF"),
  ])
  func `marks where jail(8) stops`(_ conf: String, _ text: String) {
    expectFindings(
      of: JailConfSyntaxError.self,
      in: host(conf.filter { text != "unexpected EOF" || !"«»".contains($0) }),
      ["error: jail(8) can't read the file: \(text)"])
  }

  @Test func `warns of a file that the boot does not read`() {
    expectFindings(
      of: JailConfSyntaxError.self, in: host("a { path = /a «}»", rc: "jail_enable=NO"),
      ["warning: jail(8) can't read the file: line 1: }: syntax error"])
  }

  @Test(arguments: [
    "a { path = \"/a\"; }", "# nothing", "a { path = /a//b; }", "a.* { persist; }",
    "a { persist; }␍\n", ".include \"/etc/none.conf\";",
  ])
  func `is silent about files that can be read, and faults of other rules`(_ conf: String) {
    expectSilence(of: JailConfSyntaxError.self, in: host(conf))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: JailConfSyntaxError.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www"
          persist;
        }
        """,
      """
      review: put a semicolon behind the statement in line 2
      -   path = "/jails/www"
      +   path = "/jails/www";
      """)
    expectWays(
      of: JailConfSyntaxError.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = "/jails/www";
          persist;
        """,
      """
      review: close the block at the end of the file
      + }
      """)
  }
}
