import Foundation
import HostAccess
import Testing

/// Programs that are asked something.
struct ProgramInquiryTests {
  private func shell(_ text: String) -> ProgramCall {
    ProgramCall(path: "/bin/sh", arguments: ["-c", text])
  }

  @Test func `gives a program its input, however long, and goes on when it isn't wanted`() {
    let long = [UInt8](repeating: 120, count: 1 << 20)
    let answers = ask([
      ProgramCall(path: "/bin/sh", arguments: ["-c", "cat"], input: long),
      ProgramCall(path: "/bin/sh", arguments: ["-c", "echo done"], input: long),
    ])
    #expect(answers[0].output == long)
    #expect(answers[0].failure == nil)
    #expect(answers[1].output == Array("done\n".utf8))
  }

  @Test func `their outputs come in the order of the calls`() {
    let answers = ask([shell("sleep 0.05; echo first"), shell("printf second; exit 0")])
    #expect(answers.map { String(decoding: $0.output, as: UTF8.self) } == ["first\n", "second"])
    #expect(answers.map(\.failure) == [nil, nil])
  }

  @Test func `they run side by side`() {
    let time = ContinuousClock().measure {
      #expect(ask((0..<6).map { _ in shell("sleep 0.3") }).count == 6)
    }
    #expect(time < .milliseconds(1200), "one after the other takes 1800 ms")
  }

  @Test func `one that fails is told with the first line of its complaint`() {
    let answers = ask([
      shell("echo part; echo no such thing >&2; echo more >&2; exit 3"), shell("kill -9 $$"),
      ProgramCall(path: "/nonexistent/jls", arguments: []), shell("exit 1"),
    ])
    #expect(
      answers.map(\.failure) == [
        "exits with 3: no such thing", "is ended by signal 9",
        "cannot run /nonexistent/jls: no such file or directory", "exits with 1",
      ])
    #expect(answers[0].output == Array("part\n".utf8))
  }

  @Test func `one that hangs is ended with all it started`() throws {
    let root = try TemporaryRoot()
    let time = ContinuousClock().measure {
      let answers = ask(
        [
          shell("sleep 30 & echo $! > \(root.path)/child; echo told; wait"),
          shell("exec >&- 2>&-; sleep 30"), shell("echo quick"),
        ], milliseconds: 300)
      #expect(answers.map(\.failure) == ["takes too long", "takes too long", nil])
      #expect(answers[0].output == Array("told\n".utf8))
    }
    #expect(time < .seconds(5))
    let child = try readOwnFile("\(root.path)/child")
    let number = try #require(
      Int32(String(decoding: child, as: UTF8.self).filter { $0 != "\n" }))
    // what is killed is gone a moment later
    for _ in 0..<100 where kill(number, 0) == 0 { usleep(10_000) }
    #expect(kill(number, 0) != 0 || Self.isDead(number))
  }

  /// Nobody may have waited for it.
  private static func isDead(_ process: Int32) -> Bool {
    let status = FileManager.default.contents(atPath: "/proc/\(process)/stat")
    return status.map { String(decoding: $0, as: UTF8.self).contains(") Z ") } ?? true
  }

  @Test func `one that never stops printing is ended`() {
    let answers = ask([shell("exec yes")], milliseconds: 20_000, limit: 1 << 20)
    #expect(answers[0].failure == "prints more than 1048576 bytes")
  }

  @Test func `each has the locale C, no input and a PATH of the base system`() {
    let answers = ask([shell("cat; echo $LC_ALL; echo $PATH; echo ${HOME:-none}")])
    #expect(
      String(decoding: answers[0].output, as: UTF8.self)
        == "C\n/sbin:/bin:/usr/sbin:/usr/bin\nnone\n")
  }
}
