import Testing

@testable import Rules

struct CommentInsideWordTests {
  private func host(_ conf: String) -> String {
    "jail_enable=YES\n== /etc/jail.conf\npersist; path = \"/jails/$name\";\n\(conf)"
  }

  @Test(arguments: [
    ("a { path = /jails«//a; }»\nb { }", "//"), ("a { path = /jails/a«#1; }»", "#"),
    ("a { }\n.include /etc/jail.conf.d«/*.conf;»", "/*"),
  ])
  func `names the mark that begins the comment`(_ conf: String, _ mark: String) {
    expectFindings(
      of: CommentInsideWord.self, in: host(conf),
      ["error: \(mark) in a value without quotes begins a comment"])
  }

  @Test(arguments: [
    "a { path = \"/jails//a\"; }", "a { } # the first", "a { path = /jails/a; # here\n}",
    "a { path = /jails/a; /* here */ }", "a { path = '/jails/#a'; }",
    "a { persist } # another fault",
  ])
  func `is silent about comments and quoted marks`(_ conf: String) {
    expectSilence(of: CommentInsideWord.self, in: host(conf))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: CommentInsideWord.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        www {
          path = /jails//www;
          persist;
        }
        """,
      """
      safe: put /jails//www in quotes
      -   path = /jails//www;
      +   path = "/jails//www";
      """)
    expectWays(
      of: CommentInsideWord.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        == /etc/jail.conf
        persist; path = "/jails/$name";
        www { exec.prestart = /root/a#b; }
        """,
      """
      safe: put /root/a#b in quotes
      - www { exec.prestart = /root/a#b; }
      + www { exec.prestart = "/root/a#b"; }
      """)
  }
}
