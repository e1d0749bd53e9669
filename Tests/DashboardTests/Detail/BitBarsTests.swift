import CellGrid
import HostModel
import Testing

@testable import Dashboard

struct BitBarsTests {
  private func drawn(_ address: String, _ lengths: [Int], columns: Int) throws -> [String] {
    let claims = lengths.map {
      PrefixClaim(length: $0, who: "jail a", place: nil, isOfAddress: true)
    }
    return BitBars(try #require(IPAddress(address)), claims, columns: columns, .ascii)
      .lines { $0.length == lengths.first ? "A" : nil }.map(\.text)
  }

  @Test func `bars stand below the digits that they cover`() throws {
    #expect(
      try drawn("2001:db8::3", [128, 61], columns: 80) == [
        "        2001:0db8:0000:0000:0000:0000:0000:0003",
        "A  /128 #######################################  jail a: this address alone",
        "    /61 ##################1....................  jail a: 2^67 addresses",
        "        a number in a bar: so many of the digit's four bits",
      ])
    #expect(
      try drawn("192.0.2.17", [32, 24], columns: 60) == [
        "        192      0        2        17",
        "        11000000.00000000.00000010.00010001",
        "A   /32 jail a: this address alone",
        "        ###################################",
        "    /24 jail a: 256 addresses", "        ##########################.........",
      ])
  }

  @Test func `where there is no room for bars the words are left`() throws {
    #expect(
      try drawn("2001:db8::3", [128, 61], columns: 36) == [
        "2001:db8::3", "A  /128 jail a: this address alone", "    /61 jail a: 2^67 addresses",
      ])
  }

  @Test func `claims of one length have one bar`() throws {
    #expect(
      try drawn("2001:db8::3", [64, 64], columns: 40).last
        == "A   /64 jail a, jail a: 2^64 addresses")
  }
}
