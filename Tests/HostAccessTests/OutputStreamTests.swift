import SystemPackage
import Testing

@testable import HostAccess

@Suite(.timeLimit(.minutes(15)))
struct OutputStreamTests {
  @Test func `writes more than a pipe holds, also one that does not wait`() async throws {
    let pipe = try FileDescriptor.pipe(options: .nonBlocking)
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0) }
    // a thread of its own, so that no other test waits while this one does
    let writer = Errand {
      Result { try OutputStream(pipe.writeEnd, name: "pipe").write(bytes) }
    }
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 10_000)
    while received.count < bytes.count {
      do {
        let count = try buffer.withUnsafeMutableBytes { try pipe.readEnd.read(into: $0) }
        received += buffer[..<count]
      } catch Errno.wouldBlock {
        try await Task.sleep(for: .milliseconds(1))
      }
    }
    #expect(try writer.result().get() == .written)
    #expect(received == bytes)
    try pipe.readEnd.close()
    try pipe.writeEnd.close()
  }

  @Test func `says that the reader has left`() throws {
    let pipe = try FileDescriptor.pipe()
    try pipe.readEnd.close()
    #expect(try OutputStream(pipe.writeEnd, name: "pipe").write([1]) == .readerLeft)
    #expect(try OutputStream(pipe.writeEnd, name: "pipe").write([]) == .written)
    try pipe.writeEnd.close()
  }

  @Test func `says why nothing can be written`() throws {
    let full = try FileDescriptor.open("/dev/full", .writeOnly)
    let error = #expect(throws: HostAccessError.self) {
      try OutputStream(full, name: "standard output").write([1])
    }
    #expect(
      error?.message == "cannot write to standard output: no space left on device")
    try full.close()
  }

  @Test func `tells a pipe from a terminal`() throws {
    let pipe = try FileDescriptor.pipe()
    #expect(!OutputStream(pipe.writeEnd, name: "pipe").isTerminal)
    try pipe.readEnd.close()
    try pipe.writeEnd.close()
  }

  @Test func `reads the environment`() {
    #expect(environment("PATH")?.isEmpty == false)
    #expect(environment("JAILSCOPE_NO_SUCH_VARIABLE") == nil)
  }
}
