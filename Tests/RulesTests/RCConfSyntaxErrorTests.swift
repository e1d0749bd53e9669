import Testing

@testable import Rules

struct RCConfSyntaxErrorTests {
  @Test func `marks where sh(1) stops`() {
    expectFindings(
      of: RCConfSyntaxError.self, in: "hostname=«\"host.example.org»\njail_enable=YES",
      ["error: sh(1) can't read the file: Unterminated quoted string"])
  }

  @Test func `finds it in a file of ezjail`() {
    expectFindings(
      of: RCConfSyntaxError.self,
      in: """
        ezjail_enable=YES
        == /usr/local/etc/ezjail/a
        export jail_a_hostname=«"a»
        export jail_a_rootdir=/jails/a
        """, ["error: sh(1) can't read the file: Unterminated quoted string"])
  }

  @Test(arguments: [
    "hostname=\"host\"", "# \"", "hostname='it is \"'", "hostname=\"two\nlines\"",
    "if true; then hostname=a; fi",
  ])
  func `is silent about files that sh(1) reads`(_ rc: String) {
    expectSilence(of: RCConfSyntaxError.self, in: rc)
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: RCConfSyntaxError.self,
      in: """
        == /etc/rc.conf
        hostname="host.example.org
        jail_enable=YES
        """,
      """
      review: close the quote at the end of line 1
      - hostname="host.example.org
      + hostname="host.example.org"
      """)
  }
}
