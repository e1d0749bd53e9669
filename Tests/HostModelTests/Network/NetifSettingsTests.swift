import HostModel
import SourceText
import TestHosts
import Testing

/// Settings of rc.conf(5) that public files have and that go wrong easily.
struct NetifSettingsTests {
  @Test(arguments: [
    "addm em0 stp em0 edge em0 ifpriority em0 64 up", "addm em0 private em0 -learn em0",
  ])
  func `takes the member behind a bridge's word for its argument`(words: String) {
    let boot = forecast("cloned_interfaces=bridge0\nifconfig_em0=up\nifconfig_bridge0='\(words)'")
    #expect(boot.steps.allSatisfy { $0.status == 0 })
  }

  @Test func `knows the words of tunnels and of wireless interfaces`() {
    let boot = forecast(
      """
      cloned_interfaces=ipsec0
      create_args_ipsec0="reqid 100"
      wlans_ath0=wlan0
      ifconfig_wlan0="-ht ssid a"
      """)
    #expect(boot.steps.allSatisfy { $0.status == 0 })
  }

  @Test func `takes a bridge's members for present`() {
    let boot = forecast("cloned_interfaces=bridge0\nifconfig_bridge0='addm em0 addm em1 up'")
    #expect(boot.steps.allSatisfy { $0.status == 0 })
    #expect(boot.interfaces.map(\.interface.name) == ["lo0", "em0", "em1", "bridge0"])
  }

  @Test(arguments: ["", "em0"])
  func `starts lo0 even when network_interfaces leaves it out`(list: String) {
    let boot = forecast("network_interfaces='\(list)'\nifconfig_em0='inet 192.0.2.1/24'")
    #expect(commands(boot).prefix(2) == ["lo0 up", "lo0 inet 127.0.0.1/8 alias"])
  }

  @Test func `creates the tunnels of gif_interfaces`() {
    let boot = forecast(
      """
      gif_interfaces="gif0 home"
      gifconfig_gif0="inet6 2001:db8::1 2001:db8::2"
      gifconfig_home="192.0.2.1 192.0.2.2"
      """)
    #expect(
      commands(boot).prefix(5) == [
        "gif0 create", "gif0 inet6 tunnel 2001:db8::1 2001:db8::2", "gif create",
        "gif1 name home", "home tunnel 192.0.2.1 192.0.2.2",
      ])
    #expect(boot.console.first == "Created clone interfaces: gif0 home.")
  }

  @Test func `lets ipv6_enable activate every interface`() {
    let boot = forecast("ipv6_enable=YES\nifconfig_em0='inet 192.0.2.1/24'")
    #expect(commands(boot).contains("em0 inet6 -ifdisabled accept_rtadv"))
    let warning =
      "/etc/rc: WARNING: $ipv6_enable is obsolete.  Use $ipv6_activate_all_interfaces instead."
    #expect(boot.console.filter { $0 == warning }.count == 2)
  }

  @Test func `takes one of the machines that a shared file serves`() {
    let boot = forecast("ifconfig_em0_name=net0\nifconfig_igb0_name=net0\nifconfig_net0=DHCP")
    #expect(commands(boot).first == "em0 name net0")
    #expect(boot.interfaces.map(\.interface.name) == ["lo0", "net0"])
  }

  @Test func `keeps what a renamed interface is`() throws {
    let boot = forecast("cloned_interfaces=lo1\nifconfig_lo1_name=jails")
    let jails = try #require(boot.interfaces.first { $0.interface.name == "jails" })
    #expect(jails.interface.driver.isLoopback)
  }

  @Test func `lets a command that is not followed create a jail's interface`() {
    let boot = forecast(
      "jail_enable=YES",
      jails: """
        a { vnet; vnet.interface = ng0_a; exec.prestart = "jng bridge a em0"; persist; path = /a; }
        """)
    #expect(boot.jails.map(\.state) == [.unknown])
    #expect(boot.jails.first?.interfaces == ["ng0_a"])
  }

  @Test func `reads quotes and comments of all aliases but the last once more`() {
    let boot = forecast(
      #"""
      ifconfig_em0_alias0="inet 192.0.2.1/24 # main"
      ifconfig_em0_alias1="inet 192.0.2.2/32 description 'two words'"
      ifconfig_em0_alias2="inet 192.0.2.3/32 # spare"
      """#)
    #expect(
      commands(boot).filter { $0.contains("192.0.2.") } == [
        "em0 inet 192.0.2.1/24 alias", "em0 inet 192.0.2.2/32 description two words alias",
        "em0 inet 192.0.2.3/32 # spare alias",
      ])
    #expect(
      boot.steps.filter { $0.status != 0 }.map(\.message) == [
        "ifconfig: words: bad value", "ifconfig: #: bad value",
      ])
  }

  @Test(arguments: [
    "inet 192.0.2.1/24; ifconfig em0 inet 192.0.2.2/32 alias",
    "inet 192.0.2.1/24 && /sbin/ifconfig em0 inet 192.0.2.2/32 alias",
    "inet 192.0.2.300/24 || ifconfig em0 inet 192.0.2.1/24; ifconfig em0 inet 192.0.2.2/32 alias",
  ])
  func `runs each command that a setting holds`(_ value: String) throws {
    let boot = forecast("ifconfig_em0=\"\(value)\"")
    let em0 = try #require(boot.interfaces.first { $0.interface.name == "em0" })
    #expect(
      em0.addresses.map { "\($0.address)/\($0.prefixLength)" } == ["192.0.2.1/24", "192.0.2.2/32"])
    #expect(boot.steps.filter { $0.argv.contains("em0") }.allSatisfy { !$0.sources.isEmpty })
  }

  @Test func `has its interfaces without rc.d netif`() {
    let host = HostSketch(
      [
        "/etc/rc.conf": "netif_enable=NO\nifconfig_em0='inet 192.0.2.1/24'\njail_enable=YES\n",
        "/etc/jail.conf": "a { path = /a; persist; ip4.addr = 'em0|192.0.2.7'; }\n",
      ], hardware: ["em0"])
    #expect(
      host.forecast.steps.map { $0.argv.joined(separator: " ") } == [
        "/sbin/ifconfig em0 inet 192.0.2.7 netmask 255.255.255.255 alias"
      ])
    #expect(host.forecast.jails.map(\.state) == [.running])
  }

  private func forecast(_ settings: String, jails: String? = nil) -> BootForecast {
    var entries: [String: HostCapture.Entry] = [:]
    for (path, text) in [("/etc/rc.conf", settings), ("/etc/jail.conf", jails)] {
      entries[path] = text.map { .file(SourceFile(path: path, bytes: Array("\($0)\n".utf8))) }
    }
    return forecastBoot(HostCapture(entries: entries))
  }

  /// The ifconfig commands, without the program.
  private func commands(_ boot: BootForecast) -> [String] {
    boot.steps.map { $0.argv.dropFirst().joined(separator: " ") }
  }
}
