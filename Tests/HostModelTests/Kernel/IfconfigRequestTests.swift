import TestHosts
import Testing

@testable import HostModel

/// The words of ifconfig(8) behind the interface.
struct IfconfigRequestTests {
  private func read(_ line: String) -> IfconfigRequest {
    var reader = IfconfigReader()
    for word in line.split(separator: " ") { reader.read(String(word)) }
    reader.finish()
    return reader.request
  }

  @Test(
    arguments: [
      ("inet 192.0.2.1/24", "192.0.2.1", 24), ("192.0.2.1/24", "192.0.2.1", 24),
      ("inet 192.0.2.1 netmask 255.255.255.0", "192.0.2.1", 24),
      ("inet 192.0.2.1 netmask 0xffffff00", "192.0.2.1", 24),
      ("inet netmask 255.255.255.255 192.0.2.1", "192.0.2.1", 32),
      ("inet 192.0.2.1 netmask 255.255.255.255 netmask 255.255.0.0", "192.0.2.1", 16),
      ("inet 192.0.2.1/24 netmask 255.255.0.0", "192.0.2.1", 16),
      ("inet 192.0.2.1/0", "192.0.2.1", 0), ("inet 192.0.2.1/32", "192.0.2.1", 32),
      ("inet 192.0.2.1 netmask 0.0.0.0", "192.0.2.1", 0), ("inet 192.0.2.1", "192.0.2.1", nil),
      ("inet 10.1", "10.0.0.1", nil), ("inet 0x0a000001/8", "10.0.0.1", 8),
      ("inet6 2001:db8::1/64", "2001:db8::1", 64), ("inet6 2001:db8::1", "2001:db8::1", nil),
      ("inet6 2001:db8::1 prefixlen 48", "2001:db8::1", 48),
      ("inet6 2001:db8::1/64x", "2001:db8::1", 64), ("inet6 2001:db8::1/x", "2001:db8::1", 0),
      ("inet6 2001:db8::1 prefixlen alias", "2001:db8::1", 0),
      ("inet6 fe80::1%em0/64", "fe80::1", 64),
      ("inet 192.0.2.1/032", "192.0.2.1", 32), ("up inet 192.0.2.1/24", nil, nil),
      ("inet 192.0.2.1/24 up mtu 9000 vhid 1 pass x advskew 100 fib 1", "192.0.2.1", 24),
    ] as [(String, String?, Int?)])
  func `address and length are read`(_ line: String, _ address: String?, _ length: Int?) {
    let request = read(line)
    #expect(request.address?.description == address)
    #expect(request.prefixLength == length)
  }

  @Test(arguments: [
    ("inet 192.0.2.1/33", "192.0.2.1/33: bad value (width too large)"),
    ("inet 192.0.2.1/", "192.0.2.1/: bad value (width invalid)"),
    ("inet 192.0.2.1/64x", "192.0.2.1/64x: bad value (width invalid)"),
    ("inet 192.0.2.1/-1", "192.0.2.1/-1: bad value (width invalid)"),
    (
      "inet 192.0.2.1/99999999999999999999",
      "192.0.2.1/99999999999999999999: bad value (width too large)"
    ),
    ("inet 192.0.2.1-3", "192.0.2.1-3: bad value"),
    ("inet 2001:db8::1/24", "2001:db8::1: bad value"),
    ("inet6 192.0.2.1/24", "192.0.2.1: bad value"), ("inet6 2001:db8::1/129", "129: bad value"),
    ("inet6 2001:db8::1 prefixlen -1", "-1: bad value"),
    ("inet6 2001:db8::g", "2001:db8::g: bad value"),
    ("inet 192.0.2.1 netmask 255.255.255.256", "255.255.255.256: bad value"),
    ("inet 192.0.2.1 netmask", "'netmask' requires argument"),
    ("inet6 2001:db8::1 prefixlen", "'prefixlen' requires argument"),
    ("inet 192.0.2.1 vhid", "'vhid' requires argument"), ("INET 192.0.2.1", "INET: bad value"),
    ("inet 192.0.2.1/24, alias", "192.0.2.1/24,: bad value (width invalid)"),
    ("dhcp", "dhcp: bad value"),
    ("inet6 2001:db8::1 /64 alias", "/64: bad value"),
    ("inet 192.0.2.1/24 inet6", "inet6: bad value"),
    ("mtu", "'mtu' requires argument"), ("tunnel 192.0.2.1", "'tunnel' requires argument"),
  ])
  func `a wrong word ends the call`(_ line: String, _ message: String) {
    #expect(read(line).failure == "ifconfig: \(message)")
  }

  @Test(arguments: [
    ("inet 192.0.2.1/24", "replaceFirst"), ("inet 192.0.2.1/24 alias", "alias"),
    ("inet 192.0.2.1/24 add", "alias"), ("inet 192.0.2.1 -alias", "remove"),
    ("inet 192.0.2.1 delete", "remove"), ("inet 192.0.2.1 remove", "remove"),
    ("inet alias 192.0.2.1/24", "alias"), ("inet 192.0.2.1/24 alias -alias", "remove"),
    ("inet6 2001:db8::1 prefixlen alias", "replaceFirst"),
  ])
  func `a word says what happens to the address`(_ line: String, _ action: String) {
    #expect("\(read(line).action)" == action)
  }

  @Test func `a second address is the destination`() {
    #expect(read("inet 192.0.2.1 192.0.2.2 netmask 255.255.255.255").hasDestination)
    #expect(read("inet 192.0.2.1 192.0.2.2").address?.description == "192.0.2.1")
    #expect(!read("inet 192.0.2.1").hasDestination)
    #expect(read("inet 192.0.2.1 x").failure == "ifconfig: x: bad value")
  }

  @Test func `other words are kept with their arguments`() {
    let request = read("addm em0 up mtu 1500 -arp name net0 ifpriority em0 64 private em0")
    let words = request.immediate.map { "\($0.keyword) \($0.argument)" }
    #expect(
      words == [
        "addm em0", "up ", "mtu 1500", "-arp ", "name net0", "ifpriority em0", "private em0",
      ])
    #expect(request.failure == nil)
  }

  @Test(arguments: [
    ("", 0), ("64", 64), (" \t64", 64), ("+64", 64), ("-3", -3), ("64x", 64), ("x", 0), ("- 3", 0),
    ("0064", 64), ("--3", 0), ("\u{0663}", 0),
  ])
  func `a number is read as far as it goes`(_ text: String, _ expected: Int) {
    #expect(leadingInteger(text) == expected)
  }

  @Test func `a long number is large and no more`() {
    #expect(leadingInteger(String(repeating: "9", count: 1000)) > 1 << 40)
    #expect(leadingInteger("-" + String(repeating: "9", count: 1000)) < -(1 << 40))
  }

  @Test func `no words trap`() {
    var random = SeededNumbers(seed: 9)
    let words = [
      "inet", "inet6", "192.0.2.1/24", "2001:db8::1", "/", "/64", "alias", "-alias", "netmask",
      "prefixlen", "vhid", "tunnel", "addm", "name", "vnet", "-vnet", "create", "destroy", "", "é",
      "em0", "em1", "bridge0", "lo9", "epair", "-", "eui64", "up", "99999999999999999999", "%", ":",
    ]
    for release in ["12.2", "14.3", "15.0"] {
      guard var host = try? KernelSketch(release) else { return }
      for _ in 0..<3000 {
        let count = Int.random(in: 0...6, using: &random)
        let line = (0..<count).map { _ in random.pick(words) }
        _ = host.kernel.ifconfig(CommandWords(["ifconfig"] + line), owner: .host)
      }
      _ = host.kernel.snapshot()
    }
  }
}
