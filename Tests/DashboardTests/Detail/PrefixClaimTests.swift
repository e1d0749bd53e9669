import HostModel
import Rules
import Testing

@testable import Dashboard

struct PrefixClaimTests {
  @Test func `all who give an address a length are told, the longest first`() throws {
    let picture = HostPicture(SampleHost.demo.analysis)
    let address = try #require(IPAddress("2001:db8:17:42::3"))
    let claims = picture.claims(on: address)
    #expect(claims.map { "/\($0.length) \($0.who)" } == ["/128 jail backup", "/64 the host"])
    #expect(
      claims.compactMap(\.place).map(picture.name(of:)) == [
        "/usr/local/etc/ezjail/backup:10", "/etc/rc.conf:11",
      ])
  }

  @Test func `a jail that uses an address as it finds it claims no length`() throws {
    let picture = HostPicture(SampleHost.demo.analysis)
    let address = try #require(IPAddress("2001:db8:17:42::2"))
    #expect(picture.claims(on: address).map(\.who) == ["the host"])
  }

  @Test func `the networks around an address come last`() throws {
    let host = SampleHost.written(
      """
      == hardware: em0
      == /usr/local/etc/jailscope.toml
      allocation = ["192.0.2.16/28"]
      == /etc/rc.conf
      ifconfig_em0="inet 192.0.2.1/24"
      jail_enable="YES"
      == /etc/jail.conf
      www { path = "/jails/www"; persist; ip4.addr = "em0|192.0.2.17"; }
      """)
    let claims = HostPicture(host.analysis).claims(on: try #require(IPAddress("192.0.2.17")))
    #expect(
      claims.map { "/\($0.length) \($0.who)" } == [
        "/32 jail www", "/28 given by the provider", "/24 em0",
      ])
    #expect(claims.map(\.isOfAddress) == [true, false, false])
  }
}
