import HostModel
import LiveState
import TestHosts
import Testing

/// Whatever the bytes are, reading them ends with a value, and in linear time.
struct OutputRobustnessTests {
  private func readAll(_ bytes: [UInt8]) -> Int {
    let live = LiveHost(Dictionary(uniqueKeysWithValues: LiveOutput.allCases.map { ($0, bytes) }))
    return live.problems.count
  }

  @Test(arguments: Outputs.hosts)
  func `reads every beginning of an output`(_ host: String) {
    for bytes in Outputs.folder(host).values {
      for count in stride(from: 0, to: bytes.count, by: 7) {
        #expect(readAll(Array(bytes[..<count])) <= 400)
      }
    }
  }

  @Test(arguments: 0..<20)
  func `reads outputs with bytes exchanged`(_ seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    for host in Outputs.hosts {
      for var bytes in Outputs.folder(host).values {
        for _ in 0..<40 {
          bytes[Int.random(in: bytes.indices, using: &numbers)] =
            numbers.pick([0, 10, 32, 34, 39, 44, 47, 58, 61, 123, 128, 255])
        }
        #expect(readAll(bytes) <= 400)
      }
    }
  }

  @Test func `names no more problems than anybody reads`() {
    let lines =
      Array("em0: flags=0<>\n".utf8)
      + Array(repeating: Array("inet x\n".utf8), count: 5000)
      .joined()
    #expect(parseIfconfig(lines).problems.count == 100)
  }

  @Test func `takes twice the time for twice the output`() throws {
    let bytes = try #require(Outputs.folder("freebsd-14.3")[.ifconfig])
    func time(_ count: Int) -> Duration {
      let output = Array(repeating: bytes, count: count).flatMap { $0 }
      return (0..<3).map { _ in
        ContinuousClock().measure { #expect(parseIfconfig(output).value.count == 5 * count) }
      }.min() ?? .zero
    }
    // four times as much, with room for a busy machine
    #expect(time(1200) < time(300) * 12)
  }
}
