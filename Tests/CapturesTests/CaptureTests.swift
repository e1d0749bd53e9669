import Captures
import SourceText
import Testing

@Suite(.timeLimit(.minutes(15)))
struct CaptureTests {
  private func file(_ path: String, _ bytes: [UInt8]) -> HostCapture.Entry {
    .file(SourceFile(path: path, bytes: bytes))
  }

  @Test(arguments: [
    "", "\n", "a", "a\n", "a\nb", "\\", "a\\\n", "\t|\r\n", "|\n|", "\u{7f}\u{0}\u{e9}\n\n",
  ])
  func `a file comes back byte for byte`(_ text: String) throws {
    var host = CapturedHost()
    host.entries["/etc/rc.conf"] = file("/etc/rc.conf", Array(text.utf8))
    let back = try CapturedHost(document: host.document)
    guard case .file(let file)? = back.entries["/etc/rc.conf"] else {
      Issue.record("no file")
      return
    }
    #expect(file.bytes == Array(text.utf8))
  }

  @Test func `all bytes come back, and the text is printable ASCII`() throws {
    var host = CapturedHost()
    let bytes = (0..<2048).map { UInt8(truncatingIfNeeded: $0 * 7) }
    host.entries["/a \"b\"\n"] = file("/a \"b\"\n", bytes)
    host.entries["/etc"] = .directory(["a b", "c|d", "e\\"])
    host.entries["/no"] = .missing
    host.entries["/x"] = .unreadable("dangling link to \u{1b}[31m")
    host.attributes["/etc"] = .init(mode: 0o755, owner: 0, group: 5)
    host.kinds = ["/usr/jails/a": .directory, "/b": .missing, "/c": .other]
    host.lookup = .yes
    host.hardware = ["em0", "em1"]
    host.taken = "2026-11-28T18:00:00Z"
    host.system = "FreeBSD a 14.3"
    host.connection = "192.0.2.9 50000 192.0.2.1 22"
    host.outputs = [
      .init(name: "ifconfig.txt", command: "ifconfig -a", bytes: bytes, failure: "exits with 1"),
      .init(name: "jls.txt", command: "jls -dnq", bytes: []),
    ]
    host.notes = ["left out"]
    let text = host.document
    #expect(text.allSatisfy { $0 == 10 || (0x20...0x7e).contains($0) })
    let back = try CapturedHost(document: text)
    #expect(back.document == text)
    #expect(back.outputs == host.outputs)
    #expect(back.kinds == host.kinds)
    #expect(back.attributes == host.attributes.merging(["/a \"b\"\n": .init()]) { $1 })
    #expect(back.hardware == host.hardware)
    #expect(back.connection == host.connection)
  }

  @Test(arguments: [
    ("", "line 1 is not jailscope capture 1"),
    ("jailscope capture 2\nend\n", "line 1 is not jailscope capture 1"),
    ("jailscope capture 1\n", "line 1 is cut short"),
    ("jailscope capture 1\nmissing \"/a\"\n", "line 2 is cut short"),
    ("jailscope capture 1\nend", "line 1 is cut short"),
    ("jailscope capture 1\nend\nend\n", "line 2 is followed by more"),
    ("jailscope capture 1\nmissing \"a\"\nend\n", "line 2 has no path"),
    ("jailscope capture 1\nmissing \"/a\nend\n", "line 2 can't be read"),
    ("jailscope capture 1\nmissing \"/a\"\nmissing \"/a\"\nend\n", "line 3 tells of a path again"),
    ("jailscope capture 1\nlookup yes\nlookup no\nend\n", "line 3 says a thing again"),
    ("jailscope capture 1\ntaken yesterday\nend\n", "line 2 says no time in UTC"),
    (
      "jailscope capture 1\ntaken \"2026-11-28T18:00:00Z\\nend\"\nend\n",
      "line 2 says no time in UTC"
    ),
    ("jailscope capture 1\nlookup perhaps\nend\n", "line 2 says neither yes, no nor told"),
    ("jailscope capture 1\nmoon \"full\"\nend\n", "line 2 does not belong in a capture"),
    ("jailscope capture 1\n|a\nend\n", "line 2 can't be read"),
    (
      "jailscope capture 1\nfile \"/a\" - - - 3\n|a\nend\n", "line 2 has another size than its body"
    ),
    ("jailscope capture 1\nfile \"/a\" - - - 1\n|ab\nend\n", "line 3 is more than belongs there"),
    (
      "jailscope capture 1\nfile \"/a\" - - - 2\n|\\q\nend\n",
      "line 3 has an escape that means nothing"
    ),
    ("jailscope capture 1\nfile \"/a\" 9 - - 2\n|a\nend\n", "line 2 has no number"),
    ("jailscope capture 1\nkind \"/a\" file\nend\n", "line 2 has no kind of path"),
    ("jailscope capture 1\nnote \"\u{e9}\"\nend\n", "line 2 has a byte that is no printable ASCII"),
  ])
  func `what is no capture is refused with the place`(_ text: String, _ message: String) {
    #expect {
      _ = try CapturedHost(document: Array(text.utf8))
    } throws: {
      ($0 as? CaptureProblem)?.message == message
    }
  }

  @Test func `a path that was not asked for is unreadable, but not one that a folder tells of`() {
    var host = CapturedHost()
    host.entries["/etc"] = .directory(["rc.conf"])
    var capture = HostCapture()
    host.collect(["/etc/rc.conf", "/etc/other", "/usr"], into: &capture)
    #expect(words(capture, "/etc/rc.conf") == "is not in the capture")
    #expect(words(capture, "/etc/other") == "missing")
    #expect(words(capture, "/usr") == "is not in the capture")
  }

  private func words(_ capture: HostCapture, _ path: String) -> String? {
    switch capture.entries[path] {
    case .unreadable(let reason)?: reason
    case .missing?: "missing"
    case .file?, .directory?, nil: nil
    }
  }

  @Test(arguments: [
    ("/etc", true), ("/etc/rc.conf", true), ("/etc/rc.conf.d", true), ("/etc/rc.conf.d/x", true),
    ("/etc/rc.conf.d/x/y", false), ("/etc/jail.a.conf", true), ("/etc/jail.conf", true),
    ("/etc/passwd", false), ("/usr/local/bastille/jails/a/jail.conf", true),
    ("/usr/local/bastille/jails/a/b/jail.conf", false), ("/usr/local/bastille/jails", true),
  ])
  func `what is read of every host is told from the rest`(_ path: String, _ isUsual: Bool) {
    #expect(UsualPaths.contains(path) == isUsual)
  }
}
