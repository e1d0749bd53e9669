import Rules
import Testing

@testable import Dashboard

/// The keys at the foot of the screen.
struct HintTests {
  private func hints(_ desk: Desk) -> String {
    desk.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .last { !$0.isEmpty } ?? ""
  }

  @Test(arguments: [
    ["f"], ["x"], ["f", "Enter", "d"], ["f", "Enter", "W", "y", "5", "Enter"], ["T"],
  ])
  func `where q goes back the hint says so`(keys: [String]) {
    var desk = Desk(.demo, columns: 200)
    for key in keys { desk.press(key) }
    #expect(!hints(desk).contains("q quit"))
    #expect(hints(desk).contains("Esc q back"))
    desk.press("q")
    #expect(desk.state.overlays.isEmpty)
    #expect(!desk.hasQuit)
    desk.press("Esc")
    #expect(hints(desk).contains("q quit"))
  }

  @Test(arguments: [[], ["2"], ["3"], ["4"], ["5"], ["6"], ["f"], ["x"]])
  func `the way out is shown where not all has room`(keys: [String]) {
    for columns in [40, 60, 80] {
      var desk = Desk(.demo, columns: columns, rows: 24)
      for key in keys { desk.press(key) }
      #expect(hints(desk).contains("q quit") || hints(desk).contains("Esc q back"))
    }
  }

  @Test func `with files that changed r comes first`() {
    var desk = Desk(.demo, columns: 80, rows: 24)
    desk.press("f", "Enter")
    desk.send(.filesChanged(["/etc/rc.conf"]))
    #expect(hints(desk).hasPrefix(" r read again"))
  }

  @Test func `on a safe host no key for findings is offered`() {
    let host = SampleHost.written(
      "hostname=\"a.example.org\"\nifconfig_em0=\"inet 192.0.2.1/24\"\n== hardware: em0")
    let desk = Desk(host, columns: 200)
    #expect(desk.state.shown.findings.isEmpty)
    for hint in ["f fix", "n next", "x explain", "s session"] {
      #expect(!hints(desk).contains(hint))
    }
  }

  @Test func `where it is stays beside the host's name, and the release goes`() throws {
    let desk = Desk(.twice, columns: 80, rows: 24, access: .reading("no right"))
    let top = try #require(desk.line(with: "NOT BOOT-SAFE"))
    #expect(top.contains("  host  sketch"))
    #expect(!top.contains("FreeBSD"))
  }
}
