import Captures
import SourceText
import TestHosts
import Testing

/// Whatever a host sends, it is refused or bounded.
@Suite(.timeLimit(.minutes(15)))
struct HostileTranscriptTests {
  private let transcript: [UInt8]

  init() {
    var host = CapturedHost()
    for (path, text) in [
      ("/etc/rc.conf", "a=\"b\"\n\t\u{1b}[31m\\\n"), ("/etc/\u{1b}]0;x\u{7}", "n1 END 0 1 2\n"),
      ("/etc/jail.conf", "x"),
    ] {
      host.entries[path] = .file(SourceFile(path: path, bytes: Array(text.utf8)))
    }
    host.entries["/etc"] = .directory(["jail.conf", "rc.conf", "n1 BEGIN"])
    host.entries["/usr"] = .unreadable("n1 END 0 0 0")
    host.kinds = ["/usr/jails": .directory]
    host.outputs = [.init(name: "jls.txt", command: "jls", bytes: Array("n1 END\n".utf8))]
    let document = host.document
    let lines = document.count { $0 == 10 }
    transcript =
      Array("motd\nn1 BEGIN\n".utf8) + document
      + Array("n1 END 0 \(lines) \(document.count)\nbye\n".utf8)
  }

  @Test func `as it is it can be read`() throws {
    let frame = try ProbeFrame(in: transcript, nonce: "n1")
    #expect(try CapturedHost(document: frame.document).entries.count == 5)
  }

  @Test(arguments: 0..<500)
  func `a mutated one is refused, or says no more than was sent`(_ seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let mutated = mutate(&numbers)
    do throws(CaptureProblem) {
      let frame = try ProbeFrame(in: mutated, nonce: "n1")
      let host = try CapturedHost(document: frame.document, limits: .probe)
      let size = host.entries.values.reduce(0) { sum, entry in
        switch entry {
        case .file(let file): sum + file.bytes.count
        case .directory(let names): sum + names.count
        case .missing, .unreadable: sum
        }
      }
      #expect(size <= mutated.count)
      #expect(host.document.allSatisfy { $0 == 10 || (0x20...0x7e).contains($0) })
    } catch {
      #expect(!error.reason.isEmpty)
      #expect(error.message.unicodeScalars.allSatisfy { (" "..."~").contains($0) })
    }
  }

  private func mutate(_ numbers: inout SeededNumbers) -> [UInt8] {
    var bytes = transcript
    for _ in 0...Int.random(in: 0..<4, using: &numbers) {
      let place = Int.random(in: 0..<bytes.count, using: &numbers)
      switch Int.random(in: 0..<6, using: &numbers) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
      case 1: bytes.insert(UInt8.random(in: 0...255, using: &numbers), at: place)
      case 2: bytes.removeSubrange(place..<min(bytes.count - 1, place + 40))
      case 3: bytes.insert(contentsOf: "\nn1 END 0 3 40\n".utf8, at: place)
      case 4: bytes.insert(contentsOf: "\nn1 BEGIN\njailscope capture 1\nend\n".utf8, at: place)
      default: bytes += bytes[place...]
      }
    }
    return bytes
  }

  @Test(arguments: [
    String(repeating: "note \"x\"\n", count: 60_000),
    "directory \"/\" - - -\n" + String(repeating: "|a\n", count: 60_000),
    "note \"\(String(repeating: "x", count: 5000))\"\n",
    "missing \"/\(String(repeating: "x", count: 2000))\"\n",
    "file \"/a\" 644 0 0 99999999999999999999\n", "file \"/a\" 644 0 0 -1\n",
    "file \"/a\" 644 0 0 9000000\n", "file \"/a\" 99999999999 0 0 0\n",
  ])
  func `what would take too much is refused`(_ lines: String) {
    let document = Array("jailscope capture 1\n\(lines)end\n".utf8)
    #expect(throws: CaptureProblem.self) {
      try CapturedHost(document: document, limits: .probe)
    }
  }

  @Test func `more than the limit of bytes is refused before it is kept`() {
    var collector = ProbeCollector(nonce: "n1")
    let block = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
    #expect(throws: CaptureProblem.self) {
      for _ in 0..<17 { try collector.take(block) }
    }
  }
}
