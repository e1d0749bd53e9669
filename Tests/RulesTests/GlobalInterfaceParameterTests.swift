import Testing

@testable import Rules

struct GlobalInterfaceParameterTests {
  private func host(_ conf: String) -> String {
    "ifconfig_em0=up\njail_enable=YES\n== /etc/jail.conf\npersist; path = \"/jails/$name\";\n\(conf)"
  }

  @Test(arguments: [
    ("a { ip4.addr = 192.0.2.31; }", "jail a"),
    ("a { ip4.addr = 192.0.2.31; } b { ip4.addr = 192.0.2.32; }", "2 jails"),
  ])
  func `counts the jails`(_ jails: String, _ noun: String) {
    expectFindings(
      of: GlobalInterfaceParameter.self, in: host("interface = «em0»;\n\(jails)"),
      ["info: interface puts bare addresses of \(noun) on em0"])
  }

  @Test(arguments: [
    "interface = em0; a { ip4.addr = \"em0|192.0.2.31\"; }",
    "a { interface = em0; ip4.addr = 192.0.2.31; }",
    "interface = em0; a { interface; ip4.addr = 192.0.2.31; }", "interface = em0; a { }",
  ])
  func `is silent where it changes nothing`(_ conf: String) {
    expectSilence(of: GlobalInterfaceParameter.self, in: host(conf))
  }
}
