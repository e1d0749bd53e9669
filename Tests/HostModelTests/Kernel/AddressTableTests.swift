import Testing

@testable import HostModel

/// The table of all addresses.
struct AddressTableTests {
  private let address = IPAddress.inet(IPv4Address(0xc000_0201))
  private let other = IPAddress.inet(IPv4Address(0xc000_0202))

  @Test func `an address is found on each of its interfaces, the oldest first`() {
    var table = AddressTable()
    for interface in [3, 1, 2] {
      table.add(address, 24 + interface, on: interface, owner: .host, hasVirtualHost: false)
    }
    #expect(table.all(address).map(\.interface) == [3, 1, 2])
    #expect(table.find(address, on: 1)?.prefixLength == 25)
    #expect(table.find(address, on: 4) == nil)
    #expect(table.find(other, on: 1) == nil)
    #expect(table.isAbsent(other))
  }

  @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  func `addresses go in any order`(_ order: [Int]) throws {
    var table = AddressTable()
    for interface in 0..<3 {
      table.add(address, 32, on: interface, owner: .host, hasVirtualHost: false)
    }
    var left = [0, 1, 2]
    for interface in order {
      table.remove(try #require(table.find(address, on: interface)))
      left.removeAll { $0 == interface }
      #expect(table.all(address).map(\.interface) == left)
      #expect(table.list(interface) == [])
    }
    #expect(table.isAbsent(address))
    table.add(address, 24, on: 1, owner: .kernel, hasVirtualHost: true)
    #expect(table.all(address).map(\.prefixLength) == [24])
  }

  @Test func `a list keeps the order in which addresses came`() throws {
    var table = AddressTable()
    for last in [3, 1, 2] {
      let address = IPAddress.inet(IPv4Address(UInt32(last)))
      table.add(address, 32, on: 0, owner: .host, hasVirtualHost: false)
    }
    let first = try #require(table.list(0).first)
    table.remove(first)
    table.add(first.address, 32, on: 0, owner: .host, hasVirtualHost: false)
    #expect(table.list(0).map(\.address.description) == ["0.0.0.1", "0.0.0.2", "0.0.0.3"])
    #expect(table.byInterface(count: 2).map(\.count) == [3, 0])
  }

  @Test func `a confirmed address has a new owner and its old place`() throws {
    var table = AddressTable()
    table.add(address, 24, on: 0, owner: .host, hasVirtualHost: true)
    table.add(other, 24, on: 0, owner: .host, hasVirtualHost: false)
    let old = try #require(table.find(address, on: 0))
    table.confirm(old, owner: .jail("a"), hasVirtualHost: false)
    #expect(table.list(0).map(\.owner) == [.jail("a"), .host])
    #expect(table.list(0).map(\.hasVirtualHost) == [false, false])
    table.remove(old)
    table.confirm(old, owner: .host, hasVirtualHost: false)
    #expect(table.isAbsent(address))
  }
}
