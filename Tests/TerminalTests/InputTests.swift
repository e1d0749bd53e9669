import Glibc
import Testing

/// What comes from the terminal, through a terminal.
@Suite(.timeLimit(.minutes(15)))
struct InputTests {
  private func started(_ more: [String: String] = [:]) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      nil, PseudoTerminal.usual.merging(more) { $1 })
    #expect(terminal.shows("80x24"))
    return terminal
  }

  @Test(arguments: [60, 150])
  func `an arrow that a slow link parts never becomes letters`(_ gap: UInt32) throws {
    let terminal = try started(["SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"])
    terminal.send("\u{1b}")
    usleep(gap * 1000)
    terminal.send("OB")
    #expect(terminal.wait { $0.screen.text.contains("1 key") })
    terminal.send("j")
    #expect(terminal.shows("2 key j"))
    let first = terminal.screen.text
    #expect(first.contains("1 key Down") || first.contains("1 key Esc"))
  }

  @Test func `pasted text is no command`() throws {
    let terminal = try started()
    terminal.send("\u{1b}[200~qqF\rq\u{1b}[201~")
    #expect(terminal.shows("1 paste(\"qqF\\nq\")"))
  }

  @Test func `the mouse is the terminal's until it is asked for`() throws {
    let terminal = try started()
    #expect(terminal.screen.modes.isDisjoint(with: [1000, 1006]))
    terminal.send("M")
    #expect(terminal.wait { $0.screen.modes.isSuperset(of: [1000, 1006]) })
    terminal.send("\u{1b}[<0;5;3M\u{1b}[<65;5;3M")
    #expect(terminal.shows("2 click(row: 2, column: 4)"))
    #expect(terminal.shows("3 wheel(row: 2, column: 4, lines: 3)"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.isGivenBack)
  }

  @Test func `another thread ends the wait`() throws {
    let terminal = try started()
    terminal.send("W")
    #expect(terminal.shows("2 woken"))
  }

  @Test func `text goes to the clipboard of who sits there`() throws {
    let terminal = try started()
    terminal.send("Y")
    #expect(terminal.shows("copied true"))
    let message = Array("\u{1b}]52;c;amFpbA==\u{7}".utf8)
    #expect(terminal.sent.indices.contains { terminal.sent[$0...].starts(with: message) })
  }

  @Test func `after 200 sizes in a second it shows the last one`() throws {
    let terminal = try started()
    for step in 0..<200 {
      terminal.resize(columns: 1 + (step * 37) % 200, rows: 1 + (step * 17) % 60)
      terminal.pump(milliseconds: 5)
    }
    terminal.resize(columns: 91, rows: 33)
    #expect(terminal.shows("91x33 colors"))
    #expect(terminal.shows("resize(columns: 91, rows: 33)"))
    // what a resize leaves behind is gone once it is painted anew
    terminal.send("Lj")
    #expect(terminal.wait { $0.screen.line(32).hasSuffix("key j") })
    #expect(terminal.screen.line(0).hasPrefix("91x33 colors"))
    #expect(terminal.wait { $0.screen.cursor == ScreenModel.Cursor(row: 32, column: 0) })
  }

  @Test func `with nothing to do it sends nothing and costs nothing`() throws {
    let terminal = try started()
    while terminal.pump(milliseconds: 300) {}
    let before = (sent: terminal.sent.count, ticks: try ticks(of: terminal.process))
    while terminal.pump(milliseconds: 3000) {}
    #expect(terminal.sent.count == before.sent)
    #expect(try ticks(of: terminal.process) - before.ticks <= 1)
  }

  /// The processor time of a process in hundredths of a second: proc(5), fields 14 and 15.
  private func ticks(of process: pid_t) throws -> Int {
    let file = try #require(fopen("/proc/\(process)/stat", "r"))
    defer { fclose(file) }
    var text = [UInt8](repeating: 0, count: 1024)
    let count = fread(&text, 1, text.count, file)
    let fields = String(decoding: text[..<count], as: UTF8.self).split(separator: " ")
    return try #require(Int(fields[13])) + #require(Int(fields[14]))
  }
}
