import Rules
import SourceText
import Testing

@testable import Dashboard

/// Files that change while one looks at them.
struct ChangedFilesTests {
  private static let change = Message.filesChanged(["/etc/rc.conf"])

  @Test func `they are read again when nothing is staged`() {
    var desk = Desk(.demo)
    desk.send(Self.change)
    #expect(desk.readings == 1)
    #expect(desk.state.changedFiles.isEmpty)
    #expect(desk.state.work == nil)
  }

  @Test func `what is staged is kept, and cannot be written any more`() {
    var desk = Desk(.demo)
    desk.press("n", "f", "Enter")
    desk.send(Self.change)
    #expect(desk.readings == 0)
    #expect(desk.state.staged.chosen.count == 1)
    #expect(desk.shows("/etc/rc.conf changed on disk"))
    desk.press("W")
    #expect(desk.state.confirmation == nil)
    #expect(desk.state.said.contains("/etc/rc.conf changed on disk"))
    desk.press("r", "y")
    #expect(desk.readings == 1)
    #expect(desk.state.staged.chosen.isEmpty)
    #expect(desk.state.changedFiles.isEmpty)
  }

  @Test func `a folder is named only when no file in it is known to have changed`() throws {
    var desk = Desk(.demo)
    let folder = try #require(
      desk.capture.entries.sorted { $0.key < $1.key }.first { entry in
        if case .directory = entry.value { true } else { false }
      }?.key)
    desk.isOutsideBusy = true
    desk.send(.filesChanged([folder]))
    #expect(desk.state.changeOnDisk == "files came to \(folder) or went")
    desk.send(.filesChanged(["/etc/rc.conf"]))
    #expect(desk.line(with: "STALE rc.conf +1") != nil)
    #expect(desk.state.changeOnDisk == "/etc/rc.conf changed on disk")
  }

  @Test func `a yes that comes too late writes nothing`() {
    var desk = Desk(.demo)
    desk.press("n", "f", "Enter", "W")
    desk.send(Self.change)
    desk.press("y")
    #expect(desk.writes == 0)
    #expect(desk.state.said.contains("nothing is written"))
  }

  @Test func `nobody who types is disturbed`() {
    var desk = Desk(.demo)
    desk.press("n", "i")
    desk.type("be")
    desk.send(Self.change)
    desk.type("cause")
    #expect(desk.readings == 0)
    #expect(desk.state.prompt?.text == "because")
    desk.press("Esc")
    #expect(desk.readings == 1)
  }

  @Test func `what a guided session chose is kept`() {
    var desk = Desk(.twice)
    desk.press("s", "y")
    desk.send(Self.change)
    #expect(desk.readings == 0)
    desk.press("q", "W")
    #expect(desk.state.staged.chosen.count == 1)
    #expect(desk.state.said.contains("changed on disk"))
  }

  @Test func `a chooser whose files changed is closed`() {
    var desk = Desk(.demo)
    desk.press("n", "f")
    desk.send(Self.change)
    #expect(desk.readings == 1)
    #expect(desk.state.overlays.isEmpty)
  }

  @Test func `a reading that fails is not tried over and over`() {
    var desk = Desk(.demo)
    desk.isOutsideBusy = true
    desk.send(Self.change)
    desk.send(.failed("cannot read /etc/rc.conf"))
    #expect(desk.readings == 1)
    #expect(desk.state.said == "cannot read /etc/rc.conf")
  }

  @Test func `a change while something is being staged is told, and drops nothing`() {
    var desk = Desk(.demo)
    desk.press("n", "f")
    desk.isOutsideBusy = true
    desk.press("Enter")
    desk.send(Self.change)
    desk.letGo()
    #expect(desk.readings == 0)
    #expect(desk.state.staged.chosen.count == 1)
    #expect(desk.state.changedFiles == ["/etc/rc.conf"])
  }
}
