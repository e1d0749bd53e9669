import Rules
import SourceText
import Testing

@testable import Dashboard

/// Finding after finding, answered by keys.
struct GuidedSessionTests {
  private static func begun(_ host: SampleHost = .twice) -> Desk {
    var desk = Desk(host)
    desk.press("s")
    return desk
  }

  private static func question(_ desk: Desk) -> String? {
    desk.state.guidedSession?.guide?.question?.finding.message
  }

  @Test func `y takes the recommended way of each, and nothing is written by it`() {
    var desk = Self.begun()
    desk.press("y", "y", "y", "y", "y", "y")
    #expect(desk.state.guidedSession == nil)
    #expect(desk.state.staged.chosen.count == 2)
    #expect(desk.state.page?.title == "staged")
    #expect(desk.writes == 0)
  }

  @Test func `after the session W and y write all of it at once`() {
    var desk = Self.begun()
    desk.press("y", "y", "W")
    #expect(desk.state.confirmation?.question == "write 1 file?")
    desk.press("y")
    #expect(desk.writes == 1)
    #expect(desk.shows("BOOT-SAFE"))
    #expect(!desk.shows("NOT BOOT-SAFE"))
    #expect(desk.state.overlays.isEmpty)
  }

  @Test func `n leaves a finding as it is`() {
    var desk = Self.begun()
    let first = Self.question(desk)
    desk.press("n")
    #expect(Self.question(desk) != first)
    desk.press("n")
    #expect(desk.state.overlays.isEmpty)
    #expect(desk.state.staged.chosen.isEmpty)
  }

  @Test func `a digit chooses another way, which y takes`() throws {
    var desk = Self.begun(.demo)
    let ways = try #require(desk.state.guidedSession?.guide?.question?.ways)
    desk.press("3", "y")
    #expect(desk.state.stagedTitles == [ways[2].fix.title])
  }

  @Test func `a digit without a way changes nothing`() {
    var desk = Self.begun(.emptyAlias)
    desk.press("4")
    #expect(desk.state.guidedSession?.selected == 0)
    #expect(desk.state.said == "there is no way 4")
  }

  @Test func `b goes back and takes the last choice back`() {
    var desk = Self.begun()
    let first = Self.question(desk)
    desk.press("y", "b")
    #expect(Self.question(desk) == first)
    #expect(desk.state.sessionAtHand.chosen.isEmpty)
    desk.press("b")
    #expect(desk.state.said == "this is the first one")
  }

  @Test func `a takes all that is safe and ends`() {
    var desk = Self.begun()
    desk.press("a")
    #expect(desk.state.guidedSession == nil)
    #expect(desk.state.staged.chosen.count == 2)
  }

  @Test func `q keeps what was chosen`() {
    var desk = Self.begun()
    desk.press("y", "q")
    #expect(desk.state.guidedSession == nil)
    #expect(desk.state.staged.chosen.count == 1)
    #expect(!desk.hasQuit)
  }

  @Test(arguments: ["Q", "Esc", "Ctrl-C"])
  func `leaving otherwise drops what the session chose, and keeps what was staged before`(
    key: String
  ) {
    var desk = Desk(.twice)
    desk.press("s", "y", key)
    #expect(desk.state.overlays.isEmpty)
    #expect(desk.state.staged.chosen.isEmpty)
    desk.press("n", "f", "Enter", "s", key)
    #expect(desk.state.overlays.isEmpty)
    #expect(desk.state.staged.chosen.count == 1)
    #expect(!desk.hasQuit)
  }

  @Test func `d shows what the session chose so far`() {
    var desk = Self.begun()
    desk.press("d")
    #expect(desk.state.said == "diff: nothing is staged")
    desk.press("y", "d")
    #expect(desk.state.page?.lines.contains { $0.text.hasPrefix("/etc/jail.conf  line ") } == true)
    desk.press("W")
    #expect(desk.state.said == "write: the session is not over")
    desk.press("Esc")
    #expect(Self.question(desk) != nil)
  }

  @Test func `i silences the finding as a part of the session`() {
    var desk = Self.begun()
    desk.press("i")
    desk.type("meant so")
    desk.press("Enter")
    #expect(
      desk.state.sessionAtHand.chosen.map(\.fix.title) == ["Allow prefix-length-conflict here"])
    desk.press("y")
    #expect(desk.state.staged.chosen.count == 2)
  }

  @Test func `i without a reason leaves the question as it is`() {
    var desk = Self.begun()
    let first = Self.question(desk)
    desk.press("i", "Enter")
    #expect(Self.question(desk) == first)
    #expect(desk.state.said.hasPrefix("ignore: "))
    #expect(desk.state.guidedSession?.answered.isEmpty == true)
    desk.press("n")
    #expect(Self.question(desk) != first)
  }

  @Test func `e opens the editor at the line in question`() {
    var desk = Self.begun()
    desk.press("e")
    #expect(desk.edited.count == 1)
    #expect(desk.edited.first?.hasPrefix("/etc/jail.conf:") == true)
  }

  @Test func `an answer is awaited while help is read`() {
    var desk = Self.begun()
    let first = Self.question(desk)
    desk.isOutsideBusy = true
    desk.press("n", "?")
    #expect(desk.state.page?.title == "keys")
    desk.letGo()
    desk.press("Esc")
    #expect(Self.question(desk) != nil)
    #expect(Self.question(desk) != first)
  }

  @Test func `what is pressed while the next question is worked out is no answer to it`() {
    var desk = Self.begun()
    desk.isOutsideBusy = true
    desk.press("n", "y", "y", "a")
    desk.letGo()
    #expect(Self.question(desk) != nil)
    #expect(desk.state.sessionAtHand.chosen.isEmpty)
  }

  @Test func `an answer that comes after the session was left changes nothing`() {
    var desk = Self.begun()
    desk.isOutsideBusy = true
    desk.press("y", "Q")
    desk.letGo()
    #expect(desk.state.overlays.isEmpty)
    #expect(desk.state.staged.chosen.isEmpty)
  }
}
