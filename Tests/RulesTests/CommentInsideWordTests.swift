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
}
