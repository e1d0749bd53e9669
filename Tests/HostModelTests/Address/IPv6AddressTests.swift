import HostModel
import TestHosts
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Reading and printing IPv6 addresses as inet_pton(3) and inet_ntop(3) do.
struct IPv6AddressTests {
  @Test(arguments: [
    ("::", "::"), ("1::", "1::"), ("::1", "::1"), ("::1.2.3.4", "::1.2.3.4"),
    ("::ffff:1.2.3.4", "::ffff:1.2.3.4"), ("::FFFF:102:304", "::ffff:1.2.3.4"),
    ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
    ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"), ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"),
    ("1:2:3::5:6:1.2.3.4", "1:2:3:0:5:6:102:304"), ("2001:DB8::000a", "2001:db8::a"),
    ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("1:0:0:2:0:0:0:3", "1:0:0:2::3"),
    ("fe80::1", "fe80::1"), ("0:0:0:0:0:0:0:5", "::5"), ("::1:0", "::0.1.0.0"),
    ("::fffe:1.2.3.4", "::fffe:102:304"), ("::255.255.255.255", "::255.255.255.255"),
  ])
  func `an address is read and printed in its shortest form`(
    _ text: String, _ printed: String
  ) throws {
    #expect(try #require(IPv6Address(text)).description == printed)
  }

  @Test(arguments: [
    "", ":", ":::", "1:::2", ":1", "1:", "1::2:", "1::2::3", "::1::", "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8:", "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8",
    "12345::", "::00001", "::g", "::1%em0", "::1/64", " ::1", "::1 ", "-1::", "+1::", "0x1::",
    "1.2.3.4", ":1.2.3.4", "::1.2.3", "::1.2.3.4.5", "::1.2.3.4:1", "::1.2.3.256", "::01.2.3.4",
    "::1.2.3.4.", "::.1.2.3", "::1..2.3", "::a.2.3.4", "1:2:3:4:5:6:7:1.2.3.4",
    "1:2:3:4:5:1.2.3.4", "::1:2:3:4:5:6:1.2.3.4", "\u{FF11}::", "::\u{0}", "::1\u{301}",
  ])
  func `what is no address is refused`(_ text: String) {
    #expect(IPv6Address(text) == nil)
  }

  @Test(arguments: [
    (0, "::"), (1, "8000::"), (16, "ffff::"), (63, "ffff:ffff:ffff:fffe::"),
    (64, "ffff:ffff:ffff:ffff::"), (65, "ffff:ffff:ffff:ffff:8000::"),
    (127, "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe"),
    (128, "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
  ])
  func `a prefix keeps the bits in front`(_ length: Int, _ expected: String) {
    #expect(IPv6Address(high: .max, low: .max).prefix(length).description == expected)
  }

  @Test(arguments: [
    ("fe80::1", true), ("febf:ffff::1", true), ("fec0::1", false), ("fe7f::1", false),
    ("::", false),
  ])
  func `link-local addresses are in fe80::/10`(_ text: String, _ expected: Bool) {
    #expect(IPv6Address(text)?.isLinkLocal == expected)
  }

  #if canImport(Glibc)
    @Test func `random texts are read and refused as inet_pton does it`() {
      var random = SeededNumbers(seed: 1)
      for _ in 0..<100_000 {
        let text = random.addressText()
        let wanted = cReading(text)
        let read = IPv6Address(text)
        if wanted != read { Issue.record("\(text): \(String(describing: read))") }
      }
    }

    @Test func `random addresses are printed as inet_ntop does it, and read back`() {
      var random = SeededNumbers(seed: 2)
      for _ in 0..<50_000 {
        let address = random.address()
        let text = address.description
        if text != cPrinting(address) { Issue.record("\(text) for \(cPrinting(address))") }
        if IPv6Address(text) != address { Issue.record("\(text) is not read back") }
      }
    }

    private func cReading(_ text: String) -> IPv6Address? {
      var bytes: [UInt8] = Array(repeating: 0, count: 16)
      guard inet_pton(AF_INET6, text, &bytes) == 1 else { return nil }
      return IPv6Address(
        high: bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) },
        low: bytes[8...].reduce(0) { $0 << 8 | UInt64($1) })
    }

    private func cPrinting(_ address: IPv6Address) -> String {
      let bytes = [address.high, address.low].flatMap { half in
        (0..<8).map { UInt8(truncatingIfNeeded: half >> UInt64(56 - 8 * $0)) }
      }
      var text: [CChar] = Array(repeating: 0, count: Int(INET6_ADDRSTRLEN))
      inet_ntop(AF_INET6, bytes, &text, socklen_t(text.count))
      return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  #endif
}

extension SeededNumbers {
  /// A text near an address: groups, colons and a dotted tail, some of it in the wrong place.
  fileprivate mutating func addressText() -> String {
    var text = ""
    let groups = Int.random(in: 0...9, using: &self)
    for _ in 0..<groups {
      text += pick([":", ":", ":", ":", ":", "::", ":::", "."])
      text += pick(["0", "1", "00", "fFfF", "db8", "2001", "ab", "12345", "g", "", "9", "255"])
    }
    if Int.random(in: 0...3, using: &self) == 0 {
      text +=
        pick([":", "::", ""]) + pick(["1.2.3.4", "1.2.3", "192.0.2.256", "0.0.0.0", "1.02.3.4"])
    }
    if Int.random(in: 0...1, using: &self) == 0, text.hasPrefix(":"), !text.hasPrefix("::") {
      text.removeFirst()
    }
    if Int.random(in: 0...7, using: &self) == 0 { text += pick([":", "::", " ", "%em0", "/64"]) }
    return text
  }

  /// An address with many zero groups, for they decide how it is printed.
  fileprivate mutating func address() -> IPv6Address {
    var halves: [UInt64] = [0, 0]
    for index in 0..<8 {
      let group: UInt64 = pick([0, 0, 0, 0, 1, 0xffff, UInt64.random(in: 0...0xffff, using: &self)])
      halves[index / 4] = halves[index / 4] << 16 | group
    }
    return IPv6Address(high: halves[0], low: halves[1])
  }
}
