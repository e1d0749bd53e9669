import Testing

@testable import Rules

struct RuntimeFileOutdatedTests {
  private static func host(_ addresses: String, _ started: String) -> String {
    """
    == /etc/rc.conf
    ifconfig_em0="inet 192.0.2.10/24"
    iocage_enable=YES
    == /iocage/jails/www/config.json
    {
        "CONFIG_VERSION": "29",
        "boot": 1,
        "host_hostuuid": "www",
        "ip4_addr": "\(addresses)"
    }
    == /var/run/jail.ioc-www.conf
    "ioc-www" {
    \(started)
      persist;
    }
    """
  }

  @Test(arguments: [
    ("em0|192.0.2.32", "em0|192.0.2.31"), ("em0|192.0.2.31/24", "em0|192.0.2.31/32"),
    ("lo0|192.0.2.31/32", "em0|192.0.2.31/32"),
  ])
  func `points at what the jail was started with`(_ addresses: String, _ started: String) {
    let spelled = started.hasSuffix("/32") ? started : "\(started)/32"
    expectFindings(
      of: RuntimeFileOutdated.self,
      in: Self.host("‹\(addresses)›", "  ip4.addr += \"«\(started)»\";"),
      [
        "info: jail ioc-www was started with \(spelled), which its configuration doesn't name"
      ])
  }

  @Test(arguments: [
    ("em0|192.0.2.31/32,em0|192.0.2.32", "  ip4.addr += \"em0|192.0.2.31\";"),
    ("192.0.2.31", "  ip4.addr += \"em0|192.0.2.31\";"), ("none", "  ip4 = \"new\";"),
  ])
  func `is silent where all of it is named still`(_ addresses: String, _ started: String) {
    expectSilence(of: RuntimeFileOutdated.self, in: Self.host(addresses, started))
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: RuntimeFileOutdated.self,
      in: Self.host("em0|192.0.2.32", "  ip4.addr += \"em0|192.0.2.31\";"),
      """
      manual: restart jail www
      """)
  }
}
