import Testing

@testable import Rules

struct CommentGluedToValueTests {
  @Test func `names the word with the comment`() {
    expectFindings(
      of: CommentGluedToValue.self, in: "ifconfig_em0_alias0=inet\\ «192.0.2.20/32#www»",
      ["error: 192.0.2.20/32#www in the setting of em0 has a comment glued to it"])
  }

  @Test(arguments: [
    "ifconfig_em0_alias0=\"inet 192.0.2.20/32\" #www", "ifconfig_em0_descr=\"line #1\"",
    "ifconfig_em0=\"inet 192.0.2.20/24 description a#b\"",
  ])
  func `is silent about comments and other number signs`(_ rc: String) {
    expectSilence(of: CommentGluedToValue.self, in: rc)
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: CommentGluedToValue.self,
      in: #"""
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias0=inet\ 192.0.2.20/32#www
        """#,
      #"""
      safe: part #www from the value of ifconfig_em0_alias0
      - ifconfig_em0_alias0=inet\ 192.0.2.20/32#www
      + ifconfig_em0_alias0=inet\ 192.0.2.20/32 #www
      """#)
    expectWays(
      of: CommentGluedToValue.self,
      in: """
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24#lan"
        """,
      """
      safe: part #lan from the value of ifconfig_em0
      - ifconfig_em0="inet 192.0.2.10/24#lan"
      + ifconfig_em0="inet 192.0.2.10/24" #lan
      """)
  }
}
