import Rules
import Testing

@testable import Dashboard

/// A change of the running host at the keys.
struct LiveChangeTests {
  private static let host = """
    ifconfig_em0="inet 192.0.2.10/24"
    ifconfig_em0_alias0="inet 192.0.2.20/24"
    defaultrouter="192.0.2.1"
    == connection: 203.0.113.9 50022 ADDRESS 22
    == hardware: em0
    == live: netstat
    Internet:
    Destination        Gateway            Flags     Netif Expire
    default            192.0.2.1          UGS         em0
    == live: jls
    jid=1 name=db path=/ vnet=inherit ip4.addr=192.0.2.20
    == live: ifconfig
    em0: flags=8843<UP,BROADCAST> metric 0 mtu 1500
    \tinet 192.0.2.10 netmask 0xffffff00
    \tinet 192.0.2.20 netmask 0xffffff00
    """

  /// With the ways to mend the alias shown.
  private static func opened(at address: String = "192.0.2.10", columns: Int = 140) -> Desk {
    var desk = Desk(
      .written(host.replacing("ADDRESS", with: address)), columns: columns, rows: 30)
    for _ in 0..<20 where desk.state.currentFinding?.rule.text != "alias-with-network-mask" {
      desk.press("n")
    }
    desk.press("f")
    return desk
  }

  @Test func `l shows the commands, and those that take them back, before anything is done`() throws
  {
    var desk = Self.opened()
    desk.press("l")
    #expect(desk.state.confirmation?.question == "do it now, for 60 s?")
    #expect(desk.shows("ifconfig em0 inet 192.0.2.20/32 alias"))
    #expect(desk.shows("ifconfig em0 inet 192.0.2.20/24 alias"))
    #expect(desk.state.change == nil)
    desk.press("Enter")
    #expect(desk.state.said == "nothing is done")
    #expect(desk.state.change == nil)
  }

  @Test(arguments: [140, 80])
  func `the first line of every view counts down`(columns: Int) {
    var desk = Self.opened(columns: columns)
    desk.press("l", "y")
    for view in ["1", "2", "3", "4", "5", "6"] {
      desk.press(view)
      #expect(desk.line(with: "applied, 60 s left - [c]onfirm [r]evert") != nil)
    }
    desk.send(.ticked)
    #expect(desk.shows("applied, 41 s left"), "what the guard tells counts")
    desk.isOutsideBusy = true
    desk.send(.ticked)
    #expect(desk.shows("applied, 40 s left"), "it goes on while nobody answers")
  }

  @Test func `c keeps it and writes the files, and then c is itself again`() {
    var desk = Self.opened()
    desk.press("l", "y", "4", "c")
    #expect(desk.state.change == nil)
    #expect(desk.state.said.hasPrefix("written; fixed"))
    #expect(desk.copied.isEmpty)
    #expect(!desk.shows("[c]onfirm"))
  }

  @Test func `r takes it back and reads the host again`() {
    var desk = Self.opened()
    desk.press("l", "y")
    let readings = desk.readings
    desk.press("r")
    #expect(desk.state.change == nil)
    #expect(desk.readings == readings + 1)
  }

  @Test func `the address by which one is connected is asked for twice`() {
    var desk = Self.opened(at: "192.0.2.20")
    desk.press("l", "y")
    #expect(desk.state.confirmation?.question == "change 192.0.2.20 all the same?")
    #expect(desk.state.change == nil)
    desk.press("y")
    #expect(desk.state.change != nil)
  }

  @Test func `a second one is not begun`() {
    var desk = Self.opened()
    desk.press("l", "y", "n", "f", "l")
    #expect(desk.state.said == "live: a live change is pending")
  }

  @Test func `where nothing is known of what runs it says so`() {
    var desk = Desk(.emptyAlias)
    desk.press("n", "f", "l")
    #expect(desk.state.said == "live: nothing is known of what runs")
  }
}
