import Testing

@testable import HostModel

/// The addresses of a jail, by family.
struct AddressesByFamilyTests {
  private func list(_ texts: String...) -> AddressesByFamily {
    AddressesByFamily(texts.compactMap { IPAddress($0) })
  }

  @Test func `keeps those of IPv4 in front, each family in its order`() {
    let list = list("2001:db8::2", "192.0.2.2", "2001:db8::1", "192.0.2.1")
    #expect(
      list.all.map(\.description) == ["192.0.2.2", "192.0.2.1", "2001:db8::2", "2001:db8::1"])
    #expect(list[.inet].map(\.description) == ["192.0.2.2", "192.0.2.1"])
    #expect(list[.inet6].map(\.description) == ["2001:db8::2", "2001:db8::1"])
    #expect(list.count(of: .inet) == 2)
    #expect(list.count(of: .inet6) == 2)
  }

  @Test func `loses a family and takes it in again`() {
    var list = list("2001:db8::1", "192.0.2.1")
    list.removeAll(of: .inet)
    #expect(list.all.map(\.description) == ["2001:db8::1"])
    list.add(.inet(IPv4Address(0xc000_0202)))
    #expect(list.all.map(\.description) == ["192.0.2.2", "2001:db8::1"])
    list.removeAll(of: .inet6)
    #expect(list.all.map(\.description) == ["192.0.2.2"])
    #expect(list[.inet6].isEmpty)
  }
}
