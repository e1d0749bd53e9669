import Testing

@testable import Rules

struct IncludeNotSupportedTests {
  private func host(_ release: String, _ line: String) -> String {
    """
    == release: \(release)
    == /etc/rc.conf
    jail_enable=YES
    == /etc/jail.conf
    persist; path = "/jails/$name";
    \(line)
    a { }
    """
  }

  @Test func `finds it before 14`() {
    expectFindings(
      of: IncludeNotSupported.self, in: host("12.2", ".include = «\"/etc/jail.d/*.conf\"»;"),
      [
        "error: jail(8) of FreeBSD 12.2 does not know .include, and takes it for a parameter of "
          + "jail a"
      ])
  }

  @Test(arguments: [("14.3", ".include \"/etc/jail.d/*.conf\";"), ("12.2", "")])
  func `is silent where it is known or not used`(_ release: String, _ line: String) {
    expectSilence(of: IncludeNotSupported.self, in: host(release, line))
  }
}
