import HostModel
import Testing

struct PrefixTests {
  @Test(arguments: [
    ("2001:db8::/124", "2001:db8::f", true), ("2001:db8::/124", "2001:db8::10", false),
    ("192.0.2.0/24", "192.0.2.255", true), ("192.0.2.0/24", "192.0.3.0", false),
    ("192.0.2.0/24", "2001:db8::1", false), ("::/0", "2001:db8::1", true),
    ("0.0.0.0/0", "203.0.113.9", true), ("192.0.2.7/32", "192.0.2.7", true),
  ])
  func `knows what it contains`(_ prefix: String, _ address: String, _ wanted: Bool) throws {
    #expect(
      try #require(Prefix(prefix)).contains(try #require(IPAddress(address))) == wanted)
  }

  @Test(arguments: [
    "192.0.2.1/24", "2001:db8::1/64", "192.0.2.0/33", "192.0.2.0", "x/24", "192.0.2.0/-1",
    "192.0.2.0/+24", "/24", "",
  ])
  func `refuses what is no network`(_ text: String) {
    #expect(Prefix(text) == nil)
  }

  @Test(arguments: [("2001:db8::/124", 16), ("192.0.2.0/24", 256), ("192.0.2.1/32", 1)])
  func `counts its addresses`(_ text: String, _ count: UInt64) throws {
    #expect(try #require(Prefix(text)).count == count)
    #expect(Prefix("2001:db8::/64")?.count == nil)
    #expect(Prefix("0.0.0.0/0")?.count == 1 << 32)
  }

  @Test(arguments: [
    ("192.0.2.1", true), ("2001:db8::1", true), ("172.16.0.1", false), ("127.0.0.1", false),
    ("fe80::1", false), ("::1", false), ("fd00::1", false), ("100.64.3.3", false),
  ])
  func `knows which addresses others reach`(_ text: String, _ wanted: Bool) throws {
    #expect(try #require(IPAddress(text)).isPublic == wanted)
  }
}
