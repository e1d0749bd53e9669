import HostModel
import TestHosts
import Testing

@testable import Rules

/// Who names an address.
struct AddressUsersTests {
  private let host = HostSketch(
    jails: """
      a { ip4.addr = "vtnet0|192.0.2.31"; ip6.addr = "2001:db8::31"; }
      b { ip4.addr = "192.0.2.32", "192.0.2.31"; }
      c { vnet; }
      """)

  @Test func `those who name an address are in the forecast's order`() throws {
    let users = AddressUsers(host.forecast)
    let address = try #require(IPAddress("192.0.2.31"))
    let names = users[address].map { host.forecast.jails[$0.jail].name }
    #expect(names == ["a", "b"])
    #expect(users[address].map(\.address.interface) == ["vtnet0", nil])
    #expect(users[try #require(IPAddress("192.0.2.99"))].isEmpty)
  }

  @Test func `an address is shared when it is named twice`() throws {
    let users = AddressUsers(host.forecast)
    #expect(users.shared == [try #require(IPAddress("192.0.2.31"))])
    #expect(users.addresses.count(where: { _ in true }) == 3)
  }
}
