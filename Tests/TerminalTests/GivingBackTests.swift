import Glibc
import Testing

/// The terminal is given back, however the program ends.
@Suite(.timeLimit(.minutes(15)))
struct GivingBackTests {
  private static let illegal: PseudoTerminal.End = {
    #if arch(x86_64)
      .signalled(SIGILL)
    #else
      .signalled(SIGTRAP)
    #endif
  }()

  /// What was written to standard error is shown after all.
  private func expectGivenBack(_ terminal: PseudoTerminal) {
    #expect(terminal.isGivenBack, "\(terminal.screen.modes)")
    #expect(terminal.screen.text.contains("a word to standard error"))
    #expect(!terminal.screen.text.contains("key E"))
    #expect(terminal.screen.unknown == [])
  }

  private func started() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal()
    #expect(terminal.shows("80x24"))
    terminal.send("E")
    #expect(terminal.shows("1 key E"))
    #expect(!terminal.screen.text.contains("a word"))
    #expect(!terminal.isGivenBack)
    return terminal
  }

  @Test(
    arguments: [
      ("q", .exited(0), ""), ("\u{3}", .exited(130), ""), ("\u{1c}", .exited(131), ""),
      ("F", illegal, "Fatal error: as ordered"), ("I", illegal, "Index out of range"),
      ("R", .signalled(SIGSEGV), ""),
      ("X", .signalled(SIGSEGV), ""), ("A", .signalled(SIGABRT), ""),
    ] as [(String, PseudoTerminal.End, String)])
  func `after a key`(_ key: String, _ end: PseudoTerminal.End, _ words: String) throws {
    let terminal = try started()
    terminal.send(key)
    #expect(terminal.waitForEnd() == end)
    expectGivenBack(terminal)
    if !words.isEmpty { #expect(terminal.screen.text.contains(words)) }
  }

  @Test(
    arguments: [
      (SIGTERM, .exited(143)), (SIGINT, .exited(130)), (SIGQUIT, .exited(131)),
      (SIGHUP, .exited(0)),
      (SIGSEGV, .signalled(SIGSEGV)), (SIGBUS, .signalled(SIGBUS)), (SIGFPE, .signalled(SIGFPE)),
      (SIGTRAP, .signalled(SIGTRAP)), (SIGABRT, .signalled(SIGABRT)), (SIGILL, .signalled(SIGILL)),
    ] as [(Int32, PseudoTerminal.End)])
  func `after a signal`(_ signal: Int32, _ end: PseudoTerminal.End) throws {
    let terminal = try started()
    kill(terminal.process, signal)
    #expect(terminal.waitForEnd() == end)
    expectGivenBack(terminal)
  }

  @Test func `a program that is busy ends at the second asking`() throws {
    let terminal = try started()
    terminal.send("B")
    #expect(terminal.shows("busy"))
    kill(terminal.process, SIGTERM)
    let end = terminal.wait {
      kill($0.process, SIGTERM)
      return $0.isGivenBack
    }
    #expect(end)
    #expect(terminal.waitForEnd() == .signalled(SIGTERM))
    expectGivenBack(terminal)
  }

  @Test(arguments: ["exec \"$0\"", "trap '' HUP; exec \"$0\""])
  func `without a terminal it does not live on`(_ command: String) throws {
    let terminal = try PseudoTerminal(["/bin/sh", "-c", command, PseudoTerminal.probe])
    #expect(terminal.shows("80x24"))
    terminal.hangUp()
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func `Ctrl-Z gives it back, and fg takes it again`() throws {
    let job = "\"$0\"; echo it has stopped; read answer; fg >/dev/null; echo it has ended"
    let terminal = try PseudoTerminal(["/bin/sh", "-mc", job, PseudoTerminal.probe])
    #expect(terminal.shows("80x24"))
    terminal.send("j")
    #expect(terminal.shows("1 key j"))
    terminal.send("\u{1a}")
    #expect(terminal.shows("it has stopped"))
    #expect(terminal.isGivenBack)
    #expect(!terminal.screen.text.contains("key j"))
    terminal.resize(columns: 70, rows: 20)
    terminal.send("\r")
    #expect(terminal.shows("70x20"))
    #expect(terminal.shows("1 key j"))
    #expect(terminal.wait { $0.screen.modes.contains(2004) })
    terminal.send("q")
    #expect(terminal.shows("it has ended"))
    #expect(terminal.isGivenBack)
  }

  @Test func `stopped unasked and continued it takes it again`() throws {
    let terminal = try started()
    kill(terminal.process, SIGSTOP)
    terminal.screen.feed("\u{1b}[2Jspoilt".utf8)
    kill(terminal.process, SIGCONT)
    #expect(terminal.wait { $0.screen.text.contains("1 key E") })
    #expect(!terminal.screen.text.contains("spoilt"))
  }

  @Test func `a program in front has it to itself`() throws {
    let terminal = try started()
    terminal.send("S")
    #expect(terminal.shows("in front"))
    #expect(terminal.isGivenBack)
    #expect(terminal.screen.text.contains("a word to standard error"))
    terminal.resize(columns: 70, rows: 20)
    terminal.send("yes\r")
    #expect(terminal.shows("70x20"))
    #expect(terminal.shows("key S"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.isGivenBack)
    #expect(terminal.screen.text.contains("got yes"))
  }
}
