import Testing

/// A terminal on which no cursor can be placed.
@Suite(.timeLimit(.minutes(15)))
struct DumbTerminalTests {
  @Test func `it gets the status as text`() throws {
    let host = try HostCopy.demo()
    let terminal = try host.opened(["TERM": "dumb"])
    #expect(terminal.waitForEnd() == .exited(2))
    #expect(terminal.screen.text.contains("1 of 2 jails will not start at the next boot"))
    #expect(terminal.isGivenBack)
  }
}
