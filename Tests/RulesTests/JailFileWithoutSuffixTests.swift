import Testing

@testable import Rules

struct JailFileWithoutSuffixTests {
  private func host(_ name: String, _ conf: String = "persist;") -> String {
    """
    jail_enable=YES
    == /etc/jail.conf
    \(conf)
    == /etc/jail.conf.d/\(name)
    a «{» path = /jails/a; persist; }
    """
  }

  @Test(arguments: ["a", "a.conf.bak"])
  func `names a file that nothing reads`(_ name: String) {
    expectFindings(
      of: JailFileWithoutSuffix.self, in: host(name),
      ["info: nothing reads /etc/jail.conf.d/\(name)"])
  }

  @Test func `is silent about other files`() {
    for text in [
      host("a.conf"), host("a", ".include \"/etc/jail.conf.d/*\";"),
      "jail_enable=YES\n== /etc/jail.conf.d/README\nnothing here",
    ] {
      expectSilence(of: JailFileWithoutSuffix.self, in: text.filter { !"«»".contains($0) })
    }
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: JailFileWithoutSuffix.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf.d/www
        www { path = "/jails/www"; persist; }
        """,
      """
      manual: rename /etc/jail.conf.d/www to /etc/jail.conf.d/www.conf
      """)
  }
}
