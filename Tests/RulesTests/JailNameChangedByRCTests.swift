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
}
