import TestHosts
import Testing

@testable import HostModel

struct JailServiceTests {
  @Test(arguments: ["a.b", "a/b", "a_b"])
  func `a name of jail_list is looked for without dots and slashes`(_ listed: String) {
    let host = HostSketch([
      "/etc/rc.conf": "jail_enable=YES\njail_list=\"\(listed)\"\n",
      "/etc/jail.conf": "persist; path = \"/jails/$name\"; a_b { } a { } a.b { }\n",
    ])
    let forecast = forecastBoot(host.capture, facts: HostFacts())
    #expect(forecast.jails.filter { $0.state == .running }.map(\.name) == ["a_b"])
  }

  @Test(arguments: [("", ["a"]), (" ", []), ("\t", [])] as [(String, [String])])
  func `a jail_list of blanks starts none, an empty one all`(_ list: String, _ running: [String]) {
    let host = HostSketch([
      "/etc/rc.conf": "jail_enable=YES\njail_list='\(list)'\n",
      "/etc/jail.conf": "a { persist; path = /a; }\n",
    ])
    #expect(host.forecast.jails.filter { $0.state == .running }.map(\.name) == running)
    #expect(host.forecast.jails.map(\.name) == ["a"])
  }
}
