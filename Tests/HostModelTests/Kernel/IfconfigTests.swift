import Testing

@testable import HostModel

/// Interfaces that ifconfig(8) creates, renames, joins and moves.
struct IfconfigTests {
  @Test(arguments: [
    ("lo2 create", ["lo2"]), ("tap0 create up", ["tap0"]), ("vlan create", ["vlan0"]),
    ("bridge create", ["bridge1"]), ("epair0 create", ["epair0a", "epair0b"]),
    ("epair create", ["epair0a", "epair0b"]), ("em0.100 create", ["em0.100"]),
    ("em0.100 create vlan 100 vlandev em0", ["em0.100"]), ("wlan0 create wlandev ath0", ["wlan0"]),
    ("lo2 plumb", ["lo2"]), ("gif7 create tunnel 192.0.2.1 192.0.2.2", ["gif7"]),
    ("lo2 create name jails", ["jails"]), ("bridge1 create addm em0 up", ["bridge1"]),
  ])
  func `a clone is created`(_ line: String, _ names: [String]) throws {
    var host = try KernelSketch()
    let before = host.kernel.names
    host.set(line)
    #expect(host.kernel.names == before + names)
    for name in names {
      let created = try #require(host.kernel.snapshot().first { $0.interface.name == name })
      #expect(created.interface.presence == .created)
    }
  }

  @Test func `an address may follow the creation`() throws {
    var host = try KernelSketch()
    host.set("lo2 create inet 192.0.2.1/32")
    #expect(try host.addresses("lo2") == ["192.0.2.1/32"])
    #expect(host.ifconfig("lo3 create inet x").message == "ifconfig: x: bad value")
    #expect(host.kernel.index(of: "lo3") != nil)
  }

  @Test func `units count up`() throws {
    var host = try KernelSketch()
    for _ in 0..<3 { host.set("epair create") }
    for _ in 0..<2 { host.set("tap create") }
    #expect(host.kernel.names.suffix(4) == ["epair2a", "epair2b", "tap0", "tap1"])
  }

  @Test(arguments: [
    ("em7 up", "ifconfig: interface em7 does not exist"),
    ("em7", "ifconfig: interface em7 does not exist"),
    ("em7 create", "ifconfig: SIOCIFCREATE2 (em7): Invalid argument"),
    ("em7.5 create", "ifconfig: SIOCIFCREATE2 (em7.5): Invalid argument"),
    ("em0 create", "ifconfig: interface em0 already exists"),
    ("lo1 create", "ifconfig: interface lo1 already exists"),
    ("em0 name em1", "ifconfig: ioctl SIOCSIFNAME (set name): File exists"),
    ("bridge0 addm em9", "ifconfig: BRDGADD em9: No such file or directory"),
    ("em0 vnet a", "ifconfig: jail \"a\" not found"),
    ("em9 -vnet a", "ifconfig: jail \"a\" not found"),
    ("em0 name", "ifconfig: 'name' requires argument"),
  ])
  func `what cannot be is refused`(_ line: String, _ message: String) throws {
    var host = try KernelSketch()
    let result = host.ifconfig(line)
    #expect(result.status == 1)
    #expect(result.message == message)
  }

  @Test func `a second epair of one unit is refused`() throws {
    var host = try KernelSketch()
    host.set("epair0 create")
    #expect(
      host.ifconfig("epair0 create").message == "ifconfig: SIOCIFCREATE2 (epair0): File exists")
  }

  @Test func `both ends of an epair go together`() throws {
    var host = try KernelSketch()
    let before = host.kernel.names
    host.set("epair0 create")
    host.set("epair1 create")
    host.set("epair0b name jail")
    host.set("epair0a destroy")
    #expect(host.kernel.names == before + ["epair1a", "epair1b"])
  }

  @Test func `a renamed interface keeps its addresses and its place`() throws {
    var host = try KernelSketch()
    host.set("em0 inet 192.0.2.1/24")
    host.set("em0 name net0 198.51.100.1/24 alias")
    #expect(host.kernel.names == ["lo0", "net0", "em1", "lo1", "gif0", "bridge0"])
    #expect(try host.addresses("net0") == ["192.0.2.1/24", "198.51.100.1/24"])
    #expect(host.ifconfig("em0 up").message == "ifconfig: interface em0 does not exist")
    host.set("em1 name em0")
    #expect(try host.addresses("em0") == [])
  }

  @Test func `a member belongs to one bridge`() throws {
    var host = try KernelSketch()
    host.set("bridge0 addm em0 addm em1 up")
    host.set("bridge1 create")
    #expect(host.ifconfig("bridge0 addm em0").message == "ifconfig: BRDGADD em0: File exists")
    #expect(host.ifconfig("bridge1 addm em0").message == "ifconfig: BRDGADD em0: Device busy")
    host.set("bridge0 name lan")
    #expect(host.ifconfig("lan addm em0").message == "ifconfig: BRDGADD em0: File exists")
    host.set("lan deletem em0")
    host.set("bridge1 addm em0")
    host.set("lan destroy")
    host.set("bridge1 addm em1")
  }

  @Test func `a destroyed interface takes its addresses along`() throws {
    var host = try KernelSketch()
    host.set("lo1 inet6 2001:db8::1/128 alias")
    host.set("lo1 destroy")
    #expect(host.kernel.index(of: "lo1") == nil)
    #expect(!host.kernel.hasAddress(.inet6(try #require(IPv6Address("2001:db8::1")))))
    host.set("em0 inet6 2001:db8::1/64 alias")
    host.set("lo1 create")
    #expect(try host.addresses("lo1") == [])
  }

  @Test func `an interface moves into a jail with a stack of its own, and back`() throws {
    var host = try KernelSketch()
    for (name, hasOwnStack) in [("a", false), ("b", true)] {
      host.kernel.addJail(
        RunningJail(key: NameKey(name), addresses: AddressesByFamily(), hasOwnStack: hasOwnStack))
    }
    host.set("em0 inet 192.0.2.1/24")
    #expect(host.ifconfig("em0 vnet a").message == "ifconfig: SIOCSIFVNET: File exists")
    host.set("em0 vnet b")
    #expect(host.kernel.index(of: "em0") == nil)
    #expect(host.kernel.jail(named: "b")?.interfaces == ["em0"])
    #expect(!host.kernel.hasAddress(.inet(IPv4Address(0xc000_0201))))
    host.set("em0 -vnet b")
    #expect(try host.addresses("em0") == [])
  }

  @Test func `words act in their order until one is wrong`() throws {
    var host = try KernelSketch()
    let result = host.ifconfig("bridge0 addm em0 nosuch addm em1 inet 192.0.2.1/24")
    #expect(result.message == "ifconfig: nosuch: bad value")
    #expect(host.ifconfig("bridge0 addm em0").status == 1)
    #expect(host.ifconfig("bridge0 addm em1").status == 0)
    #expect(try host.addresses("bridge0") == [])
  }

  @Test func `a bare call and a bare interface say nothing`() throws {
    var host = try KernelSketch()
    #expect(host.kernel.ifconfig(CommandWords(["ifconfig"]), owner: .host).status == 0)
    #expect(host.ifconfig("em0").status == 0)
  }

  @Test func `lo0 has its address from the start`() throws {
    let host = try KernelSketch()
    #expect(try host.addresses("lo0") == ["::1/128"])
    #expect(host.kernel.holders(of: .inet6(IPv6Address(high: 0, low: 1))).map(\.owner) == [.kernel])
  }
}
