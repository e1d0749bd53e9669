import Testing

@testable import Rules

struct JailBlockShadowedTests {
  private func host(_ list: String, _ block: String) -> String {
    """
    == /etc/rc.conf
    jail_enable=YES
    jail_list="\(list)"
    == /etc/jail.a.conf
    ‹a› { path = /jails/a; persist; }
    == /etc/jail.conf
    \(block) { path = /jails/b; persist; }
    """
  }

  @Test func `names both`() {
    expectFindings(
      of: JailBlockShadowed.self, in: host("a", "«a»"),
      ["warning: /etc/jail.a.conf hides the block of jail a"])
  }

  @Test(arguments: [("", "a"), ("b", "b")])
  func `is silent where the block is used`(_ list: String, _ block: String) {
    expectSilence(of: JailBlockShadowed.self, in: host(list, block).filter { !"‹›".contains($0) })
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: JailBlockShadowed.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        jail_list="www"
        == /etc/jail.www.conf
        www { path = "/jails/www"; persist; }
        == /etc/jail.conf
        www { path = "/jails/web"; persist; }
        """,
      """
      review: remove the block of jail www from /etc/jail.conf
      - www { path = "/jails/web"; persist; }
      """)
  }
}
