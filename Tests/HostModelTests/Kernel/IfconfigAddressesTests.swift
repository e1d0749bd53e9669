import Testing

@testable import HostModel

/// What the kernel makes of addresses that ifconfig(8) sets and removes.
struct IfconfigAddressesTests {
  private static let refused = "ifconfig: ioctl (SIOCAIFADDR): Invalid argument"
  private static let exists = "ifconfig: ioctl (SIOCAIFADDR): File exists"

  @Test(arguments: ["12.2", "13.2", "14.3", "15.0"])
  func `an IPv6 address keeps its length while it is there`(_ release: String) throws {
    var host = try KernelSketch(release)
    host.set("em0 inet6 2001:db8::1/64 alias")
    let other = host.ifconfig("em0 inet6 2001:db8::1 prefixlen 128 alias")
    #expect(other.status == 1)
    #expect(other.message == Self.refused)
    #expect(other.effects.isEmpty)
    let same = host.ifconfig("em0 inet6 2001:db8:0::1 prefixlen 64 alias", owner: .jail("a"))
    #expect(same.status == 0)
    #expect(same.effects.map(\.sketch) == ["=2001:db8::1/64"])
    #expect(try host.addresses("em0") == ["2001:db8::1/64"])
    #expect(
      host.kernel.holders(of: .inet6(try #require(IPv6Address("2001:db8::1"))))
        .map(\.owner) == [.jail("a")])
  }

  @Test(arguments: ["inet 192.0.2.1/24", "inet6 2001:db8::1/64"])
  func `alias behind -alias takes it back and adds nothing`(_ address: String) throws {
    var host = try KernelSketch()
    #expect(host.ifconfig("em0 \(address) -alias alias").effects.isEmpty)
    #expect(try host.addresses("em0") == [])
    host.set("em0 \(address) alias")
    #expect(host.ifconfig("em0 \(address) -alias alias").effects.isEmpty)
    #expect(try host.addresses("em0").count == 1)
  }

  @Test func `an IPv6 address without alias replaces nothing`() throws {
    var host = try KernelSketch()
    host.set("em0 inet6 2001:db8::1/64")
    host.set("em0 inet6 2001:db8::2/64")
    #expect(host.ifconfig("em0 inet6 2001:db8::1/128").message == Self.refused)
    #expect(try host.addresses("em0") == ["2001:db8::1/64", "2001:db8::2/64"])
  }

  @Test(arguments: ["12.2", "13.2", "14.3", "15.0"])
  func `an IPv6 address stands on one interface`(_ release: String) throws {
    var host = try KernelSketch(release)
    host.set("em0 inet6 2001:db8::1/64 alias")
    for line in ["em1 inet6 2001:db8::1/64 alias", "lo1 inet6 2001:db8::1/128 alias"] {
      let result = host.ifconfig(line)
      #expect(result.status == 1)
      #expect(result.message == Self.exists)
    }
    host.set("em0 inet6 2001:db8::1 -alias")
    host.set("em1 inet6 2001:db8::1/128 alias")
    host.set("em0 inet6 fe80::1/64 alias")
    host.set("em1 inet6 fe80::1/64 alias")
  }

  @Test func `an IPv6 address has 64 bits of prefix unless it says otherwise`() throws {
    var host = try KernelSketch()
    host.set("em0 inet6 2001:db8::1 alias")
    host.set("em0 inet6 2001:db8::2/48 alias")
    host.set("em0 inet6 2001:db8::3 prefixlen 128 alias")
    #expect(
      try host.addresses("em0") == ["2001:db8::1/64", "2001:db8::2/48", "2001:db8::3/128"])
  }

  @Test(arguments: [("12.2", 0, ["2001:db8::1/128"]), ("14.3", 1, []), ("15.0", 1, [])])
  func `an IPv6 prefix of no bits is refused from 14 on`(
    _ release: String, _ status: Int, _ addresses: [String]
  ) throws {
    var host = try KernelSketch(release)
    #expect(host.ifconfig("em0 inet6 2001:db8::1/0 alias").status == status)
    #expect(try host.addresses("em0") == addresses)
  }

  @Test(arguments: ["12.2", "13.2", "14.3", "15.0"])
  func `an IPv4 address takes any new mask, and goes to the end`(_ release: String) throws {
    var host = try KernelSketch(release)
    host.set("em0 inet 192.0.2.1/24")
    host.set("em0 inet 192.0.2.2/32 alias")
    let result = host.ifconfig("em0 inet 192.0.2.1 netmask 255.255.255.255 alias")
    #expect(result.status == 0)
    #expect(result.effects.map(\.sketch) == ["~192.0.2.1/24>32"])
    #expect(try host.addresses("em0") == ["192.0.2.2/32", "192.0.2.1/32"])
    #expect(host.ifconfig("em0 inet 192.0.2.2/32 alias").effects.map(\.sketch) == ["=192.0.2.2/32"])
    #expect(try host.addresses("em0") == ["192.0.2.1/32", "192.0.2.2/32"])
  }

  @Test func `an IPv4 address without alias replaces the first`() throws {
    var host = try KernelSketch()
    host.set("em0 inet6 2001:db8::1/64")
    host.set("em0 inet 192.0.2.1/24")
    host.set("em0 inet 192.0.2.2/32 alias")
    let result = host.ifconfig("em0 inet 198.51.100.1/24")
    #expect(result.effects.map(\.sketch) == ["-192.0.2.1/24", "+198.51.100.1/24"])
    let again = host.ifconfig("em0 inet 198.51.100.1/25")
    #expect(again.effects.map(\.sketch) == ["-192.0.2.2/32", "~198.51.100.1/24>25"])
    #expect(try host.addresses("em0") == ["2001:db8::1/64", "198.51.100.1/25"])
  }

  /// On em0 first, then on another interface: whether the second succeeds.
  @Test(arguments: [
    ("14.3", "em0 24", "em1 24", true), ("14.3", "em0 24", "em1 32", false),
    ("14.3", "em0 32", "em1 32", true), ("14.3", "em0 32", "em1 24", true),
    ("14.3", "em0 24", "lo1 32", false), ("14.3", "em0 32", "lo1 32", true),
    ("14.3", "lo1 32", "em0 24", true), ("14.3", "lo1 24", "em0 32", true),
    ("14.3", "lo0 32", "lo1 32", true), ("15.0", "em0 24", "em1 32", false),
    ("12.2", "em0 24", "em1 24", true), ("12.2", "em0 24", "em1 32", true),
    ("12.2", "em0 32", "em1 32", true), ("12.2", "em0 24", "lo1 32", false),
    ("12.2", "em0 32", "lo1 32", false), ("12.2", "lo1 32", "em0 24", true),
    ("12.2", "lo0 32", "lo1 32", true), ("13.2", "em0 24", "em1 32", true),
    ("13.2", "em0 32", "lo1 32", false),
  ])
  func `an IPv4 address may stand on a second interface where its route is free`(
    _ release: String, _ first: String, _ second: String, _ succeeds: Bool
  ) throws {
    var host = try KernelSketch(release)
    let lines = [first, second].map { place in
      let words = place.split(separator: " ")
      return "\(words[0]) inet 192.0.2.1/\(words[1]) alias"
    }
    host.set(lines[0])
    let result = host.ifconfig(lines[1])
    #expect(result.status == (succeeds ? 0 : 1))
    #expect(result.message == (succeeds ? "" : Self.exists))
    let holders = host.kernel.holders(of: .inet(IPv4Address(0xc000_0201)))
    #expect(holders.count == (succeeds ? 2 : 1))
  }

  @Test func `a new mask that finds no route takes the address away`() throws {
    var host = try KernelSketch("14.3")
    host.set("em0 inet 192.0.2.1/24 alias")
    host.set("em1 inet 192.0.2.1/24 alias")
    let result = host.ifconfig("em1 inet 192.0.2.1/32 alias")
    #expect(result.status == 1)
    #expect(result.message == Self.exists)
    #expect(result.effects.map(\.sketch) == ["-192.0.2.1/24"])
    #expect(try host.addresses("em1") == [])
  }

  @Test func `what a refused address replaced is gone`() throws {
    var host = try KernelSketch("14.3")
    host.set("em0 inet 192.0.2.1/24 alias")
    host.set("em1 inet 198.51.100.1/24 alias")
    let result = host.ifconfig("em1 inet 192.0.2.1/32")
    #expect(result.message == Self.exists)
    #expect(result.effects.map(\.sketch) == ["-198.51.100.1/24"])
    #expect(try host.addresses("em1") == [])
  }

  private static let warning = """
    ifconfig: WARNING: setting interface address without mask is deprecated,
    default mask may not be correct.
    """

  @Test(arguments: [
    ("12.2", "10.0.0.1", "10.0.0.1/8"), ("13.2", "172.16.0.1", "172.16.0.1/16"),
    ("14.3", "192.0.2.1", "192.0.2.1/24"), ("14.3", "127.0.0.2", "127.0.0.2/8"),
    ("14.3", "224.0.0.1", "224.0.0.1/24"), ("14.0", "192.0.2.1", "192.0.2.1/8"),
    ("14.1", "10.0.0.1", "10.0.0.1/24"), ("14.0", "172.16.0.1", "172.16.0.1/16"),
    ("14.1-RELEASE-p3", "10.0.0.1", "10.0.0.1/8"),
  ])
  func `without a mask the class of the address decides`(
    _ release: String, _ address: String, _ expected: String
  ) throws {
    var host = try KernelSketch(release)
    let result = host.ifconfig("em0 inet \(address)")
    #expect(result.status == 0)
    #expect(result.message == Self.warning)
    #expect(try host.addresses("em0") == [expected])
  }

  @Test func `without a mask 15 refuses the address`() throws {
    var host = try KernelSketch("15.0")
    let result = host.ifconfig("em0 inet 192.0.2.1 alias")
    #expect(result.status == 1)
    #expect(
      result.message
        == "ifconfig: ERROR: setting interface address without mask is no longer supported.")
    #expect(try host.addresses("em0") == [])
  }

  @Test(arguments: [
    ("12.2", "ifconfig: ioctl (SIOCAIFADDR): Destination address required"),
    ("14.3", "ifconfig: in_exec_nl(): Empty IFA_LOCAL/IFA_ADDRESS\n" + refused),
  ])
  func `a point-to-point interface wants a destination`(
    _ release: String, _ message: String
  ) throws {
    var host = try KernelSketch(release)
    #expect(host.ifconfig("gif0 inet 192.0.2.1/32 alias").message == message)
    host.set("gif0 inet 192.0.2.1/32 192.0.2.2 alias")
    host.set("gif0 inet6 2001:db8::1/64 alias")
    #expect(try host.addresses("gif0") == ["192.0.2.1/32", "2001:db8::1/64"])
  }

  @Test(arguments: [("12.2", true), ("14.3", true), ("15.0", false)])
  func `a member of a bridge has addresses before 15 only`(
    _ release: String, _ succeeds: Bool
  ) throws {
    var host = try KernelSketch(release)
    host.set("bridge0 addm em0 up")
    for line in ["em0 inet 192.0.2.1/24 alias", "em0 inet6 2001:db8::1/64 alias"] {
      let result = host.ifconfig(line)
      #expect(result.status == (succeeds ? 0 : 1))
      #expect(result.message == (succeeds ? "" : Self.refused))
    }
    host.set("bridge0 inet 198.51.100.1/24 alias")
    host.set("bridge0 deletem em0")
    host.set("em0 inet 192.0.2.3/32 alias")
  }

  @Test(arguments: [
    "em0 inet 192.0.2.1 -alias", "em0 inet 192.0.2.1/32 -alias", "em0 192.0.2.1 delete",
    "em0 inet -alias 192.0.2.1", "em0 inet 192.0.2.1 netmask 255.0.0.0 remove",
  ])
  func `an address goes whatever mask is named`(_ line: String) throws {
    var host = try KernelSketch()
    host.set("em0 inet 192.0.2.1/24")
    host.set("em0 inet 192.0.2.2/32 alias")
    let result = host.ifconfig(line)
    #expect(result.status == 0)
    #expect(result.effects.map(\.sketch) == ["-192.0.2.1/24"])
    #expect(try host.addresses("em0") == ["192.0.2.2/32"])
  }

  @Test(arguments: [
    "em0 inet 192.0.2.9 -alias", "em1 inet 192.0.2.1 -alias", "em0 inet6 2001:db8::9 -alias",
  ])
  func `an address that is not there cannot go`(_ line: String) throws {
    var host = try KernelSketch()
    host.set("em0 inet 192.0.2.1/24")
    let result = host.ifconfig(line)
    #expect(result.status == 1)
    #expect(result.message == "ifconfig: ioctl (SIOCDIFADDR): Can't assign requested address")
  }

  @Test func `a virtual host stays bound only when it is named again`() throws {
    var host = try KernelSketch()
    let address = IPAddress.inet6(try #require(IPv6Address("2001:db8::1")))
    for (line, isBound) in [
      ("em0 inet6 2001:db8::1/64 vhid 1 alias", true),
      ("em0 inet6 2001:db8::1/64 vhid 1 alias", true),
      ("em0 inet6 2001:db8::1/64 alias", false),
    ] {
      host.set(line)
      #expect(host.kernel.holders(of: address).map(\.hasVirtualHost) == [isBound])
    }
  }

  @Test func `an address made of the hardware's is not known`() throws {
    var host = try KernelSketch()
    host.set("em0 inet6 2001:db8:: prefixlen 64 eui64 alias")
    #expect(try host.addresses("em0") == [])
    let interface = try #require(host.kernel.snapshot().first { $0.interface.name == "em0" })
    #expect(interface.interface.unknownAddresses.count == 1)
  }

  @Test(arguments: ["12.2", "13.2", "14.3", "15.0"])
  func `a network is on one interface where sysctl(8) says so`(_ release: String) throws {
    var host = try KernelSketch(release)
    host.kernel.settings = KernelSettings(["net.inet.ip.no_same_prefix": "1"])
    host.set("em0 inet 192.0.2.1/24")
    for line in ["em1 inet 192.0.2.2/24 alias", "em0 inet 192.0.2.2/24 alias"] {
      #expect(host.ifconfig(line).message == Self.exists, "\(line)")
    }
    host.set("em0 inet 192.0.2.2/32 alias")
    host.set("em1 inet 192.0.2.129/25 alias")
    host.set("em0 inet6 2001:db8::1/64")
    host.set("em1 inet6 2001:db8::2/64")
    // one that is there is taken off first, and a route of a CARP address is not the kernel's
    let again = host.ifconfig("em0 inet 192.0.2.2/24 alias")
    #expect(again.message == Self.exists)
    #expect(again.effects.map(\.sketch) == ["-192.0.2.2/32"])
    host.set("em0 inet 192.0.2.3/24 vhid 1 alias")
    host.set("em0 inet 192.0.2.1 -alias")
    host.set("em1 inet 192.0.2.2/24 alias")
  }

  @Test func `loopback interfaces have routes to addresses alone`() throws {
    var host = try KernelSketch()
    host.kernel.settings = KernelSettings(["net.inet.ip.no_same_prefix": "1"])
    host.set("lo1 inet 192.0.2.1/24")
    host.set("lo1 inet 192.0.2.2/24 alias")
    host.set("em0 inet 192.0.2.3/24")
    #expect(host.ifconfig("em0 inet 192.0.2.1/32 alias").message == Self.exists)
  }
}
