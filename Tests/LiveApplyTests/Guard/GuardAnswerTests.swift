import Testing

@testable import LiveApply

struct GuardAnswerTests {
  @Test func `reads a change`() throws {
    let text = """
      change a1
      state applied
      window 60
      left 34
      nonce 0f
      keeps files
      pending yes
      title put 192.0.2.20 back on em0
      do ifconfig em0 inet 192.0.2.20/32 alias
      undo ifconfig em0 inet 192.0.2.20 -alias

      """
    guard case .change(let change) = GuardAnswer(Array(text.utf8)) else {
      Issue.record("no change")
      return
    }
    #expect(change.state == .applied)
    #expect(change.left == 34)
    #expect(change.waitsForConfirmation)
    #expect(change.commands == ["ifconfig em0 inet 192.0.2.20/32 alias"])
  }

  @Test func `what the guard refuses is told in its words`() {
    let answer = GuardAnswer(Array("error change a1 is pending\n".utf8))
    #expect(answer == .refused("change a1 is pending"))
  }

  @Test func `numbers that make no sense are none`() {
    let text = "change a1\nstate applied\nwindow 60\nleft -9223372036854775808\n"
    guard case .change(let change) = GuardAnswer(Array(text.utf8)) else {
      Issue.record("no change")
      return
    }
    #expect(change.left == 60)
    #expect(change.secondLater.left == 59)
  }

  @Test(arguments: [
    "", "state applied\n", "change a\nstate gone\n", "\u{1b}[2J\n",
    "change \u{1b}[2J\nstate applied\n", "change a;id\nstate applied\n",
  ])
  func `anything else is no answer`(text: String) {
    #expect(GuardAnswer(Array(text.utf8)) == .unclear)
  }
}
