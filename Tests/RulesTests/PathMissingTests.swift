import Testing

@testable import Rules

struct PathMissingTests {
  private func host(_ path: String) -> String {
    """
    == missing: /jails/a
    == /etc/rc.conf
    jail_enable=YES
    == /etc/jail.conf
    a { persist; path = \(path); }
    """
  }

  @Test(arguments: [
    ("«/jails/a»", "/jails/a, does not exist"),
    ("«/jails/a/root»", "/jails/a/root, does not exist"),
    ("«jails/b»", "jails/b, is no absolute path"),
  ])
  func `finds a root that is not there`(_ path: String, _ text: String) {
    expectFindings(of: PathMissing.self, in: host(path), ["error: the root of jail a, \(text)"])
  }

  @Test(arguments: ["/jails/b", "/jails/ab"])
  func `is silent about others`(_ path: String) {
    expectSilence(of: PathMissing.self, in: host(path))
  }
}
