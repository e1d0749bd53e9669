import HostModel
import LiveState
import Testing

struct BootLogOutputTests {
  private func read(_ text: String) -> BootLog { parseBootLog(Array(text.utf8), path: "/log") }

  @Test func `takes off what syslogd and dmesg put in front`() {
    let log = read(
      """
      Nov 28 10:00:00 host kernel: Starting Network: lo0 em0.
      Nov  8 10:00:01 host kernel:  ezjail
      <118>Starting jails: www.
      Nov 28 10:00:01 host console[12]: plain: text
      not: a head, and left alone
      """)
    #expect(
      log.lines == [
        "Starting Network: lo0 em0.", " ezjail", "Starting jails: www.", "plain: text",
        "not: a head, and left alone",
      ])
    #expect(log.tellsOfServices)
  }

  @Test(arguments: ["---<<BOOT>>---", "Copyright (c) 1992-2023 The FreeBSD Project."])
  func `only the last boot counts`(_ mark: String) {
    let boot = "\(mark)\nStarting Network: lo0 em0.\n"
    #expect(read("older\n\(boot)Starting jails: old.\n\(boot)").lines.count == 2)
  }

  @Test func `a line that is said to be repeated is, within bounds`() {
    let line = "Nov 28 10:00:00 host kernel: jail: a: created\n"
    let log = read(line + "Nov 28 10:00:09 host last message repeated 2 times\n")
    #expect(log.lines.count(where: { $0 == "jail: a: created" }) >= 1)
    #expect(read("x\nlast message repeated 2 times").lines == ["x", "x", "x"])
    #expect(read("x\nlast message repeated 99999999 times").lines.count == 1001)
    #expect(read("last message repeated 3 times").lines == ["last message repeated 3 times"])
  }

  @Test func `a log of the kernel alone tells of no service`() {
    #expect(!read("Nov 28 10:00:00 host kernel: em0: link state changed to UP").tellsOfServices)
  }
}
