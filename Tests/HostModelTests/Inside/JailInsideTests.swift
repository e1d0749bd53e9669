import HostModel
import SourceText
import TestHosts
import Testing

/// What rc(8) does in jails with network stacks of their own.
struct JailInsideTests {
  private func host(
    _ jail: String = "path = /jails/www; exec.start = \"/bin/sh /etc/rc\"; vnet;"
      + " vnet.interface = epair0b;", rc: String = "", inside: String, release: String = "14.3"
  ) -> BootForecast {
    HostText(
      """
      == release: \(release)
      == hardware: em0
      == /etc/rc.conf
      cloned_interfaces="epair0"
      jail_enable=YES
      \(rc)
      == /etc/jail.conf
      www { \(jail) }
      == /jails/www/etc/rc.conf
      \(inside)
      """
    ).sketch.forecast
  }

  private func addresses(_ forecast: BootForecast) -> [String] {
    forecast.insides.flatMap { inside in
      inside.forecast.interfaces.flatMap { entry in
        entry.addresses.filter { !entry.interface.driver.isLoopback || $0.owner != .kernel }
          .map { "\(inside.jail) \(entry.interface.name) \($0.address)/\($0.prefixLength)" }
      }
    }
  }

  @Test func `has what is moved into it, its own lo0 and what its files set`() {
    let forecast = host(
      inside: """
        cloned_interfaces=lo1
        ifconfig_epair0b="inet 192.0.2.31/24"
        ifconfig_epair0b_ipv6="inet6 2001:db8::31/64"
        ifconfig_lo1="inet 198.51.100.1/32"
        """)
    #expect(
      addresses(forecast) == [
        "www lo0 127.0.0.1/8", "www epair0b 192.0.2.31/24", "www epair0b 2001:db8::31/64",
        "www lo1 198.51.100.1/32",
      ])
    // none of it is the host's
    #expect(!forecast.steps.contains { $0.commandLine.contains("192.0.2.31") })
    #expect(forecast.steps.allSatisfy { $0.sources.allSatisfy { !$0.path.hasPrefix("/jails") } })
  }

  @Test func `an interface may be renamed before rc(8) looks`() {
    let forecast = host(
      "path = /jails/www; exec.start = \"ifconfig epair0b name eth0\", \"/bin/sh /etc/rc\"; vnet;"
        + " vnet.interface = epair0b;", inside: "ifconfig_eth0=\"inet 192.0.2.31/24\"")
    #expect(addresses(forecast) == ["www lo0 127.0.0.1/8", "www eth0 192.0.2.31/24"])
  }

  @Test func `places are paths of the host`() throws {
    let forecast = host(inside: "ifconfig_epair0b=\"inet 192.0.2.31/24\"")
    let inside = try #require(forecast.insides.first)
    #expect(inside.root == "/jails/www")
    #expect(
      Set(inside.forecast.steps.flatMap(\.sources).map(\.path)) == ["/jails/www/etc/rc.conf"])
  }

  @Test(arguments: [("14.3", ["www epair0b 192.0.2.31/24"]), ("15.0", [])])
  func `is of the host's release`(_ release: String, _ wanted: [String]) {
    let forecast = host(inside: "ifconfig_epair0b=\"inet 192.0.2.31\"", release: release)
    #expect(addresses(forecast).filter { !$0.contains("lo0") } == wanted)
  }

  @Test(arguments: [
    "path = /jails/www; exec.start = \"/bin/sh /etc/rc\"; ip4.addr = \"em0|192.0.2.31\";",
    "path = /jails/www; persist; vnet; vnet.interface = epair0b;",
    "path = /jails/www; exec.start = \"/usr/bin/true\"; vnet; vnet.interface = epair0b;",
    "path = /; exec.start = \"/bin/sh /etc/rc\"; vnet; vnet.interface = epair0b;",
    "path = \"/jails/../jails/www\"; exec.start = \"/bin/sh /etc/rc\"; vnet;",
  ])
  func `is nothing where no rc of its own configures a stack of its own`(_ jail: String) {
    let forecast = host(jail, inside: "ifconfig_epair0b=\"inet 192.0.2.31/24\"")
    #expect(forecast.insides.isEmpty)
    #expect(forecast.wantedInside.isEmpty)
  }

  @Test func `its interfaces are what its files name where nobody tells`() throws {
    let forecast = HostText(
      """
      == /etc/rc.conf
      iocage_enable=YES
      == /iocage/jails/web/config.json
      {"host_hostuuid": "web", "boot": "on", "vnet": "on", "interfaces": "vnet0:bridge0"}
      == /iocage/jails/web/root/etc/rc.conf
      ifconfig_epair0b="inet 192.0.2.31/24"
      """
    ).sketch.forecast
    let inside = try #require(forecast.insides.first)
    #expect(!inside.knowsInterfaces)
    #expect(addresses(forecast).contains("ioc-web epair0b 192.0.2.31/24"))
  }

  @Test(arguments: [
    ". /etc/../../../etc/secret", ". /../etc/secret",
    "rc_conf_files=\"/etc/rc.conf ../../etc/secret\"",
  ])
  func `no path of its files leads out of it`(_ line: String) throws {
    let sketch = HostText(
      """
      == /etc/rc.conf
      cloned_interfaces="epair0"
      jail_enable=YES
      == /etc/jail.conf
      www { path = /jails/www; exec.start = "/bin/sh /etc/rc"; vnet; vnet.interface = epair0b; }
      == /etc/secret
      ifconfig_epair0b="inet 192.0.2.66/24"
      == /jails/www/etc/rc.conf
      \(line)
      """
    ).sketch
    let inside = try #require(sketch.forecast.insides.first)
    #expect(!addresses(sketch.forecast).contains { $0.contains("192.0.2.66") })
    #expect(inside.forecast.unreadable.contains { $0.reason.contains("..") })
    // what a jail has in its files leaves no doubt about the host
    #expect(sketch.forecast.unreadable.isEmpty)
  }

  @Test func `reads no more files than a jail may sensibly have`() throws {
    let lines = (0..<1000).map { "[ -r /etc/more\($0) ] && true" }.joined(separator: "\n")
    let inside = try #require(host(inside: lines).insides.first)
    #expect(inside.forecast.unreadable.contains { $0.reason.hasSuffix("more than 128 files") })
  }

  @Test func `says where rc in the jail ends`() throws {
    let inside = try #require(host(inside: "ifconfig_epair0b=\"inet").insides.first)
    #expect(inside.forecast.aborted?.hasPrefix("/jails/www/etc/rc.conf: ") == true)
  }
}
