import HostModel
import Rules
import Testing

@testable import Dashboard

struct AddressMapTests {
  private func map(_ text: String) -> AddressMap {
    AddressMap(HostPicture(SampleHost.written(text).analysis))
  }

  private func names(_ map: AddressMap) -> [String] { map.networks.map { "\($0.prefix)" } }

  @Test func `a long prefix is shown whole, and what is around single addresses of a short one`() {
    let map = AddressMap(HostPicture(SampleHost.demo.analysis))
    #expect(names(map) == ["2001:db8:17:42::/124", "192.0.2.0/24", "127.0.0.0/28"])
  }

  @Test func `a network grows with the addresses of it that are used`() {
    let map = map(
      """
      == hardware: em0
      == /etc/rc.conf
      ifconfig_em0_ipv6="inet6 2001:db8::1 prefixlen 64"
      ifconfig_em0_alias0="inet6 2001:db8::25 prefixlen 64"
      """)
    #expect(names(map).first == "2001:db8::/122")
  }

  @Test func `of a large network that was given the parts are shown that hold addresses`() {
    let map = map(
      """
      == hardware: em0
      == /usr/local/etc/jailscope.toml
      allocation = ["198.51.0.0/16", "2001:db8:1::/112"]
      == /etc/rc.conf
      ifconfig_em0="inet 198.51.100.7/16"
      ifconfig_em0_alias0="inet 198.51.3.9/32"
      """)
    #expect(
      names(map).prefix(3) == ["198.51.100.0/24", "198.51.3.0/24", "2001:db8:1::/120"])
    #expect(map.networks.map(\.isAllocation).prefix(3) == [true, true, true])
  }

  @Test func `what can be given to nobody is not free`() throws {
    let map = map(
      """
      == hardware: em0
      == /etc/rc.conf
      ifconfig_em0="inet 192.0.2.18/29"
      defaultrouter="192.0.2.17"
      """)
    let network = try #require(map.networks.first)
    #expect("\(network.prefix)" == "192.0.2.16/29")
    let kinds = (0..<network.count).map { map.special(network.address(at: $0)) }
    #expect(kinds == [.network, .router, nil, nil, nil, nil, nil, .broadcast])
    #expect(map.nextFree(in: network) == IPAddress("192.0.2.19"))
    #expect(map.use(of: network) == (used: 1, free: 4))
  }

  @Test func `a full network has no free address`() throws {
    let map = map(
      """
      == hardware: em0
      == /etc/rc.conf
      ifconfig_em0="inet 192.0.2.17/30"
      ifconfig_em0_alias0="inet 192.0.2.18/32"
      """)
    let network = try #require(map.networks.first)
    #expect("\(network.prefix)" == "192.0.2.16/30")
    #expect(map.nextFree(in: network) == nil)
  }

  @Test func `every address of a network is found in it again`() throws {
    let map = AddressMap(HostPicture(SampleHost.demo.analysis))
    for network in map.networks {
      for index in 0..<network.count {
        #expect(network.index(of: network.address(at: index)) == index)
      }
      #expect(network.index(of: try #require(IPAddress("203.0.113.1"))) == nil)
    }
  }
}
