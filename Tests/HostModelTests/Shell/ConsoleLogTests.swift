import Testing

@testable import HostModel

/// The console, line by line.
struct ConsoleLogTests {
  @Test(arguments: [
    ([], []), ([""], []), (["a"], ["a"]), (["a\n"], ["a"]), (["a\nb"], ["a", "b"]),
    (["a", "b\n", "c"], ["ab", "c"]), (["\n"], [""]), (["\n\n"], ["", ""]),
    (["a\n\nb\n"], ["a", "", "b"]),
    (["a\r\n", "b"], ["a\r", "b"]), (["a", "\u{301}\n"], ["a\u{301}"]),
    (["a\u{2028}b\n"], ["a\u{2028}b"]),
  ])
  func `newlines end lines`(_ pieces: [String], _ lines: [String]) {
    var log = ConsoleLog()
    for piece in pieces { log.write(piece) }
    #expect(log.allLines == lines)
  }

  @Test func `a line is open until it ends`() {
    var log = ConsoleLog()
    log.write("a")
    #expect(log.lines == [])
    log.line("b")
    #expect(log.lines == ["ab"])
  }

  @Test func `another log goes on where this one stands`() {
    var first = ConsoleLog()
    first.write("Starting:")
    var second = ConsoleLog()
    second.write(" one\ntwo\nthree")
    first.append(second)
    first.append(ConsoleLog())
    first.write("!")
    #expect(first.allLines == ["Starting: one", "two", "three!"])
  }

  @Test func `tells of a jail in a line of its own, behind what is open`() {
    var log = ConsoleLog()
    log.notice("www", "created")
    log.complaint("db", "skipped")
    log.write("Starting jails:")
    log.complaint("a", "one\ntwo")
    #expect(
      log.lines == ["www: created", "jail: db: skipped", "Starting jails:jail: a: one", "two"])
    #expect(log.firstLine == "www: created")
    #expect(ConsoleLog().firstLine == nil)
  }
}
