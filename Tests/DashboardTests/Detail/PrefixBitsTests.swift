import HostModel
import Testing

@testable import Dashboard

struct PrefixBitsTests {
  private func bits(_ address: String) throws -> PrefixBits {
    PrefixBits(try #require(IPAddress(address)))
  }

  /// What a prefix covers, a character for each: `#` all, a number some bits, `.` nothing.
  private func drawn(_ bits: PrefixBits, _ length: Int) -> String {
    bits.cover(length).map { cover in
      switch cover {
      case .all: "#"
      case .part(let count): String(count)
      case .none: "."
      }
    }.joined()
  }

  @Test func `IPv6 is written in all its digits, IPv4 in bits`() throws {
    #expect(try bits("2001:db8:17:42::3").written == "2001:0db8:0017:0042:0000:0000:0000:0003")
    #expect(try bits("192.0.2.17").written == "11000000.00000000.00000010.00010001")
  }

  @Test(arguments: [
    (0, "......................................."), (64, "###################...................."),
    (124, "######################################."),
    (128, "#######################################"),
    (61, "##################1...................."),
    (63, "##################3...................."),
    (1, "1......................................"),
  ])
  func `a bar of IPv6 is as long as the prefix`(length: Int, bar: String) throws {
    let bits = try bits("2001:db8:17:42::3")
    #expect(drawn(bits, length) == bar)
    #expect(bits.cover(length).count == bits.written.count)
  }

  @Test(arguments: [
    (0, "..................................."), (24, "##########################........."),
    (8, "########..........................."), (9, "##########........................."),
    (32, "###################################"),
  ])
  func `a bar of IPv4 has a character for a bit`(length: Int, bar: String) throws {
    let bits = try bits("192.0.2.17")
    #expect(drawn(bits, length) == bar)
    #expect(bits.cover(length).count == bits.written.count)
  }

  @Test func `the number of addresses is a number while it can be read`() throws {
    let six = try bits("2001:db8::1")
    #expect([128, 124, 112, 111, 64].map(six.count) == ["1", "16", "65536", "2^17", "2^64"])
    #expect([32, 24, 8].map(try bits("192.0.2.1").count) == ["1", "256", "2^24"])
  }
}
