import Testing

@testable import Rules

struct NumericJailNameTests {
  private func host(_ release: String, _ jails: String) -> String {
    """
    == release: \(release)
    == /etc/rc.conf
    jail_enable=YES
    == /etc/jail.conf
    persist; path = "/jails/$name";
    \(jails)
    """
  }

  @Test(arguments: [("12.2", "error"), ("14.3", "info")])
  func `fails only where a number is no name`(_ release: String, _ severity: String) {
    expectFindings(
      of: NumericJailName.self, in: host(release, "«5» { }"),
      ["\(severity): jail 5 is named by a number, which is its jid"])
  }

  @Test(arguments: ["five { }", "5a { }", "v5 { }"])
  func `is silent about names`(_ jail: String) {
    expectSilence(of: NumericJailName.self, in: host("12.2", jail))
  }
}
