import Foundation
import HostAccess
import Remote
import TestHosts
import Testing

/// A program in the place of ssh(1) that does what a hostile or broken host could do.
@Suite(.timeLimit(.minutes(15)))
struct HostileHostTests {
  /// Asks a host that is a shell script; `$k` is the nonce, once `nonce` was called.
  private func ask(_ script: String, patience: Int = 20) throws -> Result<Answer, LinkFailure> {
    let path = FileManager.default.temporaryDirectory.appending(path: "ssh-\(UUID())")
      .path(percentEncoded: false)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let text = """
      nonce() { read -r n; read -r k; k=${k#k=}; }
      \(script)
      """
    try makeProgram(at: path, text)
    var options = ConnectionOptions(try #require(Destination("web1")))
    options.client = path
    let link = SSHLink(options, patience: patience)
    let start = ContinuousClock.now
    defer { #expect(ContinuousClock.now - start < .seconds(60)) }
    do throws(LinkFailure) {
      return .success(try link.exchange(Request("hello")))
    } catch {
      #expect(link.hasFailed)
      // it is not asked again
      #expect(throws: error) { try link.exchange(Request("hello")) }
      return .failure(error)
    }
  }

  @Test func `an answer in a frame is taken`() throws {
    let answer = try ask(#"nonce; printf 'hi\n\n%s 1 BEGIN\nx\n%s 1 END 3\n' "$k" "$k""#)
    #expect(answer == .success(Answer(body: [UInt8(ascii: "x")], status: 3)))
  }

  @Test func `endless output ends`() throws {
    #expect(try ask("exec yes") == .failure(.flooded(bytes: 1 << 20)))
    let within = #"nonce; printf '\n%s 1 BEGIN\n' "$k"; exec yes"#
    #expect(try ask(within, patience: 50) == .failure(.flooded(bytes: 16 << 20)))
  }

  @Test func `silence ends`() throws {
    #expect(try ask("exec sleep 1000", patience: 3) == .failure(.silent(seconds: 3)))
    // nor does it help to send a little now and then
    let drops = "while :; do echo x; sleep 0.1; done"
    #expect(try ask(drops, patience: 3) == .failure(.silent(seconds: 3)))
  }

  @Test func `a host that neither reads nor ends is ended`() throws {
    let stubborn = "trap '' TERM INT HUP; while :; do sleep 1; done"
    #expect(try ask(stubborn, patience: 3) == .failure(.silent(seconds: 3)))
  }

  @Test(arguments: [
    #"printf '\n%s 2 BEGIN\nx\n%s 2 END 0\n' "$k" "$k""#,
    #"printf '\n%s 1 END 0\n' "$k""#,
    #"printf '\n%s 1 BEGIN\nx\n%s 1 BEGIN\ny\n%s 1 END 0\n' "$k" "$k" "$k""#,
    #"printf '\n%s 1 BEGIN\nx\n%s 1 END 0\n\n%s 1 BEGIN\ny\n%s 1 END 0\n' "$k" "$k" "$k" "$k""#,
  ])
  func `wrong, doubled and feigned frames are no answer`(_ print: String) throws {
    #expect(try ask("nonce; \(print); sleep 5") == .failure(.garbled))
  }

  @Test func `without the nonce there is no frame`() throws {
    let guess = #"printf '\n0000 1 BEGIN\nx\n0000 1 END 0\n'; exit 0"#
    guard case .failure(.refused) = try ask(guess) else {
      Issue.record("a guessed frame was taken")
      return
    }
  }

  @Test func `what ssh complains of is told, and no more of it than fits`() throws {
    let complaint = "printf 'web1: \\033[2J%01000000d\\n' 0 >&2; exit 255"
    guard case .failure(.refused(let trouble)) = try ask(complaint) else {
      Issue.record("no trouble is told")
      return
    }
    #expect(trouble.message.hasPrefix("web1: "))
    #expect(trouble.message.utf8.count <= 4096)
  }

  @Test func `a client that is not there is told`() throws {
    var options = ConnectionOptions(try #require(Destination("web1")))
    options.client = "/nonexistent/ssh"
    let link = SSHLink(options)
    #expect(throws: LinkFailure.noClient("no such file or directory")) {
      try link.exchange(Request("hello"))
    }
  }

  @Test func `whoever waits can be told to stop`() throws {
    var options = ConnectionOptions(try #require(Destination("web1")))
    options.client = "cat"
    let link = SSHLink(options)
    let stop = Errand { link.abandon() }
    #expect(throws: LinkFailure.self) { try link.exchange(Request("hello")) }
    stop.result()
  }
}
