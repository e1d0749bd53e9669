import Testing

@testable import Rules

struct JailListNamesUnknownTests {
  private func host(_ list: String, _ jails: String = "persist; path = \"/j/$name\"; a { }")
    -> String
  {
    "== /etc/rc.conf\njail_enable=YES\njail_list=\"\(list)\"\n== /etc/jail.conf\n\(jails)\n"
  }

  @Test(arguments: ["a «b»", "«b» a", "«b»"])
  func `names the jail`(_ list: String) {
    expectFindings(
      of: JailListNamesUnknown.self, in: host(list),
      ["error: jail_list names b, which no file defines"])
  }

  @Test func `finds one when there is no file at all`() {
    expectFindings(
      of: JailListNamesUnknown.self, in: "== /etc/rc.conf\njail_enable=YES\njail_list=«b»\n",
      ["error: jail_list names b, which no file defines"])
  }

  @Test(arguments: ["", "a"])
  func `is silent about defined ones`(_ list: String) {
    expectSilence(of: JailListNamesUnknown.self, in: host(list))
  }
}
