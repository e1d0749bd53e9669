import Testing

@testable import Rules

struct JailNameChangedByRCTests {
  private func host(_ list: String) -> String {
    """
    == /etc/rc.conf
    jail_enable=YES
    jail_list="\(list)"
    == /etc/jail.conf
    persist; path = "/j/$name"; a_b { } a { } a.b { }
    """
  }

  @Test(arguments: [("a «a.b»", "a.b"), ("«a/b»", "a/b")])
  func `names both spellings`(_ list: String, _ name: String) {
    expectFindings(
      of: JailNameChangedByRC.self, in: host(list),
      ["warning: rc.d/jail looks for \(name) of jail_list as a_b"])
  }

  @Test(arguments: ["", "a", "a_b a"])
  func `is silent about other names`(_ list: String) {
    expectSilence(of: JailNameChangedByRC.self, in: host(list))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: JailNameChangedByRC.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        jail_list="www.example"
        == /etc/jail.conf
        persist;
        path = "/jails/$name";
        www { children.max = 1; }
        www.example { }
        """,
      """
      review: empty jail_list
      - jail_list="www.example"
      + jail_list=""
      """)
  }
}
