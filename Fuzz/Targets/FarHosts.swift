import Remote
import Rewrite
import SourceText
import Synchronization

/// What a host sends over a connection: the answer is the same in whatever pieces it comes.
func tryAnswers(_ bytes: [UInt8]) {
  guard let host = Destination("web1.example.org") else { return }
  var zeros = Zeros()
  let script = Script(using: &zeros)
  // the marks can't be guessed, so a short one stands for them
  let nonce = Array("\n00000000000000000000000000000000 1 ".utf8)
  let sent = Array(
    bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
      .joined(separator: nonce))
  let whole = progress(of: [sent], host, script)
  let piecewise = progress(of: pieces(of: sent), host, script)
  if case .answer(let answer) = piecewise {
    // what comes behind an answer in the same piece is refused, in another it is never looked at
    if case .answer = whole { hold(whole == piecewise, "an answer is the same in pieces") }
    _ = Hello(answer)
  }
  if case .answer = whole { hold(whole == piecewise, "an answer is the same at once") }
}

private func progress(
  of pieces: [[UInt8]], _ host: Destination, _ script: Script
) -> Conversation.Progress {
  var conversation = Conversation(ConnectionOptions(host), script)
  _ = conversation.ask(Hello.request)
  for piece in pieces {
    let progress = conversation.take(piece)
    if progress != .waiting { return progress }
  }
  return .waiting
}

private struct Zeros: RandomNumberGenerator {
  mutating func next() -> UInt64 { 0 }
}

/// Files of a host elsewhere that answers anything: whatever it says, every change comes to an end.
func tryFarFiles(_ bytes: [UInt8]) {
  let answers = bytes.split(separator: 0, omittingEmptySubsequences: false).map(Array.init)
  let link = ScriptedLink(answers)
  let seconds = Mutex(0)
  let clock = RemoteFiles.Time(
    elapsed: {
      seconds.withLock {
        $0 += 1
        return $0
      }
    }, pause: { _ in })
  guard let files = try? RemoteFiles(link, clock) else { return }
  _ = try? JournalRecord.all(files.calls, root: "/")
  let text = Array("a=1\n".utf8)
  guard let edits = try? EditSet([TextEdit.insert([50], at: 0)]),
    let file = try? ChangePlan.File(path: "/etc/rc.conf", bytes: text, edits: edits)
  else { return }
  let actor = JournalEntry.Actor(login: "alice", origin: "", version: "0")
  let checks = RewriteChecks(objection: { _ in nil }, isShellCode: { _ in true })
  _ = try? Rewriter(files.calls, root: "/", actor: actor, checks: checks)
    .apply(ChangePlan(reasons: [], files: [file]))
}

/// Gives one answer after another, a byte for the status in front; then the host hangs up.
private final class ScriptedLink: Link {
  private let answers: Mutex<[[UInt8]]>

  init(_ answers: [[UInt8]]) {
    let hello = Array("\u{0}system FreeBSD\nuser 0\ntime 1790000000\nprocess 1\n".utf8)
    self.answers = Mutex(([hello] + answers).reversed())
  }

  func exchange(_ request: Request) throws(LinkFailure) -> Answer {
    guard let answer = answers.withLock({ $0.popLast() }) else { throw .lost }
    return Answer(body: Array(answer.dropFirst()), status: Int(answer.first ?? 1) % 32)
  }
}
