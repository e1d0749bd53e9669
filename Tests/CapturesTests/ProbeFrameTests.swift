import Captures
import Testing

@Suite(.timeLimit(.minutes(15)))
struct ProbeFrameTests {
  private func frame(_ text: String) throws -> String {
    String(decoding: try ProbeFrame(in: Array(text.utf8), nonce: "n1").document, as: UTF8.self)
  }

  @Test(arguments: [
    "n1 BEGIN\na\nb\nn1 END 0 2 4\n", "n1 BEGIN\na\nb\nn1 END 0 2 4",
    "motd\nn1 BEGIN \nn1 BEGIN\r\na\r\nb\r\nn1 END 0 2 4\r\nbye\n",
  ])
  func `what stands around a frame is ignored`(_ text: String) throws {
    #expect(try frame(text) == "a\nb\n")
  }

  @Test(arguments: [
    ("", "has no frame of a probe"),
    ("n2 BEGIN\nn2 END 0 0 0\n", "has no frame of a probe"),
    (" n1 BEGIN\nn1 END 0 0 0\n", "has no frame of a probe"),
    ("n1 BEGIN\na\n", "is cut short"),
    ("n1 BEGIN\na\nn2 END 0 1 2\n", "is cut short"),
    ("n1 BEGIN\na\nn1 END 0 1 3\n", "lost something on its way"),
    ("n1 BEGIN\na\nn1 END 0 2 2\n", "lost something on its way"),
    ("n1 BEGIN\na\nn1 END 2 1 2\n", "has a frame without an end"),
    ("n1 BEGIN\na\nn1 END 0 1\n", "has a frame without an end"),
    ("n1 BEGIN\nn1 BEGIN\nn1 END 0 1 9\n", "begins a frame within one"),
    ("n1 BEGIN\nn1 END 0 0 0\nn1 END 0 0 0\n", "has a second frame"),
    ("n1 BEGIN\nn1 END 0 0 0\nn1 BEGIN\n", "has a second frame"),
  ])
  func `a frame that isn't one is refused`(_ text: String, _ reason: String) {
    #expect {
      _ = try frame(text)
    } throws: {
      ($0 as? CaptureProblem)?.message == reason
    }
  }

  @Test func `it is collected byte by byte, and more than the limit is refused`() throws {
    var collector = ProbeCollector(nonce: "n", limits: .init(bytes: 40))
    for byte in "x\nn BEGIN\nab\nn END 1 1 3\n".utf8 { try collector.take([byte]) }
    let frame = try collector.end()
    #expect(frame.document == Array("ab\n".utf8))
    #expect(!frame.isWhole)
    #expect(throws: CaptureProblem.self) { try collector.take([UInt8](repeating: 0, count: 20)) }
  }
}
