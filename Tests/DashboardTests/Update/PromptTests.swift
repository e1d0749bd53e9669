import CellGrid
import Rules
import SourceText
import Testing

@testable import Dashboard

/// Lines that are typed, and text that is pasted.
struct PromptTests {
  @Test func `a filter shows lines with a text while it is typed`() {
    var desk = Desk(.demo)
    let all = desk.state.visible.net.count
    desk.press("/")
    desk.type("BACKUP")
    #expect((1..<all).contains(desk.state.visible.net.count))
    desk.press("Enter")
    #expect(desk.state.filter == "BACKUP")
    desk.press("Esc")
    #expect(desk.state.visible.net.count == all)
  }

  @Test func `a filter with ! shows the lines without it`() {
    var desk = Desk(.demo)
    let all = desk.state.visible.net.count
    desk.press("/")
    desk.type("backup")
    let with = desk.state.visible.net.count
    desk.press("Ctrl-U")
    desk.type("!backup")
    #expect(desk.state.visible.net.count == all - with)
  }

  @Test func `what is selected stays so when the filter goes`() {
    var desk = Desk(.demo)
    desk.press("/")
    desk.type("vtnet0")
    desk.press("Enter", "G")
    let row = desk.state.visible.net[desk.state.net.selected]
    desk.press("Esc")
    #expect(desk.state.visible.net[desk.state.net.selected] == row)
  }

  @Test(arguments: ["1", "2", "3"])
  func `what a filter hides is selected again when it goes`(view: String) throws {
    var desk = Desk(try .recorded("mix-all-fail-once"))
    desk.press(view, "G", "k")
    let selected = { (desk: Desk) in
      [desk.state.net.selected, desk.state.findings.selected, desk.state.boot.selected]
    }
    let before = selected(desk)
    desk.press("/")
    desk.type("nothing has this")
    desk.press("Enter", "Esc")
    #expect(selected(desk) == before)
  }

  @Test func `a plan that can't be saved leaves its name to be mended`() {
    var desk = Desk(.demo)
    desk.press("n", "f", "Enter")
    desk.send(.planNotSaved(path: "/no/x.plan", "cannot write /no/x.plan"))
    #expect(desk.state.prompt?.text == "/no/x.plan")
    #expect(desk.shows("cannot write /no/x.plan"))
    desk.press("Backspace")
    #expect(!desk.shows("cannot write"))
    #expect(desk.state.prompt?.text == "/no/x.pla")
  }

  @Test func `what is looked for in the help hides nothing elsewhere`() {
    var desk = Desk(.demo)
    let (rows, row) = (desk.state.visible.net, desk.state.net.selected)
    desk.press("6", "/")
    desk.type("writ")
    desk.press("Enter")
    #expect(desk.state.visible.help.count < 10)
    desk.press("1")
    #expect(desk.state.filter.isEmpty)
    #expect(desk.state.visible.net == rows)
    #expect(desk.state.net.selected == row)
  }

  @Test func `Esc leaves the filter and shows everything`() {
    var desk = Desk(.demo)
    let all = desk.state.visible.net.count
    desk.press("/")
    desk.type("nothing has this")
    #expect(desk.state.visible.net.isEmpty)
    desk.press("Esc")
    #expect(desk.state.visible.net.count == all)
    #expect(desk.state.overlays.isEmpty)
  }

  @Test func `Backspace deletes, and leaves when there is nothing left`() {
    var desk = Desk(.demo)
    desk.press("/")
    desk.type("ab")
    desk.press("Backspace")
    #expect(desk.state.filter == "a")
    desk.press("Backspace")
    #expect(desk.state.prompt?.text == "")
    desk.press("Backspace")
    #expect(desk.state.overlays.isEmpty)
  }

  @Test func `a command is completed by Tab and done by Enter`() {
    var desk = Desk(.demo)
    desk.press(":")
    desk.type("only")
    #expect(desk.state.prompt?.completions == ["only-problems"])
    desk.press("Tab", "Enter")
    #expect(desk.state.showsOnlyProblems)
  }

  @Test(arguments: [
    ("bogus", "there is no command bogus"), ("ne", "ne is the beginning of 4 commands"),
    ("stage", "diff: nothing is staged"), ("claim", "claim: counts in map only"),
  ])
  func `a command that can't be done says why`(typed: String, said: String) {
    var desk = Desk(.demo)
    desk.press(":")
    desk.type(typed)
    desk.press("Enter")
    #expect(desk.state.said == said)
  }

  @Test func `letters that are typed are no commands`() {
    var desk = Desk(.demo)
    desk.press("n", "f", "Enter", "/")
    desk.type("Wyuyq")
    #expect(desk.writes == 0)
    #expect(!desk.hasQuit)
    #expect(desk.state.filter == "Wyuyq")
  }

  @Test func `pasted text goes where one types, on one line`() {
    var desk = Desk(.demo)
    desk.press("/")
    desk.send(.event(.paste("back\nup\r\n")))
    #expect(desk.state.filter == "backup")
  }

  @Test(arguments: [[], ["f"], ["s"], ["?"], ["f", "Enter", "W"], ["x"], ["T"]])
  func `pasted text is never a command`(keys: [String]) {
    var desk = Desk(.demo)
    desk.press("n")
    for key in keys { desk.press(key) }
    let overlays = desk.state.overlays.count
    desk.send(.event(.paste("Wyuyfq\n")))
    #expect(desk.state.said == "pasted text is not taken for keys")
    #expect(desk.state.overlays.count == overlays)
    #expect(desk.writes == 0)
    #expect(!desk.hasQuit)
  }

  @Test func `a pasted reason cannot bring control characters into a file`() throws {
    var desk = Desk(.demo)
    desk.press("n", "i")
    desk.send(.event(.paste("so\u{1b}[31m\u{7} be it\r\nrm")))
    desk.press("Enter")
    for fix in desk.state.staged.chosen {
      for edits in fix.fix.edits.values {
        for edit in edits.edits {
          #expect(!edit.replacement.contains { $0 < 0x20 && $0 != 0x0a && $0 != 0x09 })
        }
      }
    }
  }
}
