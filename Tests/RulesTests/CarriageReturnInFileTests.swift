import Testing

@testable import Rules

struct CarriageReturnInFileTests {
  @Test func `is an error when an address fails by it`() {
    expectFindings(
      of: CarriageReturnInFile.self,
      in: "ifconfig_em0_alias0=inet\\ 192.0.2.20/32«␍»\nhostname=host␍",
      ["error: /etc/rc.conf has 2 carriage returns"])
  }

  @Test func `warns when nothing fails by it`() {
    expectFindings(
      of: CarriageReturnInFile.self, in: "hostname=host.example.org«␍»",
      ["warning: /etc/rc.conf has a carriage return"])
  }

  @Test func `is an error when it keeps jails from being read`() {
    expectFindings(
      of: CarriageReturnInFile.self,
      in: """
        jail_enable="YES"
        == /etc/jail.conf
        persist;«␍»
        www { path = "/jails/www"; }
        """, ["error: /etc/jail.conf has a carriage return"])
  }

  @Test func `is silent about other files`() {
    expectSilence(of: CarriageReturnInFile.self, in: "hostname=host\n== /etc/motd\nhello␍")
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: CarriageReturnInFile.self,
      in: #"""
        == /etc/rc.conf
        ifconfig_em0="inet 192.0.2.10/24"
        ifconfig_em0_alias0=inet\ 192.0.2.20/32\#r
        """#,
      #"""
      safe: remove the carriage returns from /etc/rc.conf
      - ifconfig_em0_alias0=inet\ 192.0.2.20/32\#r
      + ifconfig_em0_alias0=inet\ 192.0.2.20/32
      """#)
  }
}
