import Testing

@testable import HostModel

/// The jails of a host and the addresses they share.
struct KernelStateTests {
  private func jail(_ name: String, _ addresses: String..., ownStack: Bool = false) -> RunningJail {
    RunningJail(
      key: NameKey(name), addresses: AddressesByFamily(addresses.compactMap { IPAddress($0) }),
      hasOwnStack: ownStack)
  }

  private func inet(_ addresses: String...) -> [IPAddress] {
    addresses.compactMap { IPv4Address(dottedQuad: $0).map { .inet($0) } }
  }

  private func inet6(_ addresses: String...) -> [IPAddress] {
    addresses.compactMap { IPv6Address($0).map { .inet6($0) } }
  }

  @Test func `two jails share an address only when each has no other of the family`() throws {
    var kernel = try KernelSketch().kernel
    kernel.addJail(jail("one", "192.0.2.1", "2001:db8::1", "2001:db8::2"))
    #expect(!kernel.clashes(inet("192.0.2.1")))
    #expect(kernel.clashes(inet("192.0.2.1", "192.0.2.9")))
    #expect(kernel.clashes(inet("192.0.2.9", "192.0.2.1")))
    #expect(!kernel.clashes(inet("192.0.2.9", "192.0.2.8")))
    #expect(kernel.clashes(inet6("2001:db8::1")))
    #expect(kernel.clashes(inet6("2001:db8::2")))
    #expect(!kernel.clashes(inet6("2001:db8::3", "2001:db8::4")))
    #expect(!kernel.clashes([]))
  }

  @Test func `addresses are free again when a jail is gone`() throws {
    var kernel = try KernelSketch().kernel
    kernel.addJail(jail("one", "192.0.2.1", "192.0.2.2"))
    kernel.addJail(jail("two", "192.0.2.1"))
    kernel.removeJail("one")
    #expect(!kernel.clashes(inet("192.0.2.1")))
    #expect(kernel.clashes(inet("192.0.2.1", "192.0.2.2")))
    kernel.removeJail("two")
    #expect(!kernel.clashes(inet("192.0.2.1", "192.0.2.2")))
    kernel.removeJail("two")
    #expect(kernel.jails.isEmpty)
  }

  @Test func `a jail with a stack of its own shares nothing`() throws {
    var kernel = try KernelSketch().kernel
    kernel.addJail(jail("own", "192.0.2.1", "192.0.2.2", ownStack: true))
    #expect(!kernel.clashes(inet("192.0.2.1", "192.0.2.2")))
  }

  @Test func `jails are found by name in the order of their start`() throws {
    var kernel = try KernelSketch().kernel
    for name in ["c", "a", "b"] { kernel.addJail(jail(name)) }
    kernel.removeJail("a")
    #expect(kernel.jails.map(\.name) == ["c", "b"])
    #expect(kernel.jail(named: "b")?.name == "b")
    #expect(kernel.jail(named: "a") == nil)
  }

  @Test func `an interface is added once and seen for ever`() throws {
    var kernel = try KernelSketch().kernel
    kernel.addInterface("em0", presence: .created)
    #expect(kernel.names == ["lo0", "em0", "em1", "lo1", "gif0", "bridge0"])
    #expect(kernel.snapshot().map(\.interface.presence) == Array(repeating: .known, count: 6))
    kernel.removeInterface(try #require(kernel.index(of: "em0")))
    #expect(kernel.index(of: "em0") == nil)
    #expect(kernel.hasSeen("em0"))
    #expect(!kernel.hasSeen("em7"))
  }

  @Test func `a listing has each interface with its addresses in order`() throws {
    var host = try KernelSketch()
    host.set("em1 inet 192.0.2.2/24")
    host.set("em0 inet6 2001:db8::1/64")
    host.set("em1 inet6 2001:db8::2/64")
    host.set("em1 inet 192.0.2.3/32 alias")
    let lists = host.kernel.snapshot().map { list in
      ([list.interface.name] + list.addresses.map { "\($0.address)" }).joined(separator: " ")
    }
    #expect(
      lists == [
        "lo0 ::1", "em0 2001:db8::1", "em1 192.0.2.2 2001:db8::2 192.0.2.3", "lo1", "gif0",
        "bridge0",
      ])
  }
}
