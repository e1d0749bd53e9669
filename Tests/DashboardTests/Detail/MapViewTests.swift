import CellGrid
import HostModel
import Rules
import Testing

@testable import Dashboard

struct MapViewTests {
  @Test(arguments: [(140, 40), (80, 24), (60, 20), (40, 10)])
  func `the map shows who has which address`(columns: Int, rows: Int) throws {
    var desk = Desk(.demo, columns: columns, rows: rows)
    desk.press("n", "4")
    try expectScreen(desk.screen, "map-\(columns)x\(rows)")
  }

  @Test(arguments: [(140, 40), (80, 24)])
  func `a network of 256 addresses is shown whole or in part`(columns: Int, rows: Int) throws {
    var desk = Desk(try .recorded("jc-v4-mask-replaced"), columns: columns, rows: rows)
    desk.press("n", "4")
    try expectScreen(desk.screen, "map-256-\(columns)x\(rows)")
  }

  @Test(arguments: [140, 80, 60, 40])
  func `every address can be reached, is on the screen and is what a click there means`(
    columns: Int
  ) throws {
    var desk = Desk(try .recorded("jc-v4-mask-replaced"), columns: columns, rows: 24)
    desk.press("4", "g")
    let count = try #require(desk.state.network?.count)
    #expect(count == 256)
    for index in 0..<count {
      #expect(desk.state.map.cell == index)
      let cursor = try #require(desk.screen.cursor)
      #expect(MapView.cell(row: cursor.row, column: cursor.column, desk.state) == index)
      #expect(MapView.cell(row: cursor.row, column: cursor.column + 1, desk.state) == index)
      desk.press("l")
    }
    #expect(desk.state.map.cell == count - 1)
  }

  @Test func `arrows move by one and by a row`() {
    var desk = Desk(.demo)
    desk.press("n", "4")
    #expect(desk.state.map.cell == 3)
    desk.press("Right", "Right", "h")
    #expect(desk.state.map.cell == 4)
    desk.press("]", "]", "g", "l", "Down")
    #expect(desk.state.mapAddress == IPAddress("127.0.0.1"))
    desk.press("[", "g", "j", "j", "k", "Left")
    #expect(desk.state.mapAddress == IPAddress("192.0.2.15"))
  }

  @Test func `another network begins at what is used in it`() {
    var desk = Desk(.demo)
    desk.press("n", "4", "]")
    #expect(desk.state.network?.prefix.description == "192.0.2.0/24")
    #expect(desk.state.mapAddress == IPAddress("192.0.2.17"))
    desk.press("[", "[")
    #expect(desk.state.network?.prefix.description == "127.0.0.0/28")
  }

  @Test func `c copies what the files of its jails take, for the selected address or the next`() {
    var desk = Desk(.demo)
    desk.press("n", "4", "c", "l", "l", "c")
    #expect(
      desk.copied == [
        "vtnet0|2001:db8:17:42::4/128", "vtnet0|2001:db8:17:42::5/128",
      ])
    #expect(desk.shows("into jail_NAME_ip"))
    desk = Desk(.twice)
    desk.press("n", "4", "c")
    #expect(desk.copied.last?.hasPrefix("ip6.addr += \"vtnet0|2001:db8::") == true)
  }

  @Test(arguments: [
    (JailDefinition.Kind.jailConf, "ip4.addr += \"em0|192.0.2.9/32\";", ""),
    (.bastille, "ip4.addr += \"em0|192.0.2.9/32\";", ""),
    (.appjail, "ip4.addr+: \"em0|192.0.2.9/32\"", ""),
    (.variables, "em0|192.0.2.9/32", "jail_NAME_ip"), (.iocage, "em0|192.0.2.9/32", "ip4_addr"),
    (.pot, "em0|192.0.2.9", "ip"), (.qjail, "192.0.2.9", "ip4"),
    (.cbsd, "em0#192.0.2.9/32", "ip4_addr"),
  ])
  func `each manager's files have an address in their own words`(
    kind: JailDefinition.Kind, text: String, list: String
  ) throws {
    let address = try #require(IPAddress("192.0.2.9"))
    let claim = AddressClaimText(address, on: "em0", kind: kind)
    #expect(claim.text == text)
    #expect(claim.list ?? "" == list)
  }

  @Test func `n goes to the address that a finding is about, in whatever network`() throws {
    var desk = Desk(try .recorded("mix-all-fail-once"))
    desk.press("4", "n")
    let first = try #require(desk.state.mapAddress)
    #expect(desk.state.currentFinding?.addresses.first == first)
    for _ in desk.state.shown.findings { desk.press("n") }
    #expect(desk.state.mapAddress == first)
    desk.press("Enter")
    #expect(desk.state.isFindingOpen)
  }
}
