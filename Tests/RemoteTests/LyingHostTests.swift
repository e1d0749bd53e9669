import Remote
import Rewrite
import SourceText
import Synchronization
import Testing

/// A host that answers requests for changes with lies: plausible ones, and bytes of all kinds.
///
/// Such a host can do with its files whatever it wants; here it must not be able to do more.
struct LyingHostTests {
  /// Answers without a host.
  final class Liar: Link {
    private let numbers: Mutex<SplitMix>
    let count = Mutex(0)

    init(_ seed: UInt64) { numbers = Mutex(SplitMix(state: seed)) }

    func exchange(_ request: Request) throws(LinkFailure) -> Answer {
      let number = count.withLock { count -> Int in
        count += 1
        return count
      }
      // an engine that asks for ever would be the host's success
      guard number < 5000 else { throw .lost }
      return numbers.withLock { Self.answer(request.line, number, &$0) }
    }

    private static func answer(
      _ line: String, _ number: Int, _ numbers: inout SplitMix
    ) -> Answer {
      if number > 1, Int.random(in: 0..<40, using: &numbers) == 0 {
        return Answer(
          body: (0..<Int.random(in: 0...200, using: &numbers)).map { _ in
            UInt8.random(in: .min ... .max, using: &numbers)
          }, status: Int.random(in: 0...255, using: &numbers))
      }
      let words = line.split(separator: " ").map(String.init)
      let function = words.first == "recv" ? words[4] : words[0]
      let isFolder = ["open_path", "open_folder"].contains(function)
      let mode = isFolder || (function == "status_of" && !line.contains("conf")) ? "x41ed" : "x81a4"
      let inode = Int.random(in: 0..<20, using: &numbers) == 0 ? 8 : 7
      switch function {
      case "hello":
        return text("system FreeBSD\nuser 0\ntime 1795889469\nprocess 12\nconnection \n")
      case "open_path", "open_folder", "open_reading", "open_creating", "open_appending",
        "status_of":
        return text("\(mode) 1 \(inode) 1 8 0 0 1795889469.5 0\n")
      case "content": return text("bytes\na=\"old\"\n")
      case "space": return text("100000\n")
      case "names":
        let entry =
          Int.random(in: 0..<10, using: &numbers) == 0 ? "./20261125T134611Z-0000001b\0" : ""
        return text(entry)
      case "accepts": return text("yes\n")
      default: return text("")
      }
    }

    private static func text(_ text: String) -> Answer {
      Answer(body: Array(text.utf8), status: 0)
    }
  }

  @Test(arguments: 0..<500)
  func `a change ends, and says no more than what it was told`(_ seed: UInt64) throws {
    let liar = Liar(seed)
    let clock = RemoteFiles.Time(elapsed: { 0 }, pause: { _ in })
    let bytes = Array("a=\"old\"\n".utf8)
    let plan = ChangePlan(
      reasons: ["Replace old"],
      files: [
        try ChangePlan.File(
          path: "/etc/rc.conf", bytes: bytes,
          edits: EditSet([TextEdit(SourceSpan(3, 6), Array("new".utf8))]))
      ])
    do {
      let calls = try RemoteFiles(liar, clock).calls
      let rewriter = try Rewriter(
        calls, root: "/", actor: JournalEntry.Actor(login: "a", origin: "", version: "1"),
        checks: RewriteChecks(objection: { _ in nil }, isShellCode: { _ in true }))
      _ = try rewriter.apply(plan)
      _ = try rewriter.undo()
    } catch let failure as RewriteFailure {
      #expect(!failure.message.isEmpty)
    } catch let failure as UndoFailure {
      #expect(!failure.message.isEmpty)
    } catch let failure as LinkFailure {
      #expect(failure == .garbled)
    }
    #expect(liar.count.withLock { $0 } < 5000)
  }
}
