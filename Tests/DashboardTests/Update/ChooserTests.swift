import Rules
import SourceText
import Testing

@testable import Dashboard

/// The ways to mend a finding, chosen by keys.
struct ChooserTests {
  private static func opened() -> Desk {
    var desk = Desk(.demo)
    desk.press("n", "f")
    return desk
  }

  @Test func `f opens on the recommended way, with its diff`() throws {
    let desk = Self.opened()
    let chooser = try #require(desk.state.chooser)
    #expect(chooser.selected == 0)
    #expect(chooser.ways?.count == 4)
    #expect(desk.shows("recommended"))
    #expect(desk.shows("-export jail_backup_ip="))
    #expect(desk.state.staged.chosen.isEmpty)
  }

  @Test(arguments: 1...4)
  func `a digit chooses a way, and Enter stages it`(number: Int) throws {
    var desk = Self.opened()
    let ways = try #require(desk.state.chooser?.ways)
    desk.press("\(number)")
    #expect(desk.state.chooser?.selected == number - 1)
    desk.press("Enter")
    #expect(desk.state.stagedTitles == [ways[number - 1].fix.title])
    #expect(desk.state.overlays.isEmpty)
    #expect(desk.writes == 0)
  }

  @Test func `a digit without a way is said to have none`() {
    var desk = Desk(.emptyAlias)
    desk.press("n", "f", "4")
    #expect(desk.state.chooser?.ways?.count == 1)
    #expect(desk.state.said == "there is no way 4")
    #expect(desk.state.chooser?.selected == 0)
  }

  @Test func `arrows choose, and stop at both ends`() {
    var desk = Self.opened()
    desk.press("Up")
    #expect(desk.state.chooser?.selected == 0)
    desk.press("Down", "j")
    #expect(desk.state.chooser?.selected == 2)
    desk.press("Down", "Down", "Down")
    #expect(desk.state.chooser?.selected == 3)
    desk.press("k")
    #expect(desk.state.chooser?.selected == 2)
  }

  @Test(arguments: ["Esc", "q"])
  func `leaving stages nothing`(key: String) {
    var desk = Self.opened()
    desk.press("2", key)
    #expect(desk.state.overlays.isEmpty)
    #expect(desk.state.staged.chosen.isEmpty)
    #expect(!desk.hasQuit)
  }

  @Test func `the editor opens at either side`() {
    var desk = Self.opened()
    desk.press("e", "E")
    #expect(desk.edited == ["/usr/local/etc/ezjail/backup:10", "/etc/rc.conf:11"])
  }

  @Test func `x shows the rule's page, and Esc leads back to the ways`() {
    var desk = Self.opened()
    desk.press("x")
    #expect(desk.state.page?.title == "prefix-length-conflict")
    desk.press("Esc")
    #expect(desk.state.chooser != nil)
  }

  @Test func `i silences the finding with a reason`() {
    var desk = Self.opened()
    desk.press("i")
    desk.type("meant so")
    desk.press("Enter")
    #expect(desk.state.stagedTitles == ["Allow prefix-length-conflict here"])
    #expect(desk.state.overlays.isEmpty)
  }

  @Test func `i without a reason silences nothing`() {
    var desk = Self.opened()
    desk.press("i", "Enter")
    #expect(desk.state.staged.chosen.isEmpty)
    #expect(desk.state.said.contains("a reason is needed"))
  }

  @Test func `D takes back what was staged last`() {
    var desk = Self.opened()
    desk.press("Enter", "D")
    #expect(desk.state.staged.chosen.isEmpty)
    #expect(desk.shows("NOT BOOT-SAFE"))
  }

  private static func texts(_ desk: Desk) -> [String: [UInt8]] {
    desk.capture.entries.compactMapValues { entry in
      if case .file(let file) = entry { return file.bytes }
      return nil
    }
  }

  @Test func `what is staged changes the forecast that is shown, and no file`() {
    var desk = Self.opened()
    let before = Self.texts(desk)
    desk.press("Enter")
    #expect(!desk.shows("NOT BOOT-SAFE"))
    #expect(Self.texts(desk) == before)
  }

  @Test func `ways that were worked out for the host before a change are not taken`() throws {
    var desk = Desk(.twice)
    desk.press("n")
    let finding = try #require(desk.state.currentFinding)
    let ways = try #require(desk.state.ways(for: finding))
    let revision = desk.state.revision
    desk.press("f", "Enter")
    desk.send(.proven(FindingKey(finding), ways, revision: revision))
    #expect(desk.state.ways(for: finding) == nil)
    desk.send(.proven(FindingKey(finding), ways, revision: desk.state.revision))
    #expect(desk.state.ways(for: finding) != nil)
  }

  @Test func `Enter before the ways are known stages nothing`() {
    var desk = Desk(.twice)
    desk.isOutsideBusy = true
    desk.press("n", "f", "Enter")
    #expect(desk.state.said == "stage: the ways are still being worked out")
    desk.letGo()
    #expect(desk.state.chooser?.ways?.isEmpty == false)
    #expect(desk.state.staged.chosen.isEmpty)
  }

  @Test func `two choices, the second before the first is worked out, do not lose one`() {
    var desk = Desk(.twice)
    desk.press("n", "n", "n")
    desk.isOutsideBusy = true
    desk.press("f", "Enter", "D", "s")
    #expect(desk.state.said.contains("wait, staging"))
    desk.letGo()
    #expect(desk.state.staged.chosen.count == 1)
  }
}
