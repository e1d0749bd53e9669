import Testing

@testable import HostModel

/// What a command does to addresses.
struct AddressEffectsTests {
  private let address = AssignedAddress(
    address: .inet(IPv4Address(0xc000_0201)), prefixLength: 24, interface: 1,
    hasVirtualHost: false, owner: .host)

  @Test func `has what it was made of, in order`() {
    let effects: [AddressEffect] = [.removed(address), .added(address)]
    for count in 0...2 {
      #expect(Array(AddressEffects(Array(effects.prefix(count)))) == Array(effects.prefix(count)))
    }
    #expect(Array(AddressEffects(effects[0])) == [effects[0]])
    #expect(AddressEffects().isEmpty)
  }

  @Test func `tells of another mask, wherever it stands`() {
    let replaced = AddressEffect.replaced(old: address, prefixLength: 32)
    #expect(AddressEffects(replaced).hasReplacement)
    #expect(AddressEffects([.removed(address), replaced]).hasReplacement)
    #expect(!AddressEffects([.removed(address), .added(address)]).hasReplacement)
    #expect(!AddressEffects(.added(address)).hasReplacement)
    #expect(!AddressEffects().hasReplacement)
  }
}
