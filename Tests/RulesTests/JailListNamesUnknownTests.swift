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

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: JailListNamesUnknown.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        jail_list="www databse"
        == /etc/jail.conf
        persist;
        path = "/jails/$name";
        www { }
        database { }
        """,
      """
      review: write database in place of databse in jail_list
      - jail_list="www databse"
      + jail_list="www database"
      review: remove databse from jail_list
      - jail_list="www databse"
      + jail_list="www"
      """)
    expectWays(
      of: JailListNamesUnknown.self,
      in: """
        == /etc/rc.conf
        jail_enable="YES"
        jail_list="www gone"
        == /etc/jail.conf
        persist; path = "/jails/$name"; www { }
        """,
      """
      review: remove gone from jail_list
      - jail_list="www gone"
      + jail_list="www"
      """)
  }
}
