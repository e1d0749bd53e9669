import Testing

@testable import HostModel

/// The call of ifconfig(8) for an address of a jail.
struct AddressCommandTests {
  @Test(arguments: [
    (AddressFamily.inet, "192.0.2.1", "em0 inet 192.0.2.1 netmask 255.255.255.255"),
    (.inet, "lo1|192.0.2.1/24", "lo1 inet 192.0.2.1/24"),
    (.inet, "192.0.2.1/255.255.255.0", "em0 inet 192.0.2.1 netmask 255.255.255.0"),
    (.inet6, "2001:db8::1", "em0 inet6 2001:db8::1 prefixlen 128"),
    (.inet6, "lo1|2001:db8::1/64", "lo1 inet6 2001:db8::1/64"),
    (.inet, "192.0.2.1 ", "em0 inet 192.0.2.1  netmask 255.255.255.255"),
  ])
  func `words the address, its length and the interface`(
    _ family: AddressFamily, _ text: String, _ words: String
  ) throws {
    for isAdding in [true, false] {
      let command = try #require(
        AddressCommand(family, text, interface: "em0", adding: isAdding))
      let last = isAdding ? "alias" : "-alias"
      #expect(
        ([command.interface] + command.arguments).joined(separator: " ") == words + " " + last)
      #expect(command.lastWord == last)
    }
  }

  @Test func `words behind a blank go along when it is put on`() throws {
    let text = "192.0.2.1/24  vhid 3 "
    let added = try #require(AddressCommand(.inet, text, interface: "em0", adding: true))
    #expect(added.arguments == ["inet", "192.0.2.1/24", "vhid", "3", "alias"])
    let removed = try #require(AddressCommand(.inet, text, interface: "em0", adding: false))
    #expect(removed.arguments == ["inet", "192.0.2.1/24", "-alias"])
  }

  @Test(arguments: ["192.0.2.1", "192.0.2.1 em0|192.0.2.2"])
  func `nothing without an interface`(_ text: String) {
    #expect(AddressCommand(.inet, text, interface: nil, adding: true) == nil)
  }

  @Test(arguments: [
    ("192.0.2.1", "192.0.2.1"), ("lo1|192.0.2.1/24 vhid 3", "192.0.2.1"), ("192.0.2.1 ", nil),
    ("x", nil), ("192.0.2.1/x", "192.0.2.1"),
  ])
  func `knows the address that is written`(_ text: String, _ address: String?) throws {
    let command = try #require(AddressCommand(.inet, text, interface: "em0", adding: true))
    #expect(command.address?.description == address)
    #expect(AddressCommand(.inet6, text, interface: "em0", adding: true)?.address == nil)
  }
}
