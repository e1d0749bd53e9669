import Foundation
import Testing

/// The program at a terminal, used as a person uses it.
@Suite(.timeLimit(.minutes(15)))
struct SessionTests {
  /// Opens the chooser on what is selected, takes the recommended way, writes it and takes it back.
  private func mendAndUndo(_ host: HostCopy, _ columns: Int, _ rows: Int) throws -> String {
    let before = try host.files
    let terminal = try host.opened(columns: columns, rows: rows)
    #expect(terminal.shows("NOT BOOT-SAFE"))
    terminal.send("f")
    try #require(terminal.shows("recommended"), "\(terminal.screen.text)")
    terminal.send("\r")
    try #require(terminal.shows("STAGED 1"), "\(terminal.screen.text)")
    #expect(try host.files == before)
    terminal.send("W")
    try #require(terminal.shows("y yes, any other key no"), "\(terminal.screen.text)")
    terminal.send("y")
    try #require(terminal.shows("written; "), "\(terminal.screen.text)")
    #expect(try host.files != before)
    let verdict = terminal.screen.line(0)
    terminal.send("u")
    try #require(terminal.shows("undo 20"), "\(terminal.screen.text)")
    // the rest of that frame takes away what was said before
    #expect(terminal.wait { !$0.screen.text.contains("written; ") })
    terminal.send("y")
    try #require(terminal.shows("undone; "), "\(terminal.screen.text)")
    #expect(try host.files == before)
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(2))
    #expect(terminal.isGivenBack)
    return verdict
  }

  @Test(arguments: [(80, 24), (140, 40)])
  func `the demo host is mended and put back`(_ columns: Int, _ rows: Int) throws {
    let verdict = try mendAndUndo(try HostCopy.demo(), columns, rows)
    #expect(verdict.hasPrefix(" BOOT-SAFE  2 of 2 jails start"))
  }

  @Test(
    arguments: [
      "ez-blank-in-ip", "ez-first-fails-return", "ez-order-rcorder", "ez-prefixlen-words",
      "ez-syntax-error", "ez-v4-v6-list", "ez-v6-128-vs-64", "ez-v6-primary", "ez-wrong-varname",
      "jc-array-inline",
    ])
  func `a recorded host is mended and put back`(_ name: String) throws {
    _ = try mendAndUndo(try HostCopy.recorded(name), 80, 24)
  }

  @Test func `a snapshot tells since when something is found`() throws {
    let host = try HostCopy.demo()
    let files = try host.files
    for (path, data) in files {
      let old = URL(filePath: "\(host.root)/.zfs/snapshot/monday/\(path)")
      try FileManager.default.createDirectory(
        at: old.deletingLastPathComponent(), withIntermediateDirectories: true)
      let text = String(decoding: data, as: UTF8.self)
      let isJail = path.hasSuffix("ezjail/backup")
      try Data((isJail ? text.replacing("vtnet0|", with: "") : text).utf8).write(to: old)
    }
    let terminal = try host.opened()
    #expect(terminal.shows("NOT BOOT-SAFE"))
    terminal.send("t")
    #expect(terminal.shows("since now, not in monday"), "\(terminal.screen.text)")
    terminal.send("q")
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(2))
  }

  @Test func `what takes long to read says so before there is a screen`() throws {
    let host = try HostCopy.demo()
    let programs = try host.programs(["ifconfig": "sleep 2"])
    let terminal = try host.opened(options: ["--live-commands", programs])
    #expect(terminal.shows("reading, 1 s; Ctrl-C stops it"), "\(terminal.screen.text)")
    #expect(terminal.shows("NOT BOOT-SAFE"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(2))
    #expect(!terminal.screen.text.contains("reading"))
    #expect(terminal.isGivenBack)
  }

  @Test(
    arguments: [
      ["TERM": "xterm"], ["TERM": "xterm-256color", "NO_COLOR": "1"], ["TERM": "tmux-256color"],
      ["TERM": "screen"], ["TERM": "linux"], ["TERM": "vt100"], ["TERM": "dumb"],
      ["TERM": "nosuch-terminal"], ["TERM": "xterm-256color", "LANG": "C"],
    ])
  func `any terminal will do`(_ environment: [String: String]) throws {
    let host = try HostCopy.demo()
    let terminal = try host.opened(environment)
    #expect(terminal.shows("NOT BOOT-SAFE"))
    #expect(terminal.shows("prefix-length-conflict"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(2))
    #expect(terminal.isGivenBack)
    let isPlain = environment["NO_COLOR"] != nil || environment["TERM"] == "dumb"
    let text = String(decoding: terminal.sent, as: UTF8.self)
    #expect(!isPlain || !text.contains("\u{1b}[31m"))
    if environment["LANG"] == "C" { #expect(terminal.sent.allSatisfy { $0 < 0x80 }) }
    withExtendedLifetime(host) {}
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGSEGV])
  func `the terminal is given back after a signal`(_ signal: Int32) throws {
    let host = try HostCopy.demo()
    let terminal = try host.opened()
    #expect(terminal.shows("NOT BOOT-SAFE"))
    kill(terminal.process, signal)
    #expect(terminal.waitForEnd() != nil)
    #expect(terminal.isGivenBack)
    withExtendedLifetime(host) {}
  }

  @Test func `two hundred sizes in a row leave the last one`() throws {
    let host = try HostCopy.demo()
    let terminal = try host.opened()
    #expect(terminal.shows("NOT BOOT-SAFE"))
    for number in 0..<200 {
      terminal.resize(columns: 30 + number % 100, rows: 5 + number % 40)
      terminal.pump(milliseconds: 5)
    }
    terminal.resize(columns: 100, rows: 30)
    #expect(
      terminal.wait {
        $0.screen.line(29).contains("f fix") && $0.screen.line(2).contains("VARIABLE")
      },
      "\(terminal.screen.text)")
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(2))
    withExtendedLifetime(host) {}
  }

  @Test func `an arrow in pieces is an arrow or nothing, and pasted text is no command`() throws {
    let host = try HostCopy.demo()
    let before = try host.files
    let terminal = try host.opened()
    #expect(terminal.shows("NOT BOOT-SAFE"))
    for piece in ["\u{1b}", "O", "A"] {
      terminal.send(piece)
      terminal.pump(milliseconds: 60)
    }
    terminal.send("\u{1b}[200~f\rWyq\u{1b}[201~")
    #expect(terminal.shows("pasted text is not taken for keys"))
    #expect(try host.files == before)
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(2))
  }
}
