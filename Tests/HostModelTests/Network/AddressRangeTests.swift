import Testing

@testable import HostModel

/// Writing out the address ranges of aliases as network.subr does.
struct AddressRangeTests {
  private func lines(_ text: String, _ family: String, limit: Int = 2048) -> [String] {
    let words = text.split(separator: " ").map(String.init)
    return AddressRange(words: words[...], family: family, limit: limit).expanded
      .map { $0.joined(separator: " ") }
  }

  @Test(arguments: [
    ("192.0.2.10-12/24", ["192.0.2.10/24", "192.0.2.11/32", "192.0.2.12/32"]),
    ("192.0.2.10-11", ["192.0.2.10/32", "192.0.2.11/32"]),
    ("192.0.2.7-7/28", ["192.0.2.7/28"]),
    ("192.0.2-3.5/24", ["192.0.2.5/24", "192.0.3.5/32"]),
    ("10-11.0.0.1/8", ["10.0.0.1/8", "11.0.0.1/32"]),
    ("192.0.2.254-257/32", (254...257).map { "192.0.2.\($0)/32" }),
    (
      "192.0.2.1-2 netmask 255.255.255.0",
      ["192.0.2.1 netmask 255.255.255.0", "192.0.2.2 netmask 255.255.255.0"]
    ),
    ("192.0.2.1-2/24 vhid 3", ["192.0.2.1/24 vhid 3", "192.0.2.2/32 vhid 3"]),
    ("192.0.2.9-8/24", []), ("192.0.2.1-2-3/24", []), ("192.0.2.1--2", []),
    ("192.0.2.1/24", ["192.0.2.1/24"]), ("192.0.2.1-/24", ["192.0.2.1-/24"]),
    ("192.0.2.1 x--y", []), ("", []),
  ])
  func `an IPv4 range keeps its length for the first address only`(
    _ text: String, _ expanded: [String]
  ) {
    #expect(lines(text, "inet") == expanded)
  }

  @Test(arguments: [
    ("2001:db8::9-b/64", ["2001:db8::0009/64", "2001:db8::000a/64", "2001:db8::000b/64"]),
    ("2001:db8::10-11", ["2001:db8::0010/64", "2001:db8::0011/64"]),
    ("2001:db8::ffff-10000/64", ["2001:db8::ffff/64", "2001:db8::10000/64"]),
    ("2001:db8:1-2::5/128", ["2001:db8:0001::5/128", "2001:db8:0002::5/128"]),
    (
      "2001:db8::1-2 prefixlen 80",
      ["2001:db8::0001 prefixlen 80", "2001:db8::0002 prefixlen 80"]
    ),
    ("2001:db8::2-1/64", []), ("2001:db8::g-h/64", []), ("2001:db8::1--2/64", []),
    ("2001:db8::1/64", ["2001:db8::1/64"]), ("1-2", []),
  ])
  func `an IPv6 range counts in hexadecimal and keeps its length`(
    _ text: String, _ expanded: [String]
  ) {
    #expect(lines(text, "inet6") == expanded)
  }

  @Test(arguments: [
    ("192.0.2.1-5", 3, 5, true), ("192.0.2.1-5", 4, 5, false), ("192.0.2.1-9", 2, 4, true),
    ("192.0.2.1-9", 0, 2, true), ("192.0.2.1-9", -1, 1, true), ("192.0.2.1-9", -100, 1, true),
    ("192.0.2.1-99999999", .max, 0xffff + 2, true),
    ("192.0.2.9223372036854775806-9223372036854775806", .max, 1, false),
    ("192.0.2.9223372036854775807-9223372036854775807", 5, 0, false),
    ("192.0.2.1-9223372036854775808", 5, 0, false),
  ])
  func `the limit is looked at behind each address`(
    _ text: String, _ limit: Int, _ count: Int, _ warns: Bool
  ) {
    let range = AddressRange(words: [text], family: "inet", limit: limit)
    #expect(range.expanded.count == count)
    #expect((range.warning != nil) == warns)
  }

  @Test func `an IPv6 range that overflows is left out`() {
    #expect(lines("2001:db8::7fffffffffffffff-7fffffffffffffff/64", "inet6") == [])
    #expect(lines("2001:db8::1-ffffffffffffffffff/64", "inet6") == [])
  }

  @Test(arguments: [
    ("192.0.2.1-5", true), ("2001:db8::a-f", true), ("192.0.2.1", false), ("em-0", false),
    ("-1", false), ("vhid 1 -alias", false), ("", false), ("x 1-", true),
  ])
  func `a dash behind a hexadecimal digit asks for a range`(_ text: String, _ expected: Bool) {
    #expect(AddressRange.isRange(text) == expected)
  }

  @Test func `other families have no ranges`() {
    #expect(lines("192.0.2.1-5", "link") == [])
  }
}
