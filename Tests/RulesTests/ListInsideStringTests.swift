import Testing

@testable import Rules

struct ListInsideStringTests {
  private func host(_ line: String) -> String {
    """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    jail_enable=YES
    == /etc/jail.conf
    $two = "192.0.2.31", "192.0.2.32";
    $one = "192.0.2.33";
    a { persist; path = /jails/a; \(line) }
    """
  }

  @Test(arguments: ["ip4.addr = «\"em0|$two\"»;", "ip4.addr = «\"${two}/32\"»;"])
  func `finds a list among other text`(_ line: String) {
    expectFindings(
      of: ListInsideString.self, in: host(line),
      ["error: jail a: ip4.addr has a list of values inside a longer text"])
  }

  @Test(arguments: ["ip4.addr = $two;", "ip4.addr = \"$two\";", "ip4.addr = \"em0|$one\";"])
  func `is silent where it stands alone`(_ line: String) {
    expectSilence(of: ListInsideString.self, in: host(line))
  }
}
