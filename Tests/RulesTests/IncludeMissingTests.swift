import Testing

@testable import Rules

struct IncludeMissingTests {
  private func host(_ include: String) -> String {
    """
    == /etc/jail.conf.d/b.conf
    b { }
    == /etc/rc.conf
    jail_enable=YES
    == /etc/jail.conf
    persist; path = "/jails/$name";
    a { }
    .include \(include);
    """
  }

  @Test func `names the file and where it is included`() {
    expectFindings(
      of: IncludeMissing.self, in: host("«\"/etc/jail.conf.d/c.conf\"»"),
      [
        "error: /etc/jail.conf.d/c.conf is included and can't be read: No such file or directory"
      ])
  }

  @Test(arguments: [
    "\"/etc/jail.conf.d/b.conf\"", "\"/etc/jail.conf.d/x*.conf\"", "\"jail.conf.d/b.conf\"",
  ])
  func `is silent about what is there and about patterns`(_ include: String) {
    expectSilence(of: IncludeMissing.self, in: host(include))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: IncludeMissing.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        persist;
        path = "/jails/$name";
        .include "/etc/jail.conf.d/www.conf";
        database { }
        """,
      """
      review: remove the include
      - .include "/etc/jail.conf.d/www.conf";
      """)
  }
}
