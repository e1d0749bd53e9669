import HostModel
import TestHosts
import Testing

/// The addresses that netif leaves, and the steps that set them.
struct HostAddressesTests {
  private static let hosts = [
    #"ifconfig_vtnet0_alias0="inet 192.0.2.11/32""#,
    // set twice: as it was, with another mask, and on another interface
    #"ifconfig_vtnet0_alias0="inet 192.0.2.10/24""#,
    #"ifconfig_vtnet0_alias0="inet 192.0.2.10/32""#,
    #"ifconfig_vtnet1="inet 192.0.2.10/24""#,
    // an IPv6 address keeps its length, and the second command fails
    #"ifconfig_vtnet0_alias0="inet6 2001:db8::1/128""#,
    // gone again: by hand, and by the command of the interface itself, which replaces the first
    "ifconfig_vtnet0_alias0='inet 192.0.2.12/32'\nifconfig_vtnet0_alias1='inet 192.0.2.12 -alias'",
    "ifconfig_vtnet0=\"inet 192.0.2.20/24\"\nifconfig_vtnet0_aliases='inet 192.0.2.21/24'",
    "ifconfig_vtnet1='inet 192.0.2.30/24 up'\nifconfig_vtnet1_name=ext0",
  ]

  /// The last step of netif that sets each address, found in the steps.
  private func setters(_ forecast: BootForecast) -> [AddressKey: Int] {
    var found: [AddressKey: Int] = [:]
    for (index, step) in forecast.steps.enumerated() where step.phase == .netif {
      for effect in step.effects { if let key = effect.settingKey { found[key] = index } }
    }
    return found
  }

  private func expectSetters(_ forecast: BootForecast) {
    let wanted = setters(forecast)
    #expect(!wanted.isEmpty)
    for (key, step) in wanted { #expect(forecast.hostAddresses.setter(of: key) == step, "\(key)") }
    for list in forecast.interfacesAfterNetif {
      for (index, address) in list.addresses.enumerated() {
        let key = AddressKey(address)
        #expect(forecast.hostAddresses.position(of: key) == index)
        #expect(forecast.hostAddresses.setter(of: key) == wanted[key])
      }
    }
  }

  @Test(arguments: hosts) func `each has the step that set it last`(_ lines: String) {
    let jails = #"a { ip4.addr = "vtnet0|192.0.2.10/32"; path = /; persist; }"#
    let host = HostSketch(
      [
        "/etc/rc.conf": """
        ifconfig_vtnet0="inet 192.0.2.10/24"
        ifconfig_vtnet0_ipv6="inet6 2001:db8::1/64"
        jail_enable="YES"
        \(lines)

        """, "/etc/jail.conf": jails,
      ], hardware: ["vtnet0", "vtnet1"])
    expectSetters(host.forecast)
  }

  @Test func `an address that a script sets and takes off again has the step that set it`() throws {
    let host = HostSketch([
      "/etc/rc.conf": "ifconfig_vtnet0=\"inet 192.0.2.10/24\"\n",
      "/etc/start_if.vtnet0": """
      ifconfig vtnet0 inet 192.0.2.40/24
      ifconfig vtnet0 inet 192.0.2.41/32 alias
      ifconfig vtnet0 inet 192.0.2.41/32 alias
      ifconfig vtnet0 inet 192.0.2.41 -alias

      """,
    ])
    expectSetters(host.forecast)
    let addresses = host.forecast.hostAddresses
    let gone = setters(host.forecast).keys.filter { addresses.number(of: $0) == nil }
    #expect(Set(gone.map { "\($0.address)" }) == ["192.0.2.40", "192.0.2.41"])
  }

  @Test func `many are numbered beside the start of the jails`() {
    let aliases = (0..<5000).map { number in
      "ifconfig_vtnet0_alias\(number)=\"inet 198.18.\(number / 250).\(number % 250)/32\"\n"
    }
    let host = HostSketch([
      "/etc/rc.conf": "ifconfig_vtnet0=\"inet 192.0.2.10/24\"\n" + aliases.joined()
    ])
    let assistant = Assistant()
    let forecast = forecastBoot(
      host.capture, facts: HostFacts(hardware: ["vtnet0"]), release: Release(major: 14, minor: 3),
      beside: assistant)
    #expect(assistant.errands == 1)
    expectSetters(forecast)
  }
}
