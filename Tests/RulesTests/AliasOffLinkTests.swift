import Testing

@testable import Rules

struct AliasOffLinkTests {
  private func host(_ lines: String) -> String {
    "ifconfig_em0=\"inet 192.0.2.10/24\"\nifconfig_em0_ipv6=\"inet6 2001:db8::1/64\"\n\(lines)\n"
  }

  @Test(arguments: [
    ("inet «198.51.100.31»/32", "198.51.100.31/32"),
    ("inet6 «2001:db8:1::3» prefixlen 128", "2001:db8:1::3/128"),
  ])
  func `finds an address of no network`(_ alias: String, _ address: String) {
    expectFindings(
      of: AliasOffLink.self, in: host("ifconfig_em0_alias0=\"\(alias)\""),
      ["info: \(address) is in no network of em0"])
  }

  @Test(arguments: [
    "ifconfig_em0_alias0=\"inet 192.0.2.31/32\"",
    "ifconfig_em0_alias0=\"inet 198.51.100.31/24\"\nifconfig_em0_alias1=\"inet 198.51.100.32/32\"",
    "ifconfig_em0_alias0=\"inet6 2001:db8::3/128\"",
    "cloned_interfaces=lo1\nifconfig_lo1=\"inet 198.51.100.31/32\"",
    "ifconfig_em0_alias0=\"inet 198.51.100.31/32\"\n== /usr/local/etc/jailscope.toml\n"
      + "allocation = [\"198.51.100.0/24\", \"192.0.2.0/24\"]",
  ])
  func `is silent about others`(_ lines: String) {
    expectSilence(of: AliasOffLink.self, in: host(lines))
  }
}
