import HostModel
import Testing

/// Addresses of either family.
struct IPAddressTests {
  @Test(arguments: [
    (IPAddress.inet(IPv4Address(0xc000_0201)), AddressFamily.inet, 32, "192.0.2.1"),
    (.inet6(IPv6Address(high: 0x2001_0db8_0000_0000, low: 1)), .inet6, 128, "2001:db8::1"),
  ])
  func `an address knows its family and prints as its kind`(
    _ address: IPAddress, _ family: AddressFamily, _ hostLength: Int, _ text: String
  ) {
    #expect(address.family == family)
    #expect(family.hostLength == hostLength)
    #expect(address.description == text)
  }

  @Test func `an IPv4 address is not the IPv6 address of the same bits`() {
    #expect(
      IPAddress.inet(IPv4Address(1)) != IPAddress.inet6(IPv6Address(high: 0, low: 1)))
  }
}
