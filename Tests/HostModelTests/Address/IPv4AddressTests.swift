import HostModel
import TestHosts
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Reading IPv4 addresses as inet_pton(3) and inet_aton(3) do.
struct IPv4AddressTests {
  @Test(
    arguments: [
      ("0.0.0.0", 0), ("255.255.255.255", 0xffff_ffff), ("192.0.2.1", 0xc000_0201),
      ("1.2.3.4", 0x0102_0304),
    ] as [(String, UInt32)])
  func `a dotted quad is read`(_ text: String, _ value: UInt32) {
    #expect(IPv4Address(dottedQuad: text) == IPv4Address(value))
    #expect(IPv4Address(loose: text) == IPv4Address(value))
    #expect(IPv4Address(value).description == text)
  }

  @Test(arguments: [
    "", ".", "1", "1.2", "1.2.3", "1.2.3.", ".1.2.3", "1..2.3", "1.2.3.4.", "1.2.3.4.5",
    "256.1.1.1", "1.1.1.256", "01.2.3.4", "00.0.0.0", "1.2.3.04", "1.2.3.4 ", " 1.2.3.4",
    "1.2.3.a", "0x1.2.3.4", "-1.2.3.4", "+1.2.3.4", "1.2.3.4/24", "1.2.3.99999999999999999999",
    "\u{0661}.2.3.4", "1.2.3.4\u{0}",
  ])
  func `the strict reader refuses all else`(_ text: String) {
    #expect(IPv4Address(dottedQuad: text) == nil)
  }

  @Test(
    arguments: [
      ("0", 0), ("1", 1), ("4294967295", 0xffff_ffff), ("0xffffffff", 0xffff_ffff),
      ("0xFFFFFF00", 0xffff_ff00), ("037777777777", 0xffff_ffff), ("192.2", 0xc000_0002),
      ("192.0.2", 0xc000_0002), ("192.0.513", 0xc000_0201), ("192.16777215", 0xc0ff_ffff),
      ("010.0.0.1", 0x0800_0001), ("0x7f.1", 0x7f00_0001), ("192.0.2.1 /24", 0xc000_0201),
      ("192.0.2.1\tnetmask", 0xc000_0201), ("00", 0), ("0.0", 0),
    ] as [(String, UInt32)])
  func `the loose reader takes short, octal and hexadecimal forms`(_ text: String, _ value: UInt32)
  {
    #expect(IPv4Address(loose: text) == IPv4Address(value))
  }

  @Test(arguments: [
    "", ".", " ", "a", "0x", "0x.1", "0xg", "08", "1.09", "256.1", "1.256.1", "1.2.256.4",
    "1.2.3.256", "1.16777216", "1.2.65536", "1.", "1..2", "1.2.3.4.", "1.2.3.4.5", "1.2.3.4x",
    "192.0.2.1/24", "192.0.2.1-5", "99999999999999999999", "em0", "0x1ffffffff",
  ])
  func `the loose reader refuses what is out of range or goes on`(_ text: String) {
    #expect(IPv4Address(loose: text) == nil)
  }

  #if canImport(Glibc)
    @Test func `random texts are read and refused as the C library does it`() {
      var random = SeededNumbers(seed: 3)
      for _ in 0..<100_000 {
        let text = random.addressText()
        var strict = in_addr()
        let isStrict = inet_pton(AF_INET, text, &strict) == 1
        if IPv4Address(dottedQuad: text)?.value != (isStrict ? strict.s_addr.bigEndian : nil) {
          Issue.record("inet_pton reads \(text) otherwise")
        }
        var loose = in_addr()
        let isLoose = inet_aton(text, &loose) == 1
        if IPv4Address(loose: text)?.value != (isLoose ? loose.s_addr.bigEndian : nil) {
          Issue.record("inet_aton reads \(text) otherwise")
        }
      }
    }
  #endif
}

extension SeededNumbers {
  /// A text near an address: numbers of any base between dots, some of it in the wrong place.
  fileprivate mutating func addressText() -> String {
    var text = ""
    for index in 0..<Int.random(in: 1...5, using: &self) {
      if index > 0 { text += pick([".", ".", ".", ".", ".", "..", " ", ""]) }
      text += pick([
        "0", "1", "10", "255", "256", "00", "01", "08", "0377", "0400", "0x", "0xff", "0xg", "0X1f",
        "65535", "65536", "16777215", "16777216", "4294967295", "0xffffffff", "", "a",
        String(Int.random(in: 0...300, using: &self)),
      ])
    }
    if Int.random(in: 0...7, using: &self) == 0 {
      text += pick([".", " ", " x", "/24", "\t", "x"])
    }
    return text
  }
}
